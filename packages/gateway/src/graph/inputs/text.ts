import { isPlain } from '../../domains/plain-text.ts'
import type { Sentence } from '../scalars/scalar.ts'

/** A file name is at most so long, and nothing else that is asked for as `String` is longer. */
const maxTextLength = 256
/** Our identifiers hold keys of sources in Base64. */
const maxIdLength = 1_024
/** No errand known to us asks for so many materials, and no form for so many choices. */
const maxListLength = 100

export const notPlain: Sentence = {
  zh: '不得含有控制字符或不完整的字符',
  en: 'must not hold control characters or halves of characters',
}

const tooLong = (limit: number): Sentence => ({ zh: `至多 ${limit} 个字符`, en: `at most ${limit} characters` })

/** What is wrong with a value of a plain `String` or `ID`, which have no rules of their own; undefined when nothing is. */
export function textFault(text: string, type: 'String' | 'ID'): Sentence | undefined {
  const limit = type === 'ID' ? maxIdLength : maxTextLength
  if (text.length > limit) return tooLong(limit)
  return isPlain(text) ? undefined : notPlain
}

/** What is wrong with a list: each entry may cost a condition in a query. */
export function listFault(length: number): Sentence | undefined {
  return length <= maxListLength
    ? undefined
    : { zh: `至多 ${maxListLength} 项`, en: `at most ${maxListLength} entries` }
}
