import { randomInt } from 'node:crypto'
import { mod37Comma36, shanghaiDate } from '@tongban/schema'

/** Digits and capitals without those that are mistaken for one another when read aloud or typed (Crockford). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const shape = /^(\d{8})-([0-9A-Z]{4})-([0-9A-Z]{4})-([0-9A-Z])$/

/**
 * A number for a receipt (收件回执编号): day, eight random characters and a check character (ISO 7064 MOD 37,36), for
 * example `20260302-7K3Q-9FVB-X`. Random, so that nobody learns from it how much is handed in, nor guesses another.
 */
export function newReceiptNumber(now: Date): string {
  const day = shanghaiDate(now.getTime()).replaceAll('-', '')
  const random = Array.from({ length: 8 }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
  return `${day}-${random.slice(0, 4)}-${random.slice(4)}-${mod37Comma36(day + random)}`
}

/** The number as issued, from what somebody typed; undefined when it was misread. */
export function readReceiptNumber(text: string): string | undefined {
  const number = text.trim().toUpperCase()
  const [, day = '', first = '', second = '', check] = shape.exec(number) ?? []
  return day !== '' && check === mod37Comma36(day + first + second) ? number : undefined
}
