import { type RawBuilder, sql } from 'kysely'
import { sourceFailure } from '../../failures.ts'
import { idOf, type TableLayout } from './layout.ts'
import type { TableRow, WriteRequest } from './requests.ts'
import { layoutOf, type TableUse } from './use.ts'
import { keyText } from './versions.ts'
import { namedBy } from './where.ts'
import { any, columnName, list, tableName } from './wording.ts'

/** A row with what a sender fills; what the row says itself stays. Versions start with 1, as published senders do. */
function sent(
  { now }: TableUse,
  { sender = {}, version }: TableLayout,
  request: WriteRequest,
  row: TableRow,
): TableRow {
  const { madeAt, sign, change, batch } = sender
  return {
    ...(madeAt === undefined ? {} : { [madeAt]: now() }),
    ...(sign === undefined ? {} : { [sign.column]: sign.initial }),
    ...(change === undefined ? {} : { [change]: request.change ?? 'I' }),
    ...(batch === undefined || request.batch === undefined ? {} : { [batch]: request.batch }),
    ...(version === undefined ? {} : { [version]: 1 }),
    ...row,
  }
}

/** Values in the order of the names; what a row does not say gets the column's default. */
const values = ({ columns }: TableUse, names: readonly string[], row: TableRow): RawBuilder<unknown> =>
  list(
    names.map((name) => {
      const value = row[name]
      return value === undefined ? sql`default` : sql`${columns.encode(name, value)}`
    }),
  )

const insertion = (use: TableUse, table: string, rows: readonly TableRow[]): RawBuilder<unknown> => {
  const names = [...new Set(rows.flatMap(Object.keys))]
  const tuples = rows.map((row) => sql`(${values(use, names, row)})`)
  return sql`insert into ${tableName(table)} (${list(names.map(columnName))}) values ${list(tuples)}`
}

/** Only one gateway at a time writes to a table, so that what it does not find there is not being written by another. */
async function locked<Result>(
  { database, session }: TableUse,
  table: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const { lock, unlock } = database.wording
  return session
    .transaction(async () => {
      const [given] = await session.rows(lock(table))
      if (Number(given?.locked) !== 1)
        throw sourceFailure('TB_SOURCE_UNAVAILABLE', { detail: 'waited too long to write' })
      return work()
    })
    .finally(() => (unlock ? session.rows(unlock(table)) : undefined))
}

/** Puts rows into a table, except those whose key and version are there: written by an attempt whose outcome was not known. */
export async function write(use: TableUse, request: WriteRequest) {
  const { session, columns } = use
  const { table } = request
  const layout = layoutOf(use, table)
  const id = idOf(layout)
  const nameOf = (row: TableRow) => keyText(columns, id, row)
  const rows = [
    ...new Map(request.rows.map((row) => sent(use, layout, request, row)).map((row) => [nameOf(row), row])).values(),
  ]
  if (rows.length === 0) return { written: 0, existing: 0 }
  return locked(use, table, async () => {
    const there = await session.rows(sql`
      select ${list(id.map(columnName))} from ${tableName(table)} where ${any(rows.map((row) => namedBy(columns, id, row)))}`)
    const existing = new Set(there.map(nameOf))
    const fresh = rows.filter((row) => !existing.has(nameOf(row)))
    if (fresh.length > 0) await session.change(insertion(use, table, fresh))
    return { written: fresh.length, existing: rows.length - fresh.length }
  })
}
