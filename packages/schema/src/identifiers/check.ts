import { type Message, type ReasonCode, reasonTable } from './reasons.ts'

/** Why an identifier is not simply valid. */
export interface Reason {
  readonly code: ReasonCode
  /** Which part of the identifier it concerns, such as `checkCharacter` or `agency`. */
  readonly part: string
  readonly message: Message
  /** What would have been right. Given only for codes that name no person. */
  readonly expected?: string
}

/** At least one reason. */
export type Reasons = readonly [Reason, ...Reason[]]

/**
 * What is known of an identifier. `valid`: nothing to say. `warning`: usable, but something is odd, as real data often
 * is. `invalid`: not usable as this kind of identifier, and `value` is absent.
 */
export type Check<T> =
  | { readonly status: 'valid'; readonly value: T; readonly reasons: readonly [] }
  | { readonly status: 'warning'; readonly value: T; readonly reasons: Reasons }
  | { readonly status: 'invalid'; readonly value?: undefined; readonly reasons: Reasons }

/** One reason from the table. */
export const reason = (code: ReasonCode, part: string, expected?: string): Reason => ({
  code,
  part,
  message: reasonTable[code],
  ...(expected === undefined ? {} : { expected }),
})

/** The identifier is unusable. */
export const invalid = (...reasons: Reasons): Check<never> => ({ status: 'invalid', reasons })

/** The identifier is usable: valid without remarks, a warning with some. */
export function usable<T>(value: T, remarks: readonly Reason[] = []): Check<T> {
  const [first, ...rest] = remarks
  return first === undefined
    ? { status: 'valid', value, reasons: [] }
    : { status: 'warning', value, reasons: [first, ...rest] }
}

/** Reasons about an identifier that is itself a part of a longer one: `checkCharacter` becomes `agency.checkCharacter`. */
export const within = (part: string, reasons: readonly Reason[]): Reason[] =>
  reasons.map((one) => ({ ...one, part: one.part === 'code' ? part : `${part}.${one.part}` }))

/** Whether a check carries a reason, by its code. */
export const hasReason = (check: Check<unknown>, code: ReasonCode): boolean =>
  check.reasons.some((one) => one.code === code)
