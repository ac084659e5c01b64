import { isWhole, type PriceText, partOf } from './one.ts'
import type { PriceClass, PriceReading } from './reading.ts'
import type { Settled } from './settle.ts'
import { compareSum } from './sums.ts'

type Amount = Settled & { readonly kind: 'money' }
const isAmount = (token: Settled | undefined): token is Amount => token?.kind === 'money'

/** 投标总价, 总报价, 合计: the words in front name a total; 综合单价合计 is a sum of unit prices and none. */
const namesTotal = (words: string): boolean => /总价|总报价|总额|合计|总金额/.test(words) && !/单价/.test(words)

/** Behind an offer, brackets, 其中 or a formula announce of what it consists. */
const isTakenApart = ({ masked, tokens }: PriceText): boolean =>
  /^[^\d;]{0,12}?(?:\(|其中|=)/.test(masked.slice(tokens[0]?.end ?? 0, tokens[1]?.start))

const hasRateOnly = (tokens: readonly Settled[]): boolean => tokens.every(({ kind }) => kind === 'percent')

/** Which number is the total: the first or the last, when words or punctuation say so. A total in the middle is that of a part. */
function totalOf(context: PriceText): Amount | undefined {
  const { tokens, words } = context
  const [first, ...others] = tokens
  const [firstWords = ''] = words
  const isOffer = isWhole(firstWords) && !/[\ue000-\ue009]/.test(context.masked.slice(0, first?.start))
  if (
    isAmount(first) &&
    (namesTotal(firstWords) ||
      (isOffer && (hasRateOnly(others) ? firstWords !== '' : isTakenApart(context) || addsUp(first, others))))
  )
    return first
  const last = tokens.at(-1)
  return isAmount(last) && /总/.test(words.at(-1) ?? '') && namesTotal(words.at(-1) ?? '') ? last : undefined
}

const values = (tokens: readonly Settled[]): string[] => tokens.filter(isAmount).map(({ money }) => money.value)
const addsUp = (total: Amount, parts: readonly Settled[]): boolean =>
  parts.every(isAmount) && compareSum(values(parts), total.money.value) === 0

const depthAt = (text: string, place: number): number =>
  [...text.slice(0, place)].reduce((depth, sign) => depth + (sign === '(' ? 1 : sign === ')' ? -1 : 0), 0)

/** Parts of parts (其中暂列金 in a bracket of its own) are not counted twice. */
function outerParts({ masked, tokens }: PriceText, total: Settled): readonly Settled[] {
  const parts = tokens.filter((token) => token !== total)
  const depths = parts.map(({ start }) => depthAt(masked, start))
  const least = Math.min(...depths)
  return parts.filter((_, index) => depths[index] === least)
}

function withTotal(context: PriceText, total: Amount): PriceReading | PriceClass {
  const parts = context.tokens.filter((token) => token !== total)
  const price = { kind: 'money', ...total.money } as const
  if (!parts.some(isAmount)) return { class: 'AMOUNT_WITH_RATE', price }
  if (!/[1-9]/.test(total.money.value)) return 'ZERO'
  const isFair = addsUp(total, parts) || compareSum(values(outerParts(context, total)), total.money.value) <= 0
  return isFair ? { class: 'AMOUNT_WITH_PARTS', price } : 'CONTRADICTORY'
}

const severalClass = (tokens: readonly Settled[]): PriceClass => {
  if (tokens.every(({ kind }) => kind === 'money')) return 'SEVERAL_AMOUNTS'
  return hasRateOnly(tokens) ? 'SEVERAL_RATES' : 'SEVERAL_MIXED'
}

/** The price of a text with several numbers: its total, or each part. */
export function severalPricesOf(context: PriceText): PriceReading | PriceClass {
  const total = totalOf(context)
  if (total) return withTotal(context, total)
  const parts = context.tokens.flatMap((_, index) => partOf(context, index))
  return { class: severalClass(context.tokens), price: { kind: 'several', parts, raw: context.written } }
}
