import { type MoneyUnit, type MoneyValue, readDecimal, readMoney } from '../../reading/decimals.ts'
import { capitalAmount, readCapitals } from './capitals.ts'
import { number } from './masks.ts'

/** What a number in a text is. `bare` numbers stand without a unit, `isAlien` ones in front of something else. */
export type Quantity =
  | { readonly kind: 'money'; readonly money: MoneyValue; readonly isInWords: boolean }
  | { readonly kind: 'unit'; readonly money: MoneyValue; readonly per: string }
  | { readonly kind: 'percent'; readonly percent: string }
  | { readonly kind: 'bare'; readonly decimal: string; readonly isAlien: boolean }

/** A number with its place in the text. */
export type Token = Quantity & { readonly start: number; readonly end: number }

const units = '亿元|万元|千元|元'
const per = '[\\u4e00-\\u9fa5]{1,4}(?![\\u4e00-\\u9fa5])|㎡|m[²³23]?(?![a-z])'
/** Words and signs behind a number without a unit that leave it what it is; any other (USD, 万, 每月, /年) makes it something else. */
const alien = String.raw`\s*(?!人民币|大写|小写|其中|整|含|RMB|CNY)[\p{L}\/$€£]`
const forEach = String.raw`(?<unit>${units})\s*(?:(?:\/\s*每?|每)\s*(?<per>${per})|\(\s*[\/每]\s*(?<eachPer>${per})\s*\))`
const forEachInside = String.raw`\(\s*(?<inner>${units})\s*\/\s*(?<innerPer>${per})\s*\)`
const shape = new RegExp(
  String.raw`(?<yen>[¥￥]\s*:?\s*)?(?<![\d.\-−–—~～])(?<number>${number})(?:\s*(?:${forEach}|${forEachInside}|(?<sum>${units})(?!\s*(?:\/|每|\(\s*[\/每]))|(?<percent>%)))?(?=(?<alien>${alien})?)`,
  'gu',
)

type Groups = Readonly<Record<string, string | undefined>>

// The pattern for units lists exactly the members of this type.
const unitOf = (text: string): MoneyUnit => text as MoneyUnit

function quantityOf(found: Groups): Quantity | undefined {
  const decimal = readDecimal(found.number ?? '')
  if (decimal === undefined) return undefined
  if (found.percent) return { kind: 'percent', percent: decimal }
  const each = found.per ?? found.eachPer ?? found.innerPer
  const isAlien = found.alien !== undefined
  const unit = found.unit ?? found.inner ?? found.sum ?? (found.yen && !isAlien ? '元' : undefined)
  const money = unit === undefined ? undefined : readMoney(decimal, unitOf(unit))
  if (!money) return { kind: 'bare', decimal, isAlien }
  return each ? { kind: 'unit', money, per: each } : { kind: 'money', money, isInWords: false }
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
