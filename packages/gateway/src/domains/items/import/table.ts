import { refused } from './remarks.ts'
import type { FileRow } from './rows.ts'

/** A row of a table: its number and its cells as text. */
export interface TableRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** Makes rows of named fields out of a table whose first row is the header. Empty rows are skipped, empty cells are absent. */
export async function* namedRows(table: AsyncIterable<TableRow>): AsyncIterable<FileRow> {
  let header: readonly string[] | undefined
  for await (const { row, cells } of table) {
    const values = cells.map((cell) => cell.trim())
    if (values.every((value) => value === '')) continue
    if (header === undefined) header = values
    else yield nameCells(row, header, values)
  }
}

function nameCells(row: number, header: readonly string[], values: readonly string[]): FileRow {
  const beyond = values.slice(header.length).some((value) => value !== '')
  if (beyond) return { row, problem: refused(row, '', 'COLUMN_COUNT', `${values.length} > ${header.length}`) }
  const broken = values.findIndex((value) => value.includes('\uFFFD'))
  if (broken >= 0) return { row, problem: refused(row, header[broken] ?? '', 'NOT_TEXT') }
  const named = header.map((name, index) => [name, values[index] ?? ''] as const)
  return { row, fields: Object.fromEntries(named.filter(([name, value]) => name !== '' && value !== '')) }
}
