import type { Kysely, Selectable } from 'kysely'
import type { EventTables } from './tables.ts'

/** An event as it stands in its row. */
export type EventRow = Selectable<EventTables['client_event']>

/** Which part of a client's events to read. */
export interface EventRange {
  /** Beyond this number. */
  readonly after: number
  /** Up to this number. It must have been committed: ask {@link lastSequence} before. */
  readonly through: number
  /** Only these types; null for all. */
  readonly types: readonly string[] | null
  readonly limit: number
}

const tables = (db: Kysely<unknown>) => db.withTables<EventTables>()

/**
 * Number of a client's latest event, 0 when there is none. Whoever reads events after asking this sees all of them through it,
 * because a number is committed together with its event and after all numbers before it.
 */
export async function lastSequence(db: Kysely<unknown>, clientId: string): Promise<number> {
  const [row] = await lastSequences(db, [clientId])
  return row?.last ?? 0
}

/** The same for several clients; those without events have no row. */
export const lastSequences = (
  db: Kysely<unknown>,
  clientIds: readonly string[],
): Promise<Selectable<EventTables['client_event_counter']>[]> =>
  tables(db).selectFrom('client_event_counter').selectAll().where('client_id', 'in', clientIds).execute()

/** Number of the oldest event that is kept; undefined when none is. */
export async function oldestSequence(db: Kysely<unknown>, clientId: string): Promise<number | undefined> {
  const row = await tables(db)
    .selectFrom('client_event')
    .select('seq')
    .where('client_id', '=', clientId)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row?.seq
}

/** Events of one client in order. */
export const readEvents = (
  db: Kysely<unknown>,
  clientId: string,
  { after, through, types, limit }: EventRange,
): Promise<EventRow[]> =>
  tables(db)
    .selectFrom('client_event')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('seq', '>', after)
    .where('seq', '<=', through)
    .$if(types !== null, (query) => query.where('type', 'in', types ?? []))
    .orderBy('seq')
    .limit(limit)
    .execute()
