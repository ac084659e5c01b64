import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { WebhookRow } from './record.ts'
import type { WebhookTables } from './tables.ts'

/** A webhook only this process sends to, until its lease ends. */
export type Lane = WebhookRow & { readonly lease: string }

/**
 * After so many different events have failed in a row a receiver counts as down: only the oldest event is tried then, on its timetable, and all others
 * wait behind it.
 */
export const downAfter = 3

/** What lanes are taken with. */
export interface TakeLanes {
  /** Of the timetable. */
  readonly now: Date
  readonly leaseMs: number
  readonly limit: number
  /** Only webhooks of these. */
  readonly clients: readonly string[]
}

const tables = (db: Kysely<unknown>) => db.withTables<WebhookTables>()
const leaseEnd = (ms: number) => sql<Date>`now() + ${ms} * interval '1 millisecond'`

/** Takes webhooks that have something to send now. Leases run by the clock of the database, because those of two gateways differ. */
export async function takeLanes(
  db: Kysely<unknown>,
  { now, leaseMs, limit, clients }: TakeLanes,
): Promise<readonly Lane[]> {
  const lease = randomUUID()
  const rows = await tables(db)
    .updateTable('webhook')
    .set({ lease, lease_until: leaseEnd(leaseMs) })
    .where(
      'id',
      'in',
      sql<string>`(
        select id from webhook as lane
        where state = 'ACTIVE' and client_id = any(${clients}) and due_at <= ${now} and (lease_until is null or lease_until <= now())
          and (
            failures >= ${downAfter}
            or position < (select last from client_event_counter as counter where counter.client_id = lane.client_id)
            or exists (
              select 1 from webhook_delivery as waiting
              where waiting.webhook_id = lane.id and waiting.state = 'WAITING' and waiting.next_at <= ${now}
            )
          )
        order by due_at limit ${limit} for update of lane skip locked
      )`,
    )
    .returningAll()
    .execute()
  return rows.map((row) => ({ ...row, lease }))
}

/** Keeps a lane. @returns its row as it is now, or undefined when it was lost or the webhook was changed so that it must not be sent to */
export async function keepLane(db: Kysely<unknown>, { id, lease }: Lane, leaseMs: number): Promise<Lane | undefined> {
  const row = await tables(db)
    .updateTable('webhook')
    .set({ lease_until: leaseEnd(leaseMs) })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .where('state', '=', 'ACTIVE')
    .returningAll()
    .executeTakeFirst()
  return row && { ...row, lease }
}

/** Gives a lane back, so that others need not wait for the lease to end. */
export async function leaveLane(db: Kysely<unknown>, { id, lease }: Lane): Promise<void> {
  await tables(db)
    .updateTable('webhook')
    .set({ lease: null, lease_until: null })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .execute()
}

/** Ends all leases. Only for a database that nobody else can have open: whoever held them is gone. */
export async function endAllLeases(db: Kysely<unknown>): Promise<void> {
  await tables(db).updateTable('webhook').set({ lease: null, lease_until: null }).execute()
}
