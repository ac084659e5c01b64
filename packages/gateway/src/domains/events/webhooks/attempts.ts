import { type Kysely, type Selectable, sql } from 'kysely'
import type { Store } from '../../../store/store.ts'
import type { WebhookAttempt } from '../../generated/resolvers.ts'
import { writtenInstant } from '../event.ts'
import type { WebhookTables } from './tables.ts'

/** One attempt, as it is listed. */
export type AttemptRow = Selectable<WebhookTables['webhook_attempt']>

const tables = (db: Kysely<unknown>) => db.withTables<WebhookTables>()

/** Notes an attempt. */
export const addAttempt = (db: Kysely<unknown>, row: Omit<AttemptRow, 'id'>): Promise<AttemptRow> =>
  tables(db).insertInto('webhook_attempt').values(row).returningAll().executeTakeFirstOrThrow()

/** Attempts of a webhook, newest first. */
export const listAttempts = (
  db: Kysely<unknown>,
  webhookId: string,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<AttemptRow[]> =>
  tables(db)
    .selectFrom('webhook_attempt')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .$if(before !== null, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** Forgets attempts begun before a moment. @returns how many */
export async function purgeAttempts(store: Store, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from webhook_attempt where at < ${before}`.execute(store.db)
  return Number(numAffectedRows ?? 0)
}

/** As the API shows it. */
export const shownAttempt = (row: AttemptRow): WebhookAttempt => ({
  sequence: row.seq === null ? null : String(row.seq),
  event: row.event_id,
  attempt: row.attempt,
  at: writtenInstant(row.at),
  durationMs: row.duration_ms,
  outcome: row.outcome,
  status: row.status,
})
