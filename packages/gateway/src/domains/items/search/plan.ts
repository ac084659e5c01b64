import { bigrams, initialsMark, normalise, wordsOf } from './normalise.ts'
import { isSyllable, readingsOf } from './syllables.ts'

/** Text that is looked for as it is written. */
export interface WrittenWord {
  readonly kind: 'written'
  readonly text: string
  readonly grams: readonly string[]
  /** How many of the pairs a name must have. */
  readonly need: number
}

/** Letters that may be written so, or be pinyin, or initials. */
export interface LatinWord {
  readonly kind: 'latin'
  readonly text: string
  /** Sets of index tokens; a match has all tokens of at least one set. Null when only looking at every name will do. */
  readonly tokenSets: readonly (readonly string[])[] | null
  /** How many syllables the letters can be as pinyin; the last one may be unfinished. */
  readonly syllables: 'none' | 'one' | 'several'
}

export type SearchWord = WrittenWord | LatinWord

/** A search text, understood. */
export interface SearchPlan {
  readonly words: readonly SearchWord[]
  /** The whole text normalised, to put names that hold it in one piece first. */
  readonly phrase: string
  /** The text as a code of an item, when it can be one. */
  readonly code: string | null
}

/**
 * Share of a word's character pairs that a name must have. 二手房抵押登记 shares five of six with 不动产抵押登记(二手房);
 * with a lower share, long words find everything that ends in 登记.
 */
const coverage = 0.6

/** Reads a search text; null when it is blank. A text of nothing but signs has no words, and nothing matches it. */
export function planSearch(text: string): SearchPlan | null {
  if (text.trim() === '') return null
  const words = joinSyllables(wordsOf(text)).map(planWord)
  return { words, phrase: normalise(text), code: codeIn(text) }
}

const isLatin = (word: string): boolean => /^[a-z]+$/.test(word)

/** `ying ye zhi zhao` is one word typed syllable by syllable. */
function joinSyllables(words: readonly string[]): readonly string[] {
  const joined: string[] = []
  let open = false
  for (const word of words) {
    const single = isLatin(word) && isSyllable(word)
    if (single && open) joined.push(`${joined.pop()}${word}`)
    else joined.push(word)
    open = single
  }
  return joined
}

function planWord(text: string): SearchWord {
  if (isLatin(text)) return planLatin(text)
  const grams = bigrams(text)
  return { kind: 'written', text, grams, need: Math.ceil(grams.length * coverage) }
}

function planLatin(text: string): LatinWord {
  const readings = readingsOf(text)
  const initials = [text, ...readings].map((letters) => bigrams(letters).map((pair) => initialsMark + pair))
  const sets = [bigrams(text), ...initials]
  return {
    kind: 'latin',
    text,
    tokenSets: sets.some((set) => set.length === 0) ? null : sets,
    syllables: count(readings),
  }
}

function count(readings: readonly string[]): LatinWord['syllables'] {
  if (readings.length === 0) return 'none'
  return readings.every(({ length }) => length === 1) ? 'one' : 'several'
}

/** Codes are long and hold digits; a name rarely is only letters, digits and joints. */
function codeIn(text: string): string | null {
  const code = text.trim()
  return /^[\p{L}\p{N}._/()〔〕-]{6,64}$/u.test(code) && /\d/.test(code) ? code : null
}
