import iconv from 'iconv-lite'
import { sourceFailure } from '../../failures.ts'
import type { ColumnInfo } from './database.ts'
import type { ColumnValue } from './requests.ts'

const gb18030 = new TextDecoder('gb18030', { fatal: true })

/** Text of a GB character set. Read as GB18030, which contains GB 2312 and GBK; `䶮` is only right that way. */
export function decodeGb(bytes: Uint8Array, column: string): string {
  try {
    return gb18030.decode(bytes)
  } catch {
    throw sourceFailure('TB_SOURCE_SHAPE', { detail: `${column}: not GB text` })
  }
}

/** A refusal that names the column and what was expected there, never the value. */
export const unfit = (column: string, expected: string) =>
  sourceFailure('TB_SOURCE_REFUSED', { detail: `${column}: ${expected}` })

/**
 * Text as bytes of a GB character set. A character of four bytes fits only where GB18030 is stored: GBK has no place for it.
 *
 * @throws TongbanError `TB_SOURCE_REFUSED` naming the column
 */
export function encodeGb(text: string, charset: 'gbk' | 'gb18030', column: string): Buffer {
  for (const character of text) {
    const bytes = iconv.encode(character, 'gb18030')
    // What has no code at all comes back as a question mark.
    const fits = (charset === 'gb18030' || bytes.length <= 2) && (character === '?' || bytes.toString('latin1') !== '?')
    if (!fits) throw unfit(column, `a character that the character set ${charset} of the column cannot hold`)
  }
  return iconv.encode(text, 'gb18030')
}

const two = (number: number): string => String(number).padStart(2, '0')

/** `yyyy-MM-dd HH:mm:ss` in Asia/Shanghai, as published senders write with `to_date`; columns of dates and of text take it alike. */
export function writtenTime(at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000)
  const day = `${local.getUTCFullYear()}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())}`
  return `${day} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`
}

/** Drivers write an object as several columns, and a list as several values: no value of a column is one. */
const isColumnValue = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array

/** A value in plain form, checked against the length of its column. Digits for columns of whole numbers stay exact. */
export function plainValue(column: ColumnInfo, value: ColumnValue): Exclude<ColumnValue, Date> {
  if (!isColumnValue(value)) throw unfit(column.name, 'expected a text, a number, a time or bytes')
  const plain = value instanceof Date ? writtenTime(value) : value
  if (typeof plain !== 'string') return plain
  if (column.maxLength !== null && [...plain].length > column.maxLength)
    throw unfit(column.name, `longer than ${column.maxLength} characters`)
  return column.isWhole && /^-?\d{1,38}$/.test(plain.trim()) ? BigInt(plain) : plain
}
