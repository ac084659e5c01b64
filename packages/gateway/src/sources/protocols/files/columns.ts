import { TongbanError } from '@tongban/schema'
import { sourceFailure } from '../../failures.ts'
import { halfWidth } from '../../reading/nothing.ts'
import type { Outcome } from './format.ts'

/** Titles under which a column has been seen, the usual one first. */
export interface Column {
  readonly titles: readonly string[]
  /** Whether a file without it is read all the same. @default false */
  readonly optional?: boolean
}

/**
 * Columns by the name that rows use: `{ code: '事项编码', name: ['事项名称', '名称'] }`. A list of names instead says that files
 * have no header and which column comes in which place.
 */
export type Columns = readonly string[] | Readonly<Record<string, string | readonly string[] | Column>>

/** Where each column stands, by name. */
export type Layout = readonly { readonly name: string; readonly title: string; readonly at: number }[]

const isNames = (columns: Columns): columns is readonly string[] => Array.isArray(columns)
const isTitles = (column: string | readonly string[] | Column): column is string | readonly string[] =>
  typeof column === 'string' || Array.isArray(column)

/** Titles are compared without blanks, and full-width brackets and letters as their ASCII twins. */
const plain = (title: string): string => halfWidth(title).replaceAll(/[\s\uFEFF]/g, '')

const titlesOf = (column: string | readonly string[] | Column): readonly string[] =>
  [isTitles(column) ? column : column.titles].flat()

/** Columns with at least one title each. @throws TongbanError `TB_CONFIG_INVALID` */
export function checkColumns(columns: Columns): Columns {
  const wrong = isNames(columns)
    ? columns.find((name, index) => name === '' || columns.indexOf(name) !== index)
    : Object.keys(columns).find((name) => titlesOf(columns[name] ?? []).length === 0)
  if (wrong === undefined && Object.keys(columns).length > 0) return columns
  throw new TongbanError('TB_CONFIG_INVALID', {
    path: `protocol.format.columns.${wrong ?? ''}`,
    detail: 'give each column a name of its own and at least one title',
  })
}

/** Whether files begin with titles. */
export const hasHeader = (columns: Columns): boolean => !isNames(columns)

/**
 * Finds the columns by a header. Titles that nobody asked for do not matter.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` naming the column that is missing or stands there twice
 */
export function layoutOf(columns: Columns, header: readonly string[]): Layout {
  if (isNames(columns)) return columns.map((name, at) => ({ name, title: name, at }))
  const found = header.map(plain)
  return Object.entries(columns).flatMap(([name, column]) => {
    const titles = titlesOf(column)
    const wanted = new Set(titles.map(plain))
    const places = found.flatMap((title, at) => (wanted.has(title) ? [at] : []))
    const [title = name] = titles
    if (places.length > 1)
      throw sourceFailure('TB_SOURCE_SHAPE', { detail: `expected column ${title} once in the header` })
    const [at] = places
    if (at !== undefined) return [{ name, title, at }]
    if (!isTitles(column) && column.optional) return []
    throw sourceFailure('TB_SOURCE_SHAPE', { detail: `expected column ${title} in the header` })
  })
}

/** `1.15113E+17`: a spreadsheet has thrown the last digits of a number away. `####`: its column was too narrow. */
const ruined = /^[-+]?\d(?:\.\d+)?E\+\d+$|^#{2,}$/i

/** A cell without the spreadsheet's tricks that keep zeros: `="00123"` and a tab in front. */
const cellText = (cell: string): string => {
  const text = /^="(.*)"$/s.exec(cell.trim())?.[1]
  return text === undefined ? cell.replace(/^\t+/, '') : text.replaceAll('""', '"')
}

/** What a row of cells is read with. */
export interface RowRules {
  readonly layout: Layout
  /** How many cells a row has; undefined when rows may be shorter. */
  readonly width: number | undefined
  /** Column whose value says which row it is, for reports. */
  readonly key: string | undefined
}

const fault = (key: string | null, path: string, reason: string): Outcome => ({ kind: 'fault', key, path, reason })

/** Reads the cells of one row; numbers that a spreadsheet has ruined are refused with their column, never guessed. */
export function readCells(cells: readonly string[], { layout, width, key }: RowRules): Outcome {
  const value: Record<string, string> = {}
  for (const { name, at } of layout) value[name] = cellText(cells[at] ?? '')
  const id = key === undefined ? null : value[key] || null
  const broken = layout.find(({ name }) => ruined.test(value[name]?.trim() ?? ''))
  // A number that is ruined is no key either.
  if (broken)
    return fault(broken.name === key ? null : id, broken.title, 'expected text that no spreadsheet has rounded')
  if (width !== undefined && cells.length !== width) return fault(null, '', `expected ${width} cells`)
  return { kind: 'row', value }
}
