import { readSheet } from 'read-excel-file/universal'
import { sourceFailure } from '../../../failures.ts'
import { type Columns, checkColumns, hasHeader, layoutOf, readCells } from '../columns.ts'
import type { WholeFormat } from '../format.ts'
import { unpacked, zipEntries } from './zip.ts'

/** How rows of a workbook are written down. */
export interface XlsxOptions {
  readonly columns: Columns
  /** Name of the sheet, or its number from 1. @default 1 */
  readonly sheet?: string | number
  /** Rows above the header, for example a title over all columns. @default 0 */
  readonly above?: number
  /** Column whose value says which row it is, for reports of rows that cannot be read. Not one that names a person. */
  readonly key?: string
}

/** More cells than this are not unpacked: one cell in the last corner of a sheet asks for seventeen billion. */
const mostCells = 5_000_000

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

function checkGrid(sheet: Uint8Array, maxBytes: number): void {
  let rows = 0
  let columns = 0
  for (const [, letters = '', digits = ''] of Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength)
    .toString('latin1')
    .matchAll(/\br=["']([A-Z]{1,4})(\d{1,9})["']/g)) {
    rows = Math.max(rows, Number(digits))
    columns = Math.max(columns, columnNumber(letters))
  }
  if (rows * columns > mostCells) throw sourceFailure('TB_SOURCE_TOO_LARGE', { limit: maxBytes })
}

/** Checked before the library sees it: sizes as the directory says and as they are, and how far the cells reach. */
function checkWorkbook(content: Uint8Array, maxBytes: number): void {
  for (const entry of zipEntries(content, maxBytes))
    if (entry.name.startsWith('xl/worksheets/') && entry.name.endsWith('.xml')) checkGrid(unpacked(entry), maxBytes)
    else if (/\.(?:xml|rels)$/.test(entry.name)) unpacked(entry)
}

/** A spreadsheet keeps 15 digits; what is written of more is not what was typed. */
const numberText = (digits: string): string => (/^-?\d{16,}$/.test(digits) ? '0E+0' : digits)

const dayText = (date: Date): string => {
  const [day = '', time = ''] = date.toISOString().slice(0, 19).split('T')
  return time === '00:00:00' ? day : `${day} ${time}`
}

const cellText = (cell: unknown): string =>
  cell === null || cell === undefined ? '' : cell instanceof Date ? dayText(cell) : String(cell)

async function sheetOf(content: Uint8Array, sheet: string | number): Promise<readonly (readonly string[])[]> {
  try {
    const whole = new Uint8Array(content).buffer
    const rows = await readSheet<string>(whole, sheet, { parseNumber: numberText, trim: false })
    return rows.map((cells) => cells.map(cellText))
  } catch {
    // The library's messages quote names and cells.
    throw sourceFailure('TB_SOURCE_SHAPE', { detail: `expected a workbook with sheet ${sheet}` })
  }
}

/**
 * Rows of a workbook (XLSX), read as a whole and therefore bounded in size. Numbers stay as they are written; those with more
 * digits than a spreadsheet keeps are refused with their column. Days are text, `2026-11-21`.
 *
 * @example
 * xlsx({ columns: { code: '事项编码', name: '事项名称' }, above: 1 })
 */
export function xlsx({ columns: given, sheet = 1, above = 0, key }: XlsxOptions): WholeFormat {
  const columns = checkColumns(given)
  return {
    kind: 'xlsx',
    async readAll(content, maxBytes) {
      checkWorkbook(content, maxBytes)
      const rows = (await sheetOf(content, sheet)).slice(above)
      const header = hasHeader(columns) ? rows[0] : []
      if (!header) throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'expected a header' })
      const layout = layoutOf(columns, header)
      return rows
        .slice(hasHeader(columns) ? 1 : 0)
        .filter((cells) => cells.some((cell) => cell.trim() !== ''))
        .map((cells) => readCells(cells, { layout, width: undefined, key }))
    },
  }
}
