import { sql } from 'kysely'
import { sourceFailure } from '../../failures.ts'
import { isAfter, type Position, positionOf, readCursor, writeCursor } from './cursor.ts'
import { orderOf, type TableLayout } from './layout.ts'
import type { PageRequest, TableRow } from './requests.ts'
import { followSerials, type SerialFindings } from './serials.ts'
import { layoutOf, type TableUse } from './use.ts'
import { keyText } from './versions.ts'
import { conditions, selection } from './where.ts'
import { all, any, columnName, list, tableName } from './wording.ts'

/** Rows without a value in the order stand nowhere: they would never come, so the table is refused instead. */
async function checkOrder({ session }: TableUse, table: string, order: readonly string[]): Promise<void> {
  const empty = any(order.map((name) => sql`${columnName(name)} is null`))
  const found = await session.rows(sql`select 1 as found from ${tableName(table)} where ${empty} limit 1`)
  if (found.length > 0)
    throw sourceFailure('TB_SOURCE_REFUSED', {
      detail: `${table}: rows without ${order.join(' or ')} have no place in any page`,
    })
}

/** Whether no row is left of those up to a position. */
async function isPurged({ session, columns }: TableUse, table: string, order: readonly string[], at: Position['at']) {
  if (at === null) return false
  const upTo = sql`not ${isAfter(columns, order, at)}`
  const left = await session.rows(sql`select 1 as found from ${tableName(table)} where ${upTo} limit 1`)
  return left.length === 0
}

function serialsIn(
  { columns }: TableUse,
  { serial }: TableLayout,
  before: Position,
  rows: readonly TableRow[],
): SerialFindings {
  if (serial === undefined) return { state: before.serials, gaps: [], late: [], repeated: [] }
  const serials = rows.map((row) => Number(columns.valueOf(row, serial.column) ?? Number.NaN))
  return followSerials(before.serials, serials.filter(Number.isSafeInteger), serial.shared ?? false)
}

/** Rows once by key and version. All versions stay: each is something that happened. */
function once({ columns }: TableUse, { key, version }: TableLayout, rows: readonly TableRow[]): readonly TableRow[] {
  if (version === undefined) return rows
  const seen = new Set<string>()
  return rows.filter((row) => {
    const name = keyText(columns, [...key, version], row)
    return !seen.has(name) && seen.add(name)
  })
}

const wantedColumns = (layout: TableLayout, { columns }: PageRequest) =>
  columns && [
    ...columns,
    ...orderOf(layout),
    ...(layout.serial ? [layout.serial.column] : []),
    ...(layout.version === undefined ? [] : [...layout.key, layout.version]),
  ]

/** The next rows of a table, by the values of its order columns and never by a count. */
export async function page(use: TableUse, request: PageRequest) {
  const { session, columns } = use
  const { table, size = 500 } = request
  const layout = layoutOf(use, table)
  const order = orderOf(layout)
  const before = readCursor(table, order, request.after)
  if (before.at === null) await checkOrder(use, table, order)
  const after = before.at === null ? [] : [isAfter(columns, order, before.at)]
  const read = await session.rows(sql`
    select ${selection(wantedColumns(layout, request))} from ${tableName(table)}
    where ${all([conditions(columns, request.where), ...after])}
    order by ${list(order.map(columnName))} limit ${sql.lit(Math.min(size, use.maxRows) + 1)}`)
  const more = read.length > Math.min(size, use.maxRows)
  const taken = more ? read.slice(0, -1) : read
  const last = taken.at(-1)
  const { state, ...findings } = serialsIn(use, layout, before, taken)
  const rows = once(use, layout, taken)
  return {
    rows,
    cursor: writeCursor(table, order, { at: last ? positionOf(columns, order, last) : before.at, serials: state }),
    more,
    purged: await isPurged(use, table, order, before.at),
    ...findings,
    duplicates: taken.length - rows.length,
  }
}
