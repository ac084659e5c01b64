import { createHmac, randomBytes } from 'node:crypto'
import { parseResidentId } from '@tongban/schema'
import { LRUCache } from 'lru-cache'

/** Stand-ins for personal data: the same value gets the same one on a tape, and nothing leads back from it. */
export interface Pseudonyms {
  /** A number of the form of GB 11643 with a true check character, of a province that does not exist, born on 1900-01-01. */
  residentId(number: string): string
  /** Digits of the same length that begin with `100`, which no telephone or bank card does. */
  digits(number: string): string
  /** Words of the same length out of ten characters. */
  words(text: string): string
}

const standInId = /^00\d{4}19000101\d{3}[\dX]$/
const stems = '甲乙丙丁戊己庚辛壬癸'
const standInWords = new RegExp(`^[${stems}·]+$`, 'u')

const digitsOf = (digest: Buffer, count: number): string =>
  Array.from({ length: count }, (_, index) => (digest[index % digest.length] ?? 0) % 10).join('')

const withCheckCharacter = (digits17: string): string =>
  Array.from('0123456789X', (last) => digits17 + last).find((id) => parseResidentId(id).status !== 'invalid') ??
  `${digits17}X`

/**
 * Stand-ins of one tape. The secret behind them is drawn anew and kept nowhere. What is a stand-in already stays as it is, so
 * that what was read from a tape can be asked of it again.
 */
export function createPseudonyms(secret: Uint8Array = randomBytes(32)): Pseudonyms {
  // The same few words come over and over.
  const digests = new LRUCache<string, Buffer>({ max: 5_000 })
  const digest = (text: string): Buffer => {
    const known = digests.get(text) ?? createHmac('sha256', secret).update(text).digest()
    digests.set(text, known)
    return known
  }
  return {
    residentId(number) {
      const canonical = number.toUpperCase()
      if (standInId.test(canonical)) return number
      const some = digitsOf(digest(canonical), 7)
      return withCheckCharacter(`00${some.slice(0, 4)}19000101${some.slice(4)}`)
    },
    digits: (number) =>
      number.startsWith('100') ? number : `100${digitsOf(digest(number), Math.max(0, number.length - 3))}`,
    words(text) {
      if (standInWords.test(text)) return text
      const some = digest(text)
      // The middle dot of a name stays: programs split names at it.
      return Array.from(text, (char, index) => (char === '·' ? char : stems.charAt((some[index % 32] ?? 0) % 10))).join(
        '',
      )
    },
  }
}
