import { addDays } from '@tongban/schema'
import { sameSlot } from '../found.ts'
import type { Mark, Taken } from '../mark.ts'
import type { Found } from '../room.ts'
import type { DeliveryRules } from './rules.ts'

const takenOf = ({ day, part, entry }: Found, digest: string): Taken => ({ day, part, ...entry, digest })
/** Whether it is the very file that was taken. */
export const isTaken = (found: Found, taken: Taken | undefined): boolean =>
  taken?.name === found.entry.name && taken.size === found.entry.size && taken.modifiedAt === found.entry.modifiedAt

/** The mark after a delivery was taken; what is too old to be looked at again is forgotten. */
export function withTaken(mark: Mark, found: Found, digest: string, { lookBackDays }: DeliveryRules): Mark {
  const taken = [...mark.taken.filter((one) => !sameSlot(one, found)), takenOf(found, digest)]
  const floor = addDays(lastDay(taken), -lookBackDays)
  return {
    taken: taken.filter(({ day }) => day >= floor),
    gaps: mark.gaps.filter((day) => day >= floor),
    reading: null,
  }
}

/** Days of which something was taken, in their order. */
export const daysOf = (taken: readonly Taken[]): readonly string[] => taken.map(({ day }) => day).toSorted()

/** The last day of which something was taken. */
export const lastDay = (taken: readonly Taken[]): string => daysOf(taken).at(-1) ?? '0000-01-01'

/** Before this day nothing is looked at any more. */
export const floorOf = ({ taken }: Mark, { lookBackDays }: DeliveryRules): string =>
  taken.length > 0 ? addDays(lastDay(taken), -lookBackDays) : ''
