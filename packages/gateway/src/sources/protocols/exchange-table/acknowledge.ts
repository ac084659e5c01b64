import { type RawBuilder, sql } from 'kysely'
import { plainKey } from './keys.ts'
import { flagValues, idOf, type TableLayout } from './layout.ts'
import type { AcknowledgeRequest } from './requests.ts'
import { layoutOf, needed, type TableUse } from './use.ts'
import { keyText } from './versions.ts'
import { namedBy } from './where.ts'
import { all, columnName, list, tableName } from './wording.ts'

type Outcome = AcknowledgeRequest['rows'][number]

/** What is set in a row: the flag, the reason, and, when it is given back, the end of the lease. */
function settings(
  { columns }: TableUse,
  table: string,
  layout: TableLayout,
  { as, reason }: Outcome,
): RawBuilder<unknown> {
  const flag = needed(layout.flag, table, 'flag')
  const value = flagValues(flag, as)[0] ?? null
  const set = (name: string, given: string | null) =>
    sql`${columnName(name)} = ${given === null ? sql`null` : columns.encode(name, given)}`
  return list([
    set(flag.column, value),
    ...(reason === undefined ? [] : [set(needed(layout.reason, table, 'reason'), reason)]),
    ...(as === 'NOT_SENT' && layout.claim ? [set(layout.claim.until, null)] : []),
  ])
}

/**
 * Marks rows, each only while it bears the token of the claim. The token stays in the row, so that a repetition after an unknown
 * outcome finds the row and changes nothing.
 */
export async function acknowledge(use: TableUse, { table, token, rows }: AcknowledgeRequest) {
  const { session, columns } = use
  const layout = layoutOf(use, table)
  const id = idOf(layout)
  const held = token === undefined ? [] : [sql`${columnName(needed(layout.claim, table, 'claim').token)} = ${token}`]
  // In one order everywhere, so that two callers do not wait for each other.
  const sorted = rows
    .map((outcome) => ({ outcome, name: keyText(columns, id, outcome.row) }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
  return session.transaction(async () => {
    const lost = []
    for (const { outcome } of sorted) {
      const which = all([namedBy(columns, id, outcome.row), ...held])
      const found = await session.change(
        sql`update ${tableName(table)} set ${settings(use, table, layout, outcome)} where ${which}`,
      )
      if (found === 0) lost.push(plainKey(columns, id, outcome.row))
    }
    return { done: rows.length - lost.length, lost }
  })
}
