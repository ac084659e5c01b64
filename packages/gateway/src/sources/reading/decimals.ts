import { halfWidth } from './nothing.ts'

/** An exact amount in major units, as the gateway keeps money. */
export interface MoneyValue {
  readonly value: string
  readonly currency: string
  /** As the source wrote it. */
  readonly stated: { readonly value: string; readonly unit: MoneyUnit }
}

/** Units in which Chinese systems write amounts, as powers of ten of a yuan. */
const powers = { 分: -2, 元: 0, 千元: 3, 万元: 4, 亿元: 8 } as const
export type MoneyUnit = keyof typeof powers

/**
 * Reads an exact decimal number: `1,234.50`, `１２３`, ` 0.10 `. Floats would lose cents, so it stays text.
 *
 * @returns undefined when it is no plain number
 */
export function readDecimal(value: string | number): string | undefined {
  const text = halfWidth(String(value))
    .trim()
    .replace(/^[¥￥]\s*/, '')
  const match = /^([-+]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text)
  if (!match) return undefined
  const [, sign, whole = '', fraction] = match
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '')
  return `${sign === '-' ? '-' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Moves the decimal point of an exact decimal number: `shiftDecimal('123.45', 4)` is `1234500`. */
export function shiftDecimal(decimal: string, places: number): string {
  const isNegative = decimal.startsWith('-')
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.')
  const digits = `${'0'.repeat(Math.max(0, -places))}${whole}${fraction}${'0'.repeat(Math.max(0, places))}`
  const point = Math.max(0, -places) + whole.length + places
  const shifted = digits.slice(point).replace(/0+$/, '')
  const major = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  const result = shifted === '' ? major : `${major}.${shifted}`
  return isNegative && /[1-9]/.test(result) ? `-${result}` : result
}

/** Money of an amount in a unit, exactly: `readMoney('123.45', '万元')` is 1234500 CNY, stated as 123.45 万元. Undefined when it is no plain number. */
export function readMoney(value: string | number, unit: MoneyUnit, currency = 'CNY'): MoneyValue | undefined {
  const decimal = readDecimal(value)
  if (decimal === undefined) return undefined
  const places = powers[unit]
  return { value: places === 0 ? decimal : shiftDecimal(decimal, places), currency, stated: { value: decimal, unit } }
}
