import { padDivision, significantDigits } from '@tongban/schema'

/** What concerns a division: what is handled inside it, and what is handled for it by those around it. */
export interface Reach {
  /** The division and those around it, 12 digits each. */
  readonly areas: readonly string[]
  /** First code inside it. */
  readonly from: string
  /** What follows the last code inside it. */
  readonly to: string
}

/** A range instead of `like`: an index serves it, also for a prepared statement. `:` follows `9`. */
export function reachOf(division: string): Reach {
  const digits = significantDigits(division)
  const areas = [0, 2, 4, 6, 9, 12].map((length) => padDivision(digits.slice(0, length)))
  return { areas: [...new Set(areas)], from: digits, to: `${digits}:` }
}
