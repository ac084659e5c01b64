import { TongbanError } from '@tongban/schema'
import { readSheet, type SheetData } from 'read-excel-file/node'
import type { FileBytes, FileRows } from './rows.ts'
import { namedRows, type TableRow } from './table.ts'

/** Numbers stay text: a code of 19 digits does not fit a number. */
type Sheet = SheetData<string>
const asWritten = (digits: string): string => digits

/** The first sheet of a spreadsheet. It is read once and kept: a sheet cannot be read in pieces. */
export function xlsxRows(bytes: FileBytes, file: string): FileRows {
  let sheet: Promise<Sheet> | undefined
  return () => {
    sheet ??= readFirst(bytes, file)
    return namedRows(tableOf(sheet))
  }
}

async function readFirst(bytes: FileBytes, file: string): Promise<Sheet> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes()) chunks.push(chunk)
  try {
    return await readSheet(Buffer.concat(chunks), { parseNumber: asWritten })
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : ''
    throw new TongbanError('TB_FILE_UNREADABLE', { file, detail }, { cause })
  }
}

async function* tableOf(sheet: Promise<Sheet>): AsyncIterable<TableRow> {
  for (const [index, cells] of (await sheet).entries()) yield { row: index + 1, cells: cells.map(textOfCell) }
}

/** Dates become days; everything else is what the cell says. */
function textOfCell(cell: Sheet[number][number] | undefined): string {
  if (cell == null) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}
