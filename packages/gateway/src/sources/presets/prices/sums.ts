import { shiftDecimal } from '../../reading/decimals.ts'

/** More places after the point than any notice writes. */
const places = 8
const scaled = (decimal: string): bigint => BigInt(shiftDecimal(decimal, places).split('.')[0] ?? '0')

/** Negative, zero or positive as `a` is less than, equal to or more than `b`; `1.50` equals `1.5`. */
export const compareDecimals = (a: string, b: string): number => {
  const difference = scaled(a) - scaled(b)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Compares a sum of exact decimals with one. */
export const compareSum = (parts: readonly string[], total: string): number => {
  const difference = parts.reduce((sum, part) => sum + scaled(part), 0n) - scaled(total)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
