import { parse } from 'csv-parse/sync'
import { sourceFailure } from '../../../failures.ts'
import type { Charset } from '../../charset.ts'
import { type Columns, checkColumns, hasHeader, layoutOf, type RowRules, readCells } from '../columns.ts'
import type { Cut, Head, Outcome, StreamFormat } from '../format.ts'
import { lineCutter } from '../lines.ts'
import { decodeText } from '../text.ts'

/** The closing line of a file (尾记录), which says how many rows there are. */
export interface CsvTrailer {
  /** What its first cell says, for example `合计` or `T`. */
  readonly marker: string
  /** Which cell holds the number of rows, counted from 0. @default 1 */
  readonly count?: number
}

/** How rows of text are written down. */
export interface CsvOptions {
  readonly columns: Columns
  /** @default ',' */
  readonly delimiter?: ',' | ';' | '\t' | '|'
  /** Column whose value says which row it is, for reports of rows that cannot be read. Not one that names a person. */
  readonly key?: string
  readonly trailer?: CsvTrailer
}

type Cells = readonly string[]

/** Cells of lines; undefined for those that cannot be read. Parsed together, which is fast; one by one when that fails. */
function cellsOf(lines: readonly string[], delimiter: string): readonly (Cells | undefined)[] {
  const options = { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: false }
  const tryParse = (text: string): Cells[] | undefined => {
    try {
      return parse(text, { ...options, record_delimiter: ['\n', '\r\n'] })
    } catch {
      // The parser quotes what it found.
      return undefined
    }
  }
  const together = tryParse(lines.join('\n'))
  if (together?.length === lines.length) return together
  return lines.map((line) => {
    const alone = tryParse(line)
    return alone?.length === 1 ? alone[0] : undefined
  })
}

/**
 * `,="0,1",` with a comma inside is a quoted cell to a spreadsheet, and to nobody else. Cells in plain quotes are stepped over
 * as wholes, because the same signs inside them are text.
 */
function unwrapped(line: string, delimiter: string): string {
  if (!line.includes('="')) return line
  const cell = new RegExp(`(^|\\${delimiter})(=?)("(?:[^"]|"")*")(?=\\${delimiter}|$)`, 'g')
  return line.replaceAll(cell, '$1$3')
}

const readCuts = (cuts: readonly Cut[], charset: Charset, delimiter: string): readonly (Cells | undefined)[] => {
  const texts = cuts.map(({ bytes, fault }) => (fault === undefined ? decodeText(bytes, charset) : undefined))
  const cells = cellsOf(
    texts.flatMap((text) => (text === undefined ? [] : [unwrapped(text, delimiter)])),
    delimiter,
  )[Symbol.iterator]()
  return texts.map((text) => (text === undefined ? undefined : cells.next().value))
}

function firstRecord(
  { bytes, bom, isWhole, charset }: Head,
  delimiter: string,
  maxRecordBytes: number,
): Cut | undefined {
  const cutter = lineCutter({ from: bom, charset, maxRecordBytes, delimiter })
  const [first] = [...cutter.push(bytes.subarray(bom)), ...(isWhole ? cutter.finish() : [])]
  return first
}

const countOf = (cells: Cells, { marker, count = 1 }: CsvTrailer): number | null | undefined => {
  if (cells[0]?.trim() !== marker) return undefined
  const written = cells[count]?.trim() ?? ''
  return /^\d{1,15}$/.test(written) ? Number(written) : null
}

const quoted = (cell: string, delimiter: string): string =>
  /^\s|\s$|["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell

/** Text of the cells of one row. */
const cellOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

const faultOf = (cut: Cut, charset: Charset): Outcome => ({
  kind: 'fault',
  key: null,
  path: '',
  reason: cut.fault === undefined ? `expected a row of ${charset} text` : `expected a row without ${cut.fault}`,
})

/**
 * Rows of text with signs between the cells (CSV, RFC 4180, and the habits around it): quotes, line breaks and commas in cells,
 * Chinese titles with their aliases, `="00123"`. Zeros in front stay, full-width commas are text.
 *
 * @example
 * csv({ columns: { code: ['事项编码', '事项代码'], name: '事项名称', changed: { titles: ['更新时间'], optional: true } }, key: 'code' })
 * @throws TongbanError `TB_CONFIG_INVALID` when a column has no title
 */
export function csv({ columns: given, delimiter = ',', key, trailer }: CsvOptions): StreamFormat {
  const columns = checkColumns(given)
  return {
    kind: 'csv',
    hasTrailer: trailer !== undefined,
    open(head, maxRecordBytes) {
      const first = hasHeader(columns) ? firstRecord(head, delimiter, maxRecordBytes) : undefined
      const header = first ? (readCuts([first], head.charset, delimiter)[0] ?? []) : []
      if (hasHeader(columns) && !first) throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'expected a header' })
      const rules: RowRules = { layout: layoutOf(columns, header), width: first ? header.length : undefined, key }
      const isHeader = (cells: Cells) => first !== undefined && cells.join('\n') === header.join('\n')
      const read = (cells: Cells): Outcome =>
        isHeader(cells)
          ? { kind: 'fault', key: null, path: '', reason: 'expected a row, found the header again' }
          : readCells(cells, rules)
      return {
        start: first?.end ?? head.bom,
        rowsBefore: first ? 1 : 0,
        cutter: (from) => lineCutter({ from, charset: head.charset, maxRecordBytes, delimiter }),
        read: (cuts) =>
          readCuts(cuts, head.charset, delimiter).map((cells, index) => {
            const cut = cuts[index]
            return cells ? read(cells) : faultOf(cut ?? { start: 0, end: 0, bytes: head.bytes }, head.charset)
          }),
        trailer(cut) {
          const [cells] = trailer ? readCuts([cut], head.charset, delimiter) : []
          return trailer && cells ? countOf(cells, trailer) : undefined
        },
      }
    },
    write(rows) {
      const names = Array.isArray(columns) ? columns : Object.keys(columns)
      const titles = Object.entries(columns).map(([name, column]) => {
        const [title = name] = [typeof column === 'object' && 'titles' in column ? column.titles : column].flat()
        return String(title)
      })
      const line = (cells: readonly string[]) => `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`
      const body = rows.map((row) => line(names.map((name) => cellOf(row[name]))))
      const closing = trailer
        ? [
            line([
              trailer.marker,
              ...Array.from({ length: trailer.count ?? 1 }, (_, at) =>
                at + 1 === (trailer.count ?? 1) ? String(rows.length) : '',
              ),
            ]),
          ]
        : []
      return [...(hasHeader(columns) ? [line(titles)] : []), ...body, ...closing].join('')
    },
  }
}
