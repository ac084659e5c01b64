import { sql } from 'kysely'
import type { Store } from '../../store/store.ts'

/**
 * Forgets events that happened before a moment. What is kept of a client is always the end of its numbers, without gaps: an event
 * older than one before it (clocks differ) stays with it.
 *
 * @returns how many were forgotten
 */
export async function purgeEvents(store: Store, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from client_event using (
      select client_id, coalesce(min(seq) filter (where at >= ${before}), max(seq) + 1) as kept
      from client_event group by client_id
    ) as clients
    where client_event.client_id = clients.client_id and client_event.seq < clients.kept`.execute(store.db)
  return Number(numAffectedRows ?? 0)
}
