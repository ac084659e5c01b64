import { sql } from 'kysely'
import type { Store } from '../../store/store.ts'
import type { Span } from './quality-figures.ts'
import type { QualityTables } from './quality-tables.ts'

/** An hour is good when so many of its calls went well. */
const wellShare = 0.95

/** What is added up. */
export interface Sums {
  readonly calls: number
  readonly judged: number
  readonly successes: number
  readonly attempts: number
}

/** One hour; out of JSON its time is text. */
export interface WorstHour extends Omit<Sums, 'attempts'> {
  readonly hour: Date | string
}

/** One operation, added up. */
export interface OperationRow extends Sums {
  readonly source_id: string
  readonly operation: string
  readonly hours_judged: number
  readonly hours_well: number
  readonly worst: WorstHour | null
}

/** Something counted by kind, added up for an operation. */
export interface CountRow {
  readonly source_id: string
  readonly operation: string
  readonly key: string
  readonly count: number
}

/** One hour of a source, added up. */
export interface HourRow extends Sums {
  readonly source_id: string
  readonly hour: Date
}

/** Which rows: of these sources, in this time. */
export const within = (sources: readonly string[], { from, to }: Span) =>
  sql`source_id in (${sql.join(sources)}) and hour >= ${from} and hour < ${to}`

/** Figures by operation, with how its hours were. */
export const operationRows = (store: Store, where: ReturnType<typeof within>) =>
  sql<OperationRow>`
    select source_id, operation, sum(calls)::bigint as calls, sum(judged)::bigint as judged,
      sum(successes)::bigint as successes, sum(attempts)::bigint as attempts,
      count(*) filter (where judged > 0) as hours_judged,
      count(*) filter (where judged > 0 and successes >= ${wellShare}::float8 * judged) as hours_well,
      (array_agg(jsonb_build_object('hour', hour, 'calls', calls, 'judged', judged, 'successes', successes)
        order by successes::float8 / nullif(judged, 0), judged desc, hour) filter (where judged > 0))[1] as worst
    from source_quality_hour where ${where} group by source_id, operation order by source_id, operation collate "C"`.execute(
    store.db,
  )

/** What is counted by kind, by operation. */
export const countRows = (store: Store, where: ReturnType<typeof within>) =>
  sql<CountRow>`
    select source_id, operation, key, sum(value::bigint)::bigint as count
    from source_quality_hour, jsonb_each_text(counts) where ${where} group by source_id, operation, key`.execute(
    store.db,
  )

/** Figures by hour. */
export const hourRows = (store: Store, where: ReturnType<typeof within>) =>
  sql<HourRow>`
    select source_id, hour, sum(calls)::bigint as calls, sum(judged)::bigint as judged,
      sum(successes)::bigint as successes, sum(attempts)::bigint as attempts
    from source_quality_hour where ${where} group by source_id, hour order by source_id, hour`.execute(store.db)

/** Sources of which something was counted. */
export const countedSources = async (store: Store, { from, to }: Span): Promise<string[]> => {
  const rows = await store.db
    .withTables<QualityTables>()
    .selectFrom('source_quality_hour')
    .select('source_id')
    .distinct()
    .where('hour', '>=', from)
    .where('hour', '<', to)
    .orderBy('source_id')
    .execute()
  return rows.map(({ source_id }) => source_id)
}
