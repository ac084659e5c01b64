import { maskBase64 } from './files.ts'
import { legible, withinPercents } from './legible.ts'
import { fieldMask, withheld } from './mask-fields.ts'
import { maskNames } from './mask-names.ts'
import { maskNumbers } from './numbers.ts'
import type { Pseudonyms } from './pseudonyms.ts'

/** What is masked beyond what is always masked. */
export interface MaskOptions {
  /** Names of further fields that hold personal data. */
  readonly fields?: readonly string[]
  /** Every Chinese word outside names of fields is personal unless kept: for systems about persons. */
  readonly allWords: boolean
  /** Texts that stay although `allWords` is in force: labels and names of states that the source file reads. */
  readonly keep?: readonly string[]
}

/** Masks a text of any format. Masking twice is masking once. */
export type MaskText = (text: string) => string

const signedToken = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g
const bearerToken = /\bBearer [\w.~+/-]{4,}=*/gi

/** Scripts in which people in China are named, Latin letters excepted: codes are written in those. */
const letters =
  '\\p{Script=Han}\\p{Script=Arabic}\\p{Script=Tibetan}\\p{Script=Mongolian}\\p{Script=Yi}\\p{Script=Hangul}\\p{Co}·'
const words = new RegExp(`(?<!<\\/?|&lt;\\/?|[${letters}])[${letters}]+(?![${letters}]|\\\\{0,64}"\\s{0,64}:)`, 'gu')

/** Words that readers of values know and that are nobody's name: without them dates and amounts could not be read. */
const plainWords: ReadonlySet<string> = new Set([
  ...['长期', '长期有效', '永久', '永久有效', '无固定期限', '是', '否', '有', '无', '男', '女'],
  ...['凌晨', '早上', '上午', '中午', '下午', '晚上', '元', '万元'],
])
/** `2021年12月31日`, `下午2时5分`: signs beside digits. */
const signOfTime = /^[年月日时点分秒]$/

/** Masks texts with the stand-ins of one tape. */
export function createMask(pseudonyms: Pseudonyms, { fields = [], allWords, keep = [] }: MaskOptions): MaskText {
  const kept: ReadonlySet<string> = new Set(keep)
  const maskFields = fieldMask(pseudonyms, fields, kept)
  const isKept = (word: string, before: string): boolean =>
    kept.has(word) || plainWords.has(word) || (signOfTime.test(word) && /\d/.test(before))
  const maskWords = (text: string): string =>
    allWords
      ? text.replace(words, (word, at: number, all: string) =>
          isKept(word, all.charAt(at - 1)) ? word : pseudonyms.words(word),
        )
      : text
  const mask: MaskText = (text) => {
    const readable = maskBase64(legible(text), mask)
    const byField = maskFields(readable.replace(signedToken, withheld).replace(bearerToken, `Bearer ${withheld}`))
    const named = maskNames(maskNumbers(byField, pseudonyms), pseudonyms, kept)
    return maskWords(withinPercents(named, (text) => maskWords(maskNames(text, pseudonyms, kept))))
  }
  return mask
}
