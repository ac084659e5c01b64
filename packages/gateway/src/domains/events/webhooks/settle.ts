import type { Kysely, Transaction, Updateable } from 'kysely'
import type { Store } from '../../../store/store.ts'
import { addAttempt } from './attempts.ts'
import { downAfter, type Lane } from './lanes.ts'
import type { DeliveryRow, WebhookRow } from './record.ts'
import type { Sent } from './send.ts'
import type { WebhookTables } from './tables.ts'
import { waitAfter } from './timetable.ts'

/** An attempt that has ended. */
export interface Attempted {
  readonly delivery: DeliveryRow
  readonly eventId: string
  readonly sent: Sent
  readonly at: Date
  readonly durationMs: number
}

/** What a webhook looks like after an attempt. */
export type Settled = Pick<WebhookRow, 'state' | 'failures'>

const tables = (db: Kysely<unknown>) => db.withTables<WebhookTables>()

/**
 * Writes down how an attempt ended: attempt, delivery and webhook together. With a lane that was lost nothing is written: whoever
 * holds it now sends again, under the same identifier.
 *
 * @param random - from 0 to 1, for the wait
 * @returns undefined when the lane was lost
 */
export const settle = (
  store: Store,
  lane: Lane,
  attempted: Attempted,
  clock: { readonly now: Date; readonly random: number },
): Promise<Settled | undefined> =>
  store.transaction(async (trx) => {
    const webhook = await tables(trx)
      .selectFrom('webhook')
      .selectAll()
      .where('id', '=', lane.id)
      .where('lease', '=', lane.lease)
      .forUpdate()
      .executeTakeFirst()
    if (!webhook) return undefined
    await note(trx, lane, attempted)
    const change =
      attempted.sent.outcome === 'DELIVERED'
        ? await delivered(trx, webhook, attempted.delivery, clock.now)
        : await failed(trx, webhook, attempted, clock)
    await tables(trx).updateTable('webhook').set(change).where('id', '=', lane.id).execute()
    return { state: change.state ?? webhook.state, failures: change.failures }
  })

const note = (trx: Transaction<unknown>, { id }: Lane, { delivery, eventId, sent, at, durationMs }: Attempted) =>
  addAttempt(trx, {
    webhook_id: id,
    seq: delivery.seq,
    event_id: eventId,
    attempt: delivery.attempts + 1,
    at,
    duration_ms: durationMs,
    ...sent,
  })

type Change = Updateable<WebhookTables['webhook']> & { readonly failures: number }

const rowOf = (db: Kysely<unknown>, { webhook_id, seq }: DeliveryRow) =>
  tables(db).updateTable('webhook_delivery').where('webhook_id', '=', webhook_id).where('seq', '=', seq)

async function delivered(
  trx: Transaction<unknown>,
  { id, failures }: WebhookRow,
  { seq }: DeliveryRow,
  now: Date,
): Promise<Change> {
  await dropDelivery(trx, id, seq)
  // a receiver that was down is back: what waited for it need not wait for the timetable
  if (failures >= downAfter) await hurry(trx, id, now)
  return { failures: 0, failing_since: null, due_at: now }
}

/** Ends a delivery: there is nothing to send any more. */
export async function dropDelivery(db: Kysely<unknown>, webhookId: string, seq: number): Promise<void> {
  await tables(db).deleteFrom('webhook_delivery').where('webhook_id', '=', webhookId).where('seq', '=', seq).execute()
}

/** Makes everything that waits due. */
export async function hurry(trx: Kysely<unknown>, webhookId: string, now: Date): Promise<void> {
  await tables(trx)
    .updateTable('webhook_delivery')
    .set({ next_at: now })
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'WAITING')
    .execute()
}

async function failed(
  trx: Transaction<unknown>,
  webhook: WebhookRow,
  { delivery, sent: { outcome }, at }: Attempted,
  { now, random }: { readonly now: Date; readonly random: number },
): Promise<Change> {
  // one event that is never taken says nothing about the receiver: only different ones make it down
  const failures = webhook.failures + (delivery.attempts === 0 || webhook.failures >= downAfter ? 1 : 0)
  const change = { failures, failing_since: webhook.failing_since ?? at }
  if (outcome === 'GONE') return { ...change, state: 'DISABLED', state_reason: outcome }
  const attempts = delivery.attempts + 1
  const wait = waitAfter(attempts, random)
  if (wait === undefined) {
    await rowOf(trx, delivery).set({ state: 'DEAD', attempts, outcome, next_at: now }).execute()
    // the whole timetable has failed for a receiver that takes nothing: the others keep until the client says go on
    return webhook.failures >= downAfter ? { ...change, state: 'PAUSED', state_reason: outcome } : change
  }
  const next = new Date(now.getTime() + wait)
  await rowOf(trx, delivery).set({ attempts, outcome, next_at: next }).execute()
  return failures >= downAfter ? { ...change, due_at: next } : change
}
