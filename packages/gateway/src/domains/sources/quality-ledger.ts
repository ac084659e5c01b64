import { sql } from 'kysely'
import type { HourTally, QualityLedger } from '../../sources/quality/ledger.ts'
import type { DriftSighting } from '../../sources/quality/shape/drift.ts'
import type { Store } from '../../store/store.ts'
import { sightingOf, unsettledDrifts } from './drifts.ts'
import type { QualityTables } from './quality-tables.ts'

const rowsAtOnce = 1_000

const inParts = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, part) =>
    rows.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce),
  )

/** Rows are added in one order by all gateways, so that two of them cannot wait for each other. */
const addHours = (rows: readonly HourTally[]) => sql`
  insert into source_quality_hour as kept (source_id, hour, operation, calls, judged, successes, attempts, counts)
  select source, hour, operation, calls, judged, successes, attempts, counts
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as added (
    source text, hour timestamptz, operation text, calls bigint, judged bigint, successes bigint, attempts bigint, counts jsonb)
  order by source, hour, operation
  on conflict (source_id, hour, operation) do update set
    calls = kept.calls + excluded.calls,
    judged = kept.judged + excluded.judged,
    successes = kept.successes + excluded.successes,
    attempts = kept.attempts + excluded.attempts,
    counts = (
      select coalesce(jsonb_object_agg(key, total), '{}') from (
        select key, sum(value::bigint) as total from (
          select * from jsonb_each_text(kept.counts) union all select * from jsonb_each_text(excluded.counts)
        ) as both_counts group by key
      ) as totals)`

const addSightings = (rows: readonly DriftSighting[]) => sql`
  insert into source_drift as kept (source_id, operation, path, kind, was, now_is, since, last_seen, seen)
  select source, operation, path, kind, was, "now", since, "lastSeen", seen
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as added (
    source text, operation text, path text, kind text, was text, "now" text, since timestamptz, "lastSeen" timestamptz, seen bigint)
  order by source, operation, path, kind, was, "now"
  on conflict (source_id, operation, path, kind, was, now_is) do update set
    since = least(kept.since, excluded.since),
    last_seen = greatest(kept.last_seen, excluded.last_seen),
    seen = kept.seen + excluded.seen`

/** The quality ledger in the database. */
export function qualityLedger(store: Store, now: () => Date): QualityLedger {
  const db = store.db.withTables<QualityTables>()
  return {
    add: (hours) =>
      store.transaction(async (trx) => {
        const sorted = hours.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
        for (const part of inParts(sorted)) await addHours(part).execute(trx)
      }),
    shapes: async () =>
      (await db.selectFrom('source_shape').select('shape').orderBy('updated_at', 'desc').execute()).map(
        ({ shape }) => shape,
      ),
    async keepShapes(shapes) {
      const rows = shapes.map((shape) => {
        return { source_id: shape.source, operation: shape.operation, shape: JSON.stringify(shape), updated_at: now() }
      })
      for (const part of inParts(rows))
        await db
          .insertInto('source_shape')
          .values(part)
          .onConflict((conflict) =>
            conflict.columns(['source_id', 'operation']).doUpdateSet(({ ref }) => ({
              shape: ref('excluded.shape'),
              updated_at: ref('excluded.updated_at'),
            })),
          )
          .execute()
    },
    drifts: async () => (await unsettledDrifts(store, now())).map(sightingOf),
    addDrifts: (sightings) =>
      store.transaction(async (trx) => {
        for (const part of inParts(sightings)) await addSightings(part).execute(trx)
      }),
  }
}

const orderOf = ({ source, hour, operation }: HourTally): string => `${source} ${hour.toISOString()} ${operation}`
