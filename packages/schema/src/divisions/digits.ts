/** Where one level of a division code ends: province, city, county (GB/T 2260), township, village (统计用区划代码). */
const levelEnds = [2, 4, 6, 9, 12] as const

const wholeLevels = /^\d{2}(?:\d{2}(?:\d{2}(?:\d{3}(?:\d{3})?)?)?)?$/

/** Whether a text is a division code, or the leading digits of one that end with a level: 2, 4, 6, 9 or 12 digits. */
export const isDivisionDigits = (text: string): boolean => wholeLevels.test(text)

/** A code of 6, 9 or 12 digits (or a bare prefix of 2 or 4) written with 12 digits: `370800` → `370800000000`. */
export const padDivision = (code: string): string => code.padEnd(12, '0')

/** The digits that say something: whole levels, without the zeros that only fill up. `370800000000` → `3708`. */
export function significantDigits(code: string): string {
  const full = padDivision(code)
  const end = levelEnds.find((length) => /^0*$/.test(full.slice(length))) ?? 12
  return full.slice(0, end)
}

/**
 * Whether a division lies in another (or is the same one): `330602` is within `330600` and `330000`. Takes codes of any
 * usual length on either side.
 */
export const isWithin = (code: string, area: string): boolean => padDivision(code).startsWith(significantDigits(area))
