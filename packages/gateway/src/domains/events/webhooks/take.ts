import type { Kysely, Transaction } from 'kysely'
import type { Store } from '../../../store/store.ts'
import { type EventRow, lastSequence, oldestSequence, readEvents } from '../../../work/event-log/read-events.ts'
import type { Lane } from './lanes.ts'
import type { DeliveryRow } from './record.ts'
import type { WebhookTables } from './tables.ts'

/** Events that may wait for repetition beside a receiver that takes others; beyond that it takes too little to go on. */
const mostAside = 100
/** How many are taken in one transaction. */
const batch = 20

const tables = (db: Kysely<unknown>) => db.withTables<WebhookTables>()

/** Deliveries whose time has come, in order. @param now - null for the oldest one, whatever its time */
export const dueDeliveries = (db: Kysely<unknown>, webhookId: string, now: Date | null): Promise<DeliveryRow[]> =>
  tables(db)
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'WAITING')
    .$if(now !== null, (query) => query.where('next_at', '<=', now ?? new Date(0)))
    .orderBy('seq')
    .limit(now === null ? 1 : batch)
    .execute()

/**
 * Takes the next events of the client's log for a webhook: rows and position change together, so that an event is before the
 * position only when it has a row, was delivered, or is of a type nobody asked for.
 *
 * @returns what was taken; empty when there is nothing new, too much waits, or the lane was lost
 */
export const takeEvents = (store: Store, lane: Lane, now: Date): Promise<readonly DeliveryRow[]> =>
  store.transaction(async (trx) => {
    const webhook = await tables(trx)
      .selectFrom('webhook')
      .selectAll()
      .where('id', '=', lane.id)
      .where('lease', '=', lane.lease)
      .where('state', '=', 'ACTIVE')
      .forUpdate()
      .executeTakeFirst()
    if (!webhook) return []
    const limit = Math.min(batch, mostAside - (await waitingOf(trx, lane.id)))
    const through = await lastSequence(trx, webhook.client_id)
    if (limit <= 0 || through <= webhook.position) return []
    const { client_id, position, types } = webhook
    const events = await readEvents(trx, client_id, { after: position, through, types, limit })
    // what is no longer kept leaves a gap that the receiver must see
    const gone = ((await oldestSequence(trx, client_id)) ?? through + 1) - 1
    const previous = gone > position ? gone : webhook.taken
    const rows = rowsOf(lane.id, events, previous, now)
    const last = events.at(-1)?.seq
    await tables(trx)
      .updateTable('webhook')
      .set({ position: events.length < limit ? through : (last ?? through), taken: last ?? webhook.taken })
      .where('id', '=', lane.id)
      .execute()
    return rows.length === 0 ? [] : insert(trx, rows)
  })

const rowsOf = (webhookId: string, events: readonly EventRow[], previous: number, now: Date): DeliveryRow[] =>
  events.map(({ seq }, index) => ({
    webhook_id: webhookId,
    seq,
    previous: events[index - 1]?.seq ?? previous,
    attempts: 0,
    state: 'WAITING',
    outcome: null,
    next_at: now,
  }))

/** After a replay an event may be a dead letter still. */
const insert = (trx: Transaction<unknown>, rows: readonly DeliveryRow[]): Promise<DeliveryRow[]> =>
  tables(trx)
    .insertInto('webhook_delivery')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['webhook_id', 'seq']).doUpdateSet((eb) => ({
        previous: eb.ref('excluded.previous'),
        attempts: 0,
        state: 'WAITING',
        next_at: eb.ref('excluded.next_at'),
      })),
    )
    .returningAll()
    .execute()

async function waitingOf(trx: Transaction<unknown>, webhookId: string): Promise<number> {
  const { waiting } = await tables(trx)
    .selectFrom('webhook_delivery')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'WAITING')
    .executeTakeFirstOrThrow()
  return waiting
}
