import { sql } from 'kysely'
import type { TableColumns } from './columns.ts'
import { plainKey } from './keys.ts'
import { flagState, type ReturnTable, type TableLayout } from './layout.ts'
import type { RowAnswer } from './replies.ts'
import type { AnswersRequest, TableRow } from './requests.ts'
import { layoutOf, type TableUse } from './use.ts'
import { highestVersions, keyText, versionOf } from './versions.ts'
import { equals, namedBy } from './where.ts'
import { all, any, columnName, list, tableName } from './wording.ts'

type Reason = RowAnswer['reasons'][number]

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value).trim())

/** The columns by which a key names our row; with the version only when one is asked about. */
const namesIn = ({ key, version }: TableLayout, asked: TableRow): readonly string[] =>
  version !== undefined && asked[version] !== undefined ? [...key, version] : key

/** Our own rows, the highest version of each. */
async function ownRows({ session, columns }: TableUse, { table, keys }: AnswersRequest, layout: TableLayout) {
  const { key, version, flag, reason } = layout
  const names = [...key, version, flag?.column, reason].filter((name) => name !== undefined)
  const rows = await session.rows(sql`
    select ${list(names.map(columnName))} from ${tableName(table)}
    where ${any(keys.map((asked) => namedBy(columns, namesIn(layout, asked), asked)))}`)
  return (
    // Of several versions the highest answers, unless one was asked for: then only that one was read.
    rows.length === 0
      ? new Map<string, TableRow>()
      : new Map(highestVersions(columns, layout, rows).map((row) => [keyText(columns, key, row), row]))
  )
}

/** What was written into a table of returned rows, by our key. */
async function returned(use: TableUse, { keys }: AnswersRequest, layout: TableLayout, table: ReturnTable) {
  const columns = await use.columnsOf(table.table)
  const about = (asked: TableRow) =>
    all(table.key.map((name, index) => equals(columns, name, use.columns.valueOf(asked, layout.key[index] ?? ''))))
  const names = [...table.key, table.reason, ...(table.at === undefined ? [] : [table.at])]
  const rows = await use.session.rows(sql`
    select ${list(names.map(columnName))} from ${tableName(table.table)} where ${any(keys.map(about))}
    ${table.at === undefined ? sql`` : sql`order by ${columnName(table.at)}`}`)
  return Map.groupBy(rows, (row) => keyText(columns, table.key, row))
    .entries()
    .map(([name, found]) => [name, found.map((row) => reasonIn(columns, table, row))] as const)
}

const reasonIn = (columns: TableColumns, { table, reason, at }: ReturnTable, row: TableRow): Reason => ({
  table,
  reason: text(columns.valueOf(row, reason)) ?? '',
  at: at === undefined ? null : text(columns.valueOf(row, at)),
})

/** What the other side says about rows of ours: by the flag, beside it, and in the tables of rows it could not take. */
export async function answers(use: TableUse, request: AnswersRequest): Promise<readonly RowAnswer[]> {
  const { columns } = use
  const layout = layoutOf(use, request.table)
  const { key, version, flag, reason } = layout
  if (request.keys.length === 0) return []
  const own = await ownRows(use, request, layout)
  const reasons = new Map<string, Reason[]>()
  for (const table of layout.returns ?? [])
    for (const [name, found] of await returned(use, request, layout, table))
      reasons.set(name, [...(reasons.get(name) ?? []), ...found])
  return request.keys.map((asked) => {
    const name = keyText(columns, key, asked)
    const row = own.get(name)
    const stored = row && flag ? text(columns.valueOf(row, flag.column)) : null
    const beside = row && reason !== undefined ? text(columns.valueOf(row, reason)) : null
    return {
      key: plainKey(columns, namesIn(layout, asked), asked),
      found: row !== undefined,
      state: row && flag ? (flagState(flag, stored) ?? null) : null,
      flag: stored,
      version: row && version !== undefined ? versionOf(columns.valueOf(row, version)) : null,
      reasons: [
        ...(beside === null || beside === '' ? [] : [{ table: request.table, reason: beside, at: null }]),
        ...(reasons.get(name) ?? []),
      ],
    }
  })
}
