import type { Token } from './tokens.ts'

const opening = '([〔【《“'
const closing = ')]〕】》”'
const separators = ';,。、\n=+/'

/** Where the words about the next number begin: behind the first separator that stands in no bracket. */
function afterSeparator(text: string): string {
  let depth = 0
  for (const [index, sign] of [...text].entries()) {
    if (opening.includes(sign)) depth += 1
    else if (closing.includes(sign)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && separators.includes(sign)) return text.slice(index + 1)
  }
  return text
}

const edges = /^[\s;,。、:)）”"=+/]+|[\s:(“"=+]+$/g

/** The words in front of a number, back to the number before it. Positions are those of the half-width text. */
export function wordsBefore(text: string, tokens: readonly Token[], index: number): string {
  const token = tokens[index]
  const before = tokens[index - 1]
  if (!token) return ''
  const words = text.slice(before?.end ?? 0, token.start)
  const own = (before ? afterSeparator(words) : words).replaceAll(edges, '')
  return own.replace(/^\([^()]*\)\s*[;,。、]\s*/, '')
}

/** The words behind a number, up to the end of its clause. */
export function wordsAfter(text: string, tokens: readonly Token[], index: number): string {
  const from = tokens[index]?.end ?? 0
  const words = text.slice(from, tokens[index + 1]?.start ?? text.length)
  return /^[^;,。\n]*/.exec(words)?.[0] ?? ''
}

/** `设计费:下浮率` as what it is for and what it is of; without a colon all of it says what it is of. */
export function splitLabel(words: string): { readonly label: string | null; readonly of: string | null } {
  const colon = words.indexOf(':')
  const label = colon < 0 ? null : words.slice(0, colon).replaceAll(edges, '')
  return { label: label || null, of: baseOf(words.slice(colon + 1)) }
}

const namesNoBase = /^(?:投标|中标|总)?(?:报价)?(?:下浮|折扣|优惠|价格|让利)?(?:费率|率|比例|系数|均)?$/

/** What a percentage is of: the words without what only joins them to the number. */
export function baseOf(words: string): string | null {
  const base = words
    .replaceAll(edges, '')
    .replace(/(?:的|为|是|按|[×*xX]|乘以)+\s*$/, '')
    .replaceAll(edges, '')
  return namesNoBase.test(base) ? null : base
}

/** The same words as the notice has them: half-width signs stand where the wide ones stood. */
export function asWritten(words: string | null, text: string, written: string): string | null {
  const at = words ? text.indexOf(words) : -1
  return words && at >= 0 ? written.slice(at, at + words.length) : words
}
