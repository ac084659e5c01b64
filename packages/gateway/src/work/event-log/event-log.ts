import { sql, type Transaction } from 'kysely'
import type { EventTables } from './tables.ts'

/** Something that happened to an errand. Holds identifiers and states, no personal data. */
export interface ClientEvent {
  /** For example `submission.accepted` or `case.decided`. */
  readonly type: string
  readonly at: Date
  readonly submissionId: string
  readonly data: Readonly<Record<string, string | number | boolean | null>>
}

/**
 * Adds events of one client, in the transaction that makes them true. Each client's numbers have no gaps: the counter's
 * row stays locked until the transaction ends, so a number that was given is either committed before the next one is
 * given, or given again. Append last in a transaction: other writers of the same client wait from here on.
 */
export async function appendEvents(
  trx: Transaction<unknown>,
  clientId: string,
  events: readonly ClientEvent[],
): Promise<void> {
  if (events.length === 0) return
  const db = trx.withTables<EventTables>()
  const { last } = await db
    .insertInto('client_event_counter')
    .values({ client_id: clientId, last: events.length })
    .onConflict((conflict) =>
      conflict.column('client_id').doUpdateSet({ last: sql`client_event_counter.last + ${events.length}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  const first = last - events.length + 1
  await db
    .insertInto('client_event')
    .values(
      events.map((event, index) => ({
        client_id: clientId,
        seq: first + index,
        type: event.type,
        at: event.at,
        submission_id: event.submissionId,
        data: JSON.stringify(event.data),
      })),
    )
    .execute()
}
