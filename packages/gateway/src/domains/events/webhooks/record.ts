import type { Selectable } from 'kysely'
import type { WebhookTables } from './tables.ts'

/** A webhook as it stands in its row. */
export type WebhookRow = Selectable<WebhookTables['webhook']>

/** A webhook with what waits for it. */
export interface WebhookEntity extends WebhookRow {
  readonly waiting: number
  readonly dead: number
}

/** An event that was taken for a webhook. */
export type DeliveryRow = Selectable<WebhookTables['webhook_delivery']>
