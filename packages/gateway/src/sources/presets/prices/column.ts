import { halfWidth } from '../../reading/nothing.ts'

/**
 * What a column header says about bare numbers below it: `中标价(元)`, `投标报价(万元)`, `中标价(%)`, `投标报价(元/%)`, or nothing
 * about a unit, as in `中标价(报价承诺)`.
 */
export type PriceColumn = 'YUAN' | 'TEN_THOUSAND_YUAN' | 'PERCENT' | 'YUAN_OR_PERCENT' | 'NO_UNIT'

const units: readonly (readonly [RegExp, PriceColumn])[] = [
  [/\(元\/%\)|\(%\/元\)/, 'YUAN_OR_PERCENT'],
  [/\((?:人民币)?万元\)/, 'TEN_THOUSAND_YUAN'],
  [/\((?:人民币)?元\)/, 'YUAN'],
  [/\(%\)/, 'PERCENT'],
]

/** Reads the unit out of a column header. */
export function priceColumn(header: string): PriceColumn {
  const text = halfWidth(header).replaceAll(/\s/g, '')
  return units.find(([shape]) => shape.test(text))?.[1] ?? 'NO_UNIT'
}

/** Whether a text is itself the header of a price column, as it stands in place of a price when a table was read a cell off. */
export const isPriceHeader = (text: string): boolean =>
  /^(?:投标|中标|成交)?(?:总?报价|总?价|金额)\([^()\d]*\):?$/.test(halfWidth(text).replaceAll(/\s/g, ''))
