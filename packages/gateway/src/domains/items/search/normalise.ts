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

/** How a text sounds. */
interface Reading {
  /** `|ying|ye|zhi|zhao` */
  readonly pinyin: string
  /** `yyzz` */
  readonly initials: string
}

/** What is kept of an item for searching. */
export interface SearchKeys extends Reading {
  readonly nameKey: string
  /** Reading of what the item is also known by: 企业设立登记 is looked for as 营业执照, its result. */
  readonly also: Reading
  /** Pairs of characters and pairs of initials, of the name and of what it is also known by: what the index holds. */
  readonly grams: readonly string[]
}

/** Stands between texts, so that no pair and no reading reaches from one into the next. */
const between = ';'

export function searchKeys(name: string, also: readonly string[] = []): SearchKeys {
  const nameKey = normalise(name)
  const alsoKeys = [...new Set(also.map(normalise))].filter((key) => key !== '' && key !== nameKey)
  const readings = alsoKeys.map(readingOf)
  const reading = readingOf(nameKey)
  return {
    nameKey,
    ...reading,
    also: {
      pinyin: readings.map(({ pinyin }) => pinyin).join(between),
      initials: readings.map(({ initials }) => initials).join(between),
    },
    grams: [...new Set([...[nameKey, ...alsoKeys].flatMap(bigrams), ...[reading, ...readings].flatMap(initialPairs)])],
  }
}

function readingOf(key: string): Reading {
  const syllables = syllablesOf(key)
  return {
    pinyin: syllables.map((syllable) => `|${syllable}`).join(''),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
  }
}

const initialPairs = ({ initials }: Reading): readonly string[] => bigrams(initials).map((pair) => initialsMark + pair)
