import { pinyin } from 'pinyin-pro'

/** Longest text that is searched for; what follows is ignored. */
const maxText = 80
const maxWords = 8

/**
 * A name as it is compared: full-width and half-width forms made equal, lower case, and only letters and digits left, so that
 * `（二手房）`, `(二手房)` and `二手房` are the same. Applying it twice changes nothing.
 */
export const normalise = (text: string): string => unify(text).replace(/[^\p{L}\p{N}]/gu, '')

/** The words of a search text, normalised. */
export function wordsOf(text: string): readonly string[] {
  const words = unify(text.slice(0, maxText)).split(/[^\p{L}\p{N}]+/u)
  return [...new Set(words.filter((word) => word !== ''))].slice(0, maxWords)
}

// Lower-casing can make a decomposed form (İ), hence the second composition.
const unify = (text: string): string => text.normalize('NFKC').toLowerCase().normalize('NFKC')

/** Neighbouring pairs of characters, each once. */
export function bigrams(text: string): readonly string[] {
  const characters = [...text]
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))]
}

/** The reading of a name: syllables without tones, ü as v. What is not Chinese has none. */
export const syllablesOf = (name: string): readonly string[] =>
  pinyin(name, { type: 'array', toneType: 'none', nonZh: 'removed', v: true })

/** Marks initials among the tokens, so that `~yy` (营业) is not taken for the letters yy in a name. */
export const initialsMark = '~'

/** What is kept of a name for searching. */
export interface SearchKeys {
  readonly nameKey: string
  /** `|ying|ye|zhi|zhao` */
  readonly pinyin: string
  /** `yyzz` */
  readonly initials: string
  /** Pairs of characters and pairs of initials: what the index holds. */
  readonly grams: readonly string[]
}

export function searchKeys(name: string): SearchKeys {
  const nameKey = normalise(name)
  const syllables = syllablesOf(nameKey)
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('')
  return {
    nameKey,
    pinyin: syllables.map((syllable) => `|${syllable}`).join(''),
    initials,
    grams: [...bigrams(nameKey), ...bigrams(initials).map((pair) => initialsMark + pair)],
  }
}
