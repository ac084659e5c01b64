import { readDate, readInstant } from '../reading/dates.ts'
import { isNothing } from '../reading/nothing.ts'

/** Whether a value says nothing: absent, blank, or without any part. */
export const saysNothing = (value: unknown): boolean =>
  isNothing(value) || (isFields(value) && Object.values(value).every(saysNothing))

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether two registers say the same in other spellings: widths, blanks, marks in names, and ways to write a date. */
export function same(one: unknown, other: unknown): boolean {
  if (saysNothing(one) || saysNothing(other)) return saysNothing(one) && saysNothing(other)
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((part, index) => same(part, other[index]))
  if (isFields(one) && isFields(other))
    return Object.keys({ ...one, ...other }).every((name) => same(one[name], other[name]))
  if (isFields(one) || isFields(other) || Array.isArray(one) || Array.isArray(other)) return false
  return samePlain(plain(one), plain(other))
}

/** Marks between the parts of a name (间隔号) that input methods give for U+00B7, after NFKC. */
const middleDots = /[\u2022\u2027\u2219\u22c5\u30fb\u2e31\u16eb]/g

const plain = (value: unknown): string =>
  String(value).normalize('NFKC').replace(middleDots, '·').replace(/\s+/g, ' ').trim()

/** Bare digits may be a number or a date: what they are is told by the other spelling. */
const samePlain = (one: string, other: string): boolean =>
  one === other || ((isDated(one) || isDated(other)) && dateIn(one) !== undefined && dateIn(one) === dateIn(other))

const isDated = (text: string): boolean => /^\d{4}[-/.年]|^(?:长期|永久|无固定期限)/.test(text)

const dateIn = (text: string): string | undefined => {
  const date = readDate(text)
  return date && 'openEnded' in date ? 'open' : readInstant(text)
}
