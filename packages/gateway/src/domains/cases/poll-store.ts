import { type Kysely, sql } from 'kysely'
import type { CaseTables } from './tables.ts'

const tables = (db: Kysely<unknown>) => db.withTables<CaseTables>()

/** A case whose owner is to be asked. */
export interface DueCase {
  readonly id: string
  readonly waitMs: number
}

/**
 * Takes up to `count` due cases of a source and puts their next poll off until `until`: another worker then does not ask
 * for the same ones, and if this one dies they come up again.
 */
export async function claimDue(
  db: Kysely<unknown>,
  sourceId: string,
  { now, until, count }: { now: Date; until: Date; count: number },
): Promise<readonly DueCase[]> {
  const due = tables(db)
    .selectFrom('case_mirror')
    .select('id')
    .where('source_id', '=', sourceId)
    .where('next_poll_at', '<=', now)
    .orderBy('next_poll_at')
    .limit(count)
    .forUpdate()
    .skipLocked()
  const rows = await tables(db)
    .updateTable('case_mirror')
    .set({ next_poll_at: until })
    .where('id', 'in', due)
    .returning(['id', 'poll_wait_ms'])
    .execute()
  return rows.map(({ id, poll_wait_ms }) => ({ id, waitMs: poll_wait_ms }))
}

/** When something of a source is due next; null when nothing is expected any more. */
export async function nextPollOf(db: Kysely<unknown>, sourceId: string): Promise<Date | null> {
  const row = await tables(db)
    .selectFrom('case_mirror')
    .select(({ fn }) => fn.min('next_poll_at').as('next'))
    .where('source_id', '=', sourceId)
    .where('next_poll_at', 'is not', null)
    .executeTakeFirst()
  return row?.next ?? null
}

/** Sources with open cases. */
export async function polledSources(db: Kysely<unknown>): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('case_mirror')
    .select('source_id')
    .distinct()
    .where('next_poll_at', 'is not', null)
    .execute()
  return rows.map(({ source_id }) => source_id)
}

/** What a poll without news leaves behind. `fetchedAt` null means that the owner could not be reached. */
export interface Quiet {
  readonly fetchedAt: Date | null
  readonly asOf: Date | null
  readonly waitMs: number
  readonly nextPollAt: Date
  /** Cases without news since then are asked about no more. */
  readonly silentSince: Date
}

/** Puts off cases without news, all in one statement. */
export async function putOff(db: Kysely<unknown>, ids: readonly string[], quiet: Quiet): Promise<void> {
  const { fetchedAt, asOf, waitMs, nextPollAt, silentSince } = quiet
  await tables(db)
    .updateTable('case_mirror')
    .set({
      poll_wait_ms: waitMs,
      next_poll_at: sql<Date>`case when changed_at < ${silentSince} then null else ${nextPollAt}::timestamptz end`,
      reached: fetchedAt !== null,
      ...(fetchedAt ? { fetched_at: fetchedAt, as_of: asOf, lost: false } : {}),
    })
    .where('id', 'in', ids)
    .execute()
}

/** Marks cases their owner no longer knows. @returns those of which this is news */
export async function markLost(db: Kysely<unknown>, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const marked = await tables(db)
    .updateTable('case_mirror')
    .set({ lost: true })
    .where('id', 'in', ids)
    .where('lost', '=', false)
    .returning('id')
    .execute()
  return marked.map(({ id }) => id)
}
