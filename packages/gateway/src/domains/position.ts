import { isPlain } from './plain-text.ts'

/** Longer than any key of ours or of a source. */
const maxKeyLength = 512

/** Parts of positions. A cursor comes back from outside and may be forged, so each part is checked by its value. */
export const isKey = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= maxKeyLength && isPlain(value)

/** An integer that fits a column of four bytes. */
export const isInt4 = (value: unknown): value is number => typeof value === 'number' && value === (value | 0)

/** An integer that fits a column of eight bytes, and a number of ours without loss. */
export const isInt8 = (value: unknown): value is number => Number.isSafeInteger(value)

/** An instant in UTC, to the microsecond, on a day that exists: `Date.parse` would move 30 February to March. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/.test(value)) return false
  const instant = new Date(value)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value.slice(0, 19))
}
