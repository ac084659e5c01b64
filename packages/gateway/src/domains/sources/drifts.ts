import type { Selectable } from 'kysely'
import type { DriftSighting } from '../../sources/quality/shape/drift.ts'
import type { Store } from '../../store/store.ts'
import type { QualityTables } from './quality-tables.ts'

/** After so many days a change is the way the source is. */
export const absorbAfterDays = 14

const dayMs = 86_400_000

type DriftRow = Selectable<QualityTables['source_drift']>

/** Whether somebody must still look at a drift. */
export type DriftState = 'OPEN' | 'ACCEPTED' | 'ABSORBED'

/** A drift as the ledger keeps it. */
export interface KeptDrift extends DriftSighting {
  readonly state: DriftState
}

/** The drift of a row. */
export const sightingOf = (row: DriftRow): DriftSighting => ({
  source: row.source_id,
  operation: row.operation,
  path: row.path,
  kind: row.kind,
  was: row.was,
  now: row.now_is,
  since: row.since,
  lastSeen: row.last_seen,
  seen: row.seen,
})

const openSince = (now: Date): Date => new Date(now.getTime() - absorbAfterDays * dayMs)

const withState = (row: DriftRow, now: Date): KeptDrift => {
  const state = row.accepted_at ? 'ACCEPTED' : row.since < openSince(now) ? 'ABSORBED' : 'OPEN'
  return { ...sightingOf(row), state }
}

const tables = (store: Store) => store.db.withTables<QualityTables>()

/** Drifts that are neither accepted nor absorbed. */
export const unsettledDrifts = (store: Store, now: Date): Promise<DriftRow[]> =>
  tables(store)
    .selectFrom('source_drift')
    .selectAll()
    .where('accepted_at', 'is', null)
    .where('since', '>=', openSince(now))
    .execute()

/** Drifts of sources that were seen within a time, those still open and the latest first. */
export async function driftsOf(
  store: Store,
  sources: readonly string[],
  span: { readonly from: Date; readonly to: Date },
  now: Date,
): Promise<readonly KeptDrift[]> {
  if (sources.length === 0) return []
  const rows = await tables(store)
    .selectFrom('source_drift')
    .selectAll()
    .where('source_id', 'in', sources)
    .where('since', '<', span.to)
    .where('last_seen', '>=', span.from)
    .orderBy('since', 'desc')
    .orderBy('source_id')
    .orderBy('operation')
    .orderBy('path')
    .execute()
  return rows.map((row) => withState(row, now))
}

/** Takes the open drifts of a source for its way from now on. @returns how many */
export async function acceptDrifts(store: Store, source: string, now: Date): Promise<number> {
  const { numUpdatedRows } = await tables(store)
    .updateTable('source_drift')
    .set({ accepted_at: now })
    .where('source_id', '=', source)
    .where('accepted_at', 'is', null)
    .where('since', '>=', openSince(now))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
