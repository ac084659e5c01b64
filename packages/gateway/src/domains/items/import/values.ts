import { type CodeField, codeFields, decodeBy, type FieldNames } from '@tongban/schema'
import { labelledValues, labelOf } from '../labels.ts'

/** National tables that a flat file may use instead of names. */
const nationalTables = {
  itemType: { system: 'gb-t-39046-2020', tableVersion: 'A.1' },
  audience: { system: 'gb-t-39046-2020', tableVersion: 'A.4' },
  onlineDepth: { system: 'national-exchange', tableVersion: '1' },
} as const satisfies Partial<Record<CodeField, { system: string; tableVersion: string }>>

const byLabel = new Map(labelledValues.map((value) => [labelOf(value), value]))

/** The enum value behind a cell: its Chinese text or the name itself. Unknown text is given back for the record to refuse. */
export const namedValue = (cell: string): string => byLabel.get(cell) ?? cell.toUpperCase()

/** Like {@link namedValue}, and codes of the national table, too. */
export function codedValue(field: keyof typeof nationalTables, cell: string): string {
  return /^\d+$/.test(cell) ? (decode(field, cell) ?? cell) : namedValue(cell)
}

function decode<Field extends keyof typeof nationalTables>(field: Field, code: string): FieldNames[Field] | undefined {
  const padded = field === 'itemType' ? code.padStart(2, '0') : code
  return decodeBy(codeFields[field], { ...nationalTables[field], code: padded }).name
}

/** Several values in one cell: separated by `^` on the national exchange, by Chinese or Western marks elsewhere. */
export const listed = (cell: string): readonly string[] =>
  cell
    .split(/[\^;；、|\n]/)
    .map((value) => value.trim())
    .filter((value) => value !== '')
