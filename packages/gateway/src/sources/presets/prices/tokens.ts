import { type MoneyUnit, type MoneyValue, readDecimal, readMoney } from '../../reading/decimals.ts'
import { capitalAmount, readCapitals } from './capitals.ts'
import { number } from './masks.ts'

/** What a number in a text is. `bare` numbers stand without a unit. */
export type Quantity =
  | { readonly kind: 'money'; readonly money: MoneyValue; readonly isInWords: boolean }
  | { readonly kind: 'unit'; readonly money: MoneyValue; readonly per: string }
  | { readonly kind: 'percent'; readonly percent: string }
  | { readonly kind: 'bare'; readonly decimal: string }

/** A number with its place in the text. */
export type Token = Quantity & { readonly start: number; readonly end: number }

const units = '亿元|万元|千元|元'
const per = '[\\u4e00-\\u9fa5]{1,4}(?![\\u4e00-\\u9fa5])|㎡|m[²³23]?(?![a-z])'
const shape = new RegExp(
  String.raw`(?<yen>[¥￥]\s*:?\s*)?(?<![\d.\-−–—~～])(?<number>${number})\s*(?:(?<unit>${units})\s*\/\s*(?<per>${per})|\(\s*(?<inner>${units})\s*\/\s*(?<innerPer>${per})\s*\)|(?<sum>${units})(?!\s*\/)|(?<percent>%))?`,
  'g',
)

type Groups = Readonly<Record<string, string | undefined>>

// The pattern for units lists exactly the members of this type.
const unitOf = (text: string): MoneyUnit => text as MoneyUnit

function quantityOf(found: Groups): Quantity | undefined {
  const decimal = readDecimal(found.number ?? '')
  if (decimal === undefined) return undefined
  if (found.percent) return { kind: 'percent', percent: decimal }
  const forEach = found.per ?? found.innerPer
  const unit = found.unit ?? found.inner ?? found.sum ?? (found.yen ? '元' : undefined)
  const money = unit === undefined ? undefined : readMoney(decimal, unitOf(unit))
  if (!money) return { kind: 'bare', decimal }
  return forEach ? { kind: 'unit', money, per: forEach } : { kind: 'money', money, isInWords: false }
}

const inFigures = (text: string): Token[] =>
  [...text.matchAll(shape)].flatMap((match) => {
    const quantity = quantityOf(match.groups ?? {})
    return quantity ? [{ ...quantity, start: match.index, end: match.index + match[0].length }] : []
  })

const inWords = (text: string): Token[] =>
  [...text.matchAll(capitalAmount)].flatMap((match) => {
    const money = readMoney(readCapitals(match[0]) ?? '', '元')
    return money
      ? [{ kind: 'money', money, isInWords: true, start: match.index, end: match.index + match[0].length }]
      : []
  })

/** All numbers of a half-width text whose digits beside the price are masked, in order. */
export const tokensOf = (text: string): readonly Token[] =>
  [...inFigures(text), ...inWords(text)].sort((a, b) => a.start - b.start)
