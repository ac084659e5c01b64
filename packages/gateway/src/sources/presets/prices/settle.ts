import { readMoney } from '../../reading/decimals.ts'
import type { PriceColumn } from './column.ts'
import { compareDecimals, compareSum } from './sums.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A number whose unit is known. */
export type Settled = Exclude<Token, { readonly kind: 'bare' }>

/** No percentage is as large as this, so a bare number below 元/% that is must be yuan. */
const yuanAtLeast = '1000'

const asMoney = (token: Token & { kind: 'bare' }, unit: '元' | '万元'): Settled[] => {
  const money = readMoney(token.decimal, unit)
  return money ? [{ kind: 'money', money, isInWords: false, start: token.start, end: token.end }] : []
}

/** A bare number in the unit of its column; empty when the column does not settle it. */
function settleBare(token: Token & { kind: 'bare' }, column: PriceColumn, isAlone: boolean): Settled[] {
  if (token.isAlien) return []
  const isLarge = compareDecimals(token.decimal, yuanAtLeast) >= 0
  if (column === 'PERCENT')
    return isAlone ? [{ kind: 'percent', percent: token.decimal, start: token.start, end: token.end }] : []
  if (column === 'TEN_THOUSAND_YUAN') return isAlone ? asMoney(token, '万元') : []
  if (column === 'YUAN') return isAlone || isLarge ? asMoney(token, '元') : []
  return column === 'YUAN_OR_PERCENT' && isLarge ? asMoney(token, '元') : []
}

/** A bare number in front of amounts that add up to it is a sum of yuan, whatever the column says. */
function settleSum(tokens: readonly Token[]): readonly Settled[] {
  const [first, ...others] = tokens
  const parts = others.flatMap((token) => (token.kind === 'money' ? [token] : []))
  const isSum = parts.length === others.length && parts.length > 0
  if (first?.kind !== 'bare' || first.isAlien || !isSum || compareSum(values(parts), first.decimal) !== 0) return []
  return [...asMoney(first, '元'), ...parts]
}

const values = (amounts: readonly { readonly money: { readonly value: string } }[]) =>
  amounts.map(({ money }) => money.value)

/** Between an amount in figures and the same in words stand only brackets and words that announce it. */
const announces = /^[\s():,]*(?:(?:大写|小写|人民币|[¥￥])[\s():,]*)*$/

const isSame = (a: Settled, b: Settled): boolean =>
  a.kind === 'money' && b.kind === 'money' && compareDecimals(a.money.value, b.money.value) === 0

const isPair = (text: string, a: Settled, b: Settled): boolean =>
  a.kind === 'money' && b.kind === 'money' && a.isInWords !== b.isInWords && announces.test(text.slice(a.end, b.start))

/** Amounts told twice, in words and in figures, become one; both must be the same. */
function mergePairs(text: string, tokens: readonly Settled[]): readonly Settled[] | 'CONTRADICTORY' {
  const merged: Settled[] = []
  for (const token of tokens) {
    const last = merged.at(-1)
    if (!last || !isPair(text, last, token)) merged.push(token)
    else if (!isSame(last, token)) return 'CONTRADICTORY'
    else
      merged.splice(-1, 1, {
        ...(last.kind === 'money' && last.isInWords ? token : last),
        start: last.start,
        end: token.end,
      })
  }
  return merged
}

/** Digits outside every number: half of a number that was cut by a blank, for example. */
const hasOtherDigits = (text: string, tokens: readonly Token[]): boolean => {
  const covered = tokens.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
  return /\d/.test(covered)
}

/** The numbers of a text with their units, or why they cannot be had. */
export function settleTokens(
  text: string,
  column: PriceColumn,
): readonly Settled[] | 'CONTRADICTORY' | 'NUMBER_WITHOUT_UNIT' | 'UNREADABLE' {
  const tokens = tokensOf(text)
  const [first] = tokens
  const isAlone = tokens.length === 1 && first !== undefined && text.trim().length === first.end - first.start
  const settled = tokens.flatMap((token) => (token.kind === 'bare' ? settleBare(token, column, isAlone) : [token]))
  const known = settled.length === tokens.length ? settled : settleSum(tokens)
  if (hasOtherDigits(text, tokens)) return 'UNREADABLE'
  if (known.length === tokens.length) return mergePairs(text, known)
  return tokens.length === 1 && (isAlone || /系数|折扣|费率|下浮/.test(text)) ? 'NUMBER_WITHOUT_UNIT' : 'UNREADABLE'
}
