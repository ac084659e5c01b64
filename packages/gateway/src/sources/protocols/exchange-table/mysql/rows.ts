import iconv from 'iconv-lite'
import type { FieldPacket } from 'mysql2'
import type { ColumnValue, TableRow } from '../requests.ts'
import { decodeGb } from '../text.ts'
import type { MysqlOptions } from './mysql.ts'

type Decode = (bytes: Buffer) => ColumnValue

const text: Decode = (bytes) => bytes.toString('utf8')

/** A number where it is exact, else its digits. */
const number: Decode = (bytes) => {
  const digits = bytes.toString('latin1')
  const value = Number(digits)
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? digits : value
}

/** Types by their number in the protocol: TINY SHORT LONG FLOAT DOUBLE LONGLONG INT24 YEAR. */
const numbers: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 8, 9, 13])
/** TIMESTAMP DATE TIME DATETIME DECIMAL NEWDECIMAL JSON: written in ASCII or UTF-8, whatever their character set says. */
const texts: ReadonlySet<number> = new Set([0, 7, 10, 11, 12, 245, 246])

const gb: ReadonlySet<string> = new Set(['gbk', 'gb2312', 'gb18030', 'euccn'])

/** How the bytes of a column are read; a server asked for no conversion sends each column in its own character set. */
function decoderOf(field: FieldPacket, latin1Holds: MysqlOptions['latin1Holds']): Decode {
  const type = field.columnType ?? field.type ?? 0
  if (numbers.has(type)) return number
  if (texts.has(type)) return text
  const encoding = (field.encoding ?? 'utf8').toLowerCase()
  if (encoding === 'binary') return (bytes) => Uint8Array.from(bytes)
  if (gb.has(encoding) || (encoding === 'latin1' && (latin1Holds ?? 'latin1') !== 'latin1'))
    return (bytes) => decodeGb(bytes, field.name)
  if (encoding.startsWith('utf8') || encoding === 'cesu8') return text
  // What MySQL calls latin1 is the Windows code page 1252.
  return (bytes) => iconv.decode(bytes, encoding === 'latin1' ? 'win1252' : encoding)
}

/** Reads rows of a result from their bytes. */
export function rowReader(fields: readonly FieldPacket[], latin1Holds: MysqlOptions['latin1Holds']) {
  const columns = fields.map((field) => ({ name: field.name, decode: decoderOf(field, latin1Holds) }))
  return (cells: readonly (Buffer | null)[]): { row: TableRow; bytes: number } => {
    const row = Object.fromEntries(
      columns.map(({ name, decode }, index) => {
        const cell = cells[index]
        return [name, cell ? decode(cell) : null]
      }),
    )
    return { row, bytes: cells.reduce((sum, cell) => sum + (cell?.length ?? 0) + 8, 0) }
  }
}
