import { sql } from 'kysely'
import { sourceFailure } from '../../failures.ts'
import type { TableLayout } from './layout.ts'
import type { ReadRequest, TableRow } from './requests.ts'
import type { TableUse } from './use.ts'
import { highestVersions, isDeleted } from './versions.ts'
import { conditions, selection } from './where.ts'
import { tableName } from './wording.ts'

const neededFor = ({ key, version, deleted }: TableLayout): readonly string[] => [
  ...key,
  ...(version === undefined ? [] : [version]),
  ...(deleted === undefined ? [] : [deleted.column]),
]

/** Rows by their columns. */
export async function read(
  { session, columns, layout, maxRows }: TableUse,
  request: ReadRequest,
): Promise<readonly TableRow[]> {
  const wanted = request.columns && [...request.columns, ...(layout ? neededFor(layout) : [])]
  const rows = await session.rows(sql`
    select ${selection(wanted)} from ${tableName(request.table)}
    where ${conditions(columns, request.where)} limit ${sql.lit(maxRows + 1)}`)
  if (rows.length > maxRows)
    throw sourceFailure('TB_SOURCE_REFUSED', { detail: `more than ${maxRows} rows; ask for fewer keys, or by page` })
  if (layout === undefined || request.history === true) return rows
  return highestVersions(columns, layout, rows).filter((row) => !isDeleted(columns, layout, row))
}
