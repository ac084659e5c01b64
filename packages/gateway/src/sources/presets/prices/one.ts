import { asWritten, baseOf, splitLabel, wordsAfter } from './labels.ts'
import { meaningOf, type PriceClass, type PriceReading } from './reading.ts'
import type { Settled } from './settle.ts'
import { compareDecimals } from './sums.ts'

/** A text taken apart: half-width, with its numbers and the words in front of each. */
export interface PriceText {
  readonly text: string
  readonly masked: string
  /** As the notice has it. */
  readonly written: string
  readonly tokens: readonly Settled[]
  readonly words: readonly string[]
}

/** Words that mean the whole offer. */
export const isWhole = (words: string): boolean =>
  /^(?:我方|本项目|人民币|最终|投标|中标|成交|合同|预算|采购|控制|含税|总|金|报|价|单|额|合计|大写|为|是|[:()\s])*(?:(?:\(元\)|\(最高限价\))[:\s]*)?$/.test(
    words,
  )

const isZero = (decimal: string): boolean => !/[1-9]/.test(decimal)

/** Percentages up to this, called a factor, may as well be the factor itself: 0.88% for 0.88. */
const doubtfulUpTo = '2'

const rateClass = (before: string, after: string, percent: string): PriceClass => {
  const around = before + after
  const meaning = meaningOf(before, after)
  if (/系数/.test(around) && compareDecimals(percent, doubtfulUpTo) <= 0) return 'DOUBTFUL_FACTOR'
  if (meaning === 'REDUCTION') return 'REDUCTION'
  if (/《|标准|[的×*xX]\s*$|计取|乘以|基数|基准/.test(before)) return 'SHARE_OF_BASE'
  if (/折扣/.test(around)) return 'DISCOUNT'
  return meaning === 'SHARE' ? 'FACTOR' : 'RATE'
}

/** Keeps the wording only where it says more than the number. */
const rawBeside = ({ text, written, tokens }: PriceText): string | null => {
  const spoken = tokens.reduce((sum, { start, end }) => sum + end - start, 0)
  return text.trim().length > spoken ? written : null
}

const readRate = (context: PriceText, token: Settled & { kind: 'percent' }): PriceReading | PriceClass => {
  const before = context.words[0] ?? ''
  const after = wordsAfter(context.text, context.tokens, 0)
  const found = rateClass(before, after, token.percent)
  if (found === 'DOUBTFUL_FACTOR') return found
  const of = found === 'SHARE_OF_BASE' ? asWritten(baseOf(before), context.text, context.written) : null
  const price = {
    kind: 'rate',
    percent: token.percent,
    of,
    meaning: meaningOf(before, after),
    raw: rawBeside(context),
  } as const
  return { class: found, price }
}

/** The price of a text with one number. */
export function onePriceOf(context: PriceText): PriceReading | PriceClass {
  const [token] = context.tokens
  if (!token) return 'UNREADABLE'
  if (token.kind === 'percent') return readRate(context, token)
  if (isZero(token.money.value)) return 'ZERO'
  if (token.kind === 'unit')
    return {
      class: 'UNIT_PRICE',
      price: { kind: 'unit', amount: token.money, per: token.per, raw: rawBeside(context) },
    }
  if (!isWhole(context.words[0] ?? '')) return 'PART_ONLY'
  return { class: 'AMOUNT', price: { kind: 'money', ...token.money } }
}

/** Words in front of a number, or the bracket behind it: `1430000元(设计费)`. */
function labelOf(context: PriceText, index: number): string | null {
  const before = (context.words[index] ?? '').replace(/(?:为|是)\s*$/, '').replace(/[:\s]+$/, '')
  const behind = /^\s*\(([^()]+)\)/.exec(context.text.slice(context.tokens[index]?.end))?.[1]
  return before || behind || null
}

/** The price of one number among several. */
function partPrice(context: PriceText, index: number, of: string | null) {
  const token = context.tokens[index]
  if (!token) return undefined
  if (token.kind === 'money') return { kind: 'money' as const, ...token.money }
  if (token.kind === 'unit') return { kind: 'unit' as const, amount: token.money, per: token.per }
  const meaning = meaningOf(context.words[index] ?? '', wordsAfter(context.text, context.tokens, index))
  return { kind: 'rate' as const, percent: token.percent, of, meaning }
}

/** A number of a text with several as the price of a part. */
export function partOf(context: PriceText, index: number) {
  const { text, written, tokens, words } = context
  const isRate = tokens[index]?.kind === 'percent'
  const split = splitLabel(words[index] ?? '')
  const isSplit = isRate && split.label !== null
  const price = partPrice(context, index, asWritten(isSplit ? split.of : null, text, written))
  const label = isSplit
    ? split.label
    : isRate
      ? (baseOf(words[index] ?? '') ?? labelOf(context, index))
      : labelOf(context, index)
  return price ? [{ label: asWritten(label, text, written), price }] : []
}
