import { type Kysely, sql, type Updateable } from 'kysely'
import { globalId, keyOf } from '../../global-id.ts'
import type { DeliveryRow, WebhookEntity, WebhookRow } from './record.ts'
import type { WebhookTables } from './tables.ts'

const tables = (db: Kysely<unknown>) => db.withTables<WebhookTables>()
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Identifier of a webhook, as clients know it. */
export const webhookId = (id: string): string => globalId('Webhook', id)

/** The key inside an identifier; undefined when it is none of a webhook. */
function webhookKey(id: string): string | undefined {
  const key = keyOf('Webhook', id)
  return key !== undefined && uuid.test(key) ? key : undefined
}

const counted = (state: DeliveryRow['state']) =>
  sql<number>`(select count(*) from webhook_delivery where webhook_id = webhook.id and state = ${state})`

const withCounts = (db: Kysely<unknown>, clientId: string) =>
  tables(db)
    .selectFrom('webhook')
    .selectAll()
    .select([counted('WAITING').as('waiting'), counted('DEAD').as('dead')])
    .where('client_id', '=', clientId)

/** Webhooks of a client, oldest first. */
export const listWebhooks = (db: Kysely<unknown>, clientId: string): Promise<WebhookEntity[]> =>
  withCounts(db, clientId).orderBy('created_at').orderBy('id').execute()

/** One webhook of a client; those of others do not exist for it. */
export async function findWebhook(
  db: Kysely<unknown>,
  clientId: string,
  id: string,
): Promise<WebhookEntity | undefined> {
  const key = webhookKey(id)
  return key === undefined ? undefined : withCounts(db, clientId).where('id', '=', key).executeTakeFirst()
}

/** A new webhook, as it is inserted. */
export type NewWebhook = Pick<
  WebhookRow,
  'id' | 'client_id' | 'url' | 'description' | 'types' | 'sealed' | 'position' | 'created_at'
>

export async function insertWebhook(db: Kysely<unknown>, { types, ...row }: NewWebhook): Promise<WebhookEntity> {
  const inserted = await tables(db)
    .insertInto('webhook')
    .values({
      ...row,
      types: types && JSON.stringify(types),
      state: 'ACTIVE',
      state_reason: null,
      taken: row.position,
      failures: 0,
      failing_since: null,
      due_at: row.created_at,
      lease: null,
      lease_until: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { ...inserted, waiting: 0, dead: 0 }
}

export async function changeWebhook(
  db: Kysely<unknown>,
  id: string,
  change: Updateable<WebhookTables['webhook']>,
): Promise<void> {
  await tables(db).updateTable('webhook').set(change).where('id', '=', id).execute()
}

export async function removeWebhook(db: Kysely<unknown>, id: string): Promise<void> {
  await tables(db).deleteFrom('webhook').where('id', '=', id).execute()
}

/** Forgets what was taken beyond a number, because it will be taken again. */
export async function untake(db: Kysely<unknown>, id: string, after: number): Promise<void> {
  await tables(db).deleteFrom('webhook_delivery').where('webhook_id', '=', id).where('seq', '>', after).execute()
}

/** Lets waiting or given-up deliveries begin their timetable anew. */
export async function beginAnew(
  db: Kysely<unknown>,
  id: string,
  state: DeliveryRow['state'],
  now: Date,
): Promise<void> {
  await tables(db)
    .updateTable('webhook_delivery')
    .set({ state: 'WAITING', attempts: 0, next_at: now })
    .where('webhook_id', '=', id)
    .where('state', '=', state)
    .execute()
}

/** Given-up deliveries in the order of their numbers. */
export const listDead = (
  db: Kysely<unknown>,
  id: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<DeliveryRow[]> =>
  tables(db)
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', id)
    .where('state', '=', 'DEAD')
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
