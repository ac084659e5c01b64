import { sql } from 'kysely'
import type { Migrations } from '../../../store/store.ts'

export const webhookMigrations: Migrations = {
  '0310_events_webhooks': {
    up: async (db) => {
      await db.schema
        .createTable('webhook')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('client_id', 'text', (column) => column.notNull())
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('description', 'text')
        .addColumn('types', 'jsonb')
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('state_reason', 'text')
        .addColumn('sealed', 'text', (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull())
        .addColumn('taken', 'bigint', (column) => column.notNull())
        .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('failing_since', 'timestamptz')
        .addColumn('due_at', 'timestamptz', (column) => column.notNull())
        .addColumn('lease', 'text')
        .addColumn('lease_until', 'timestamptz')
        .addColumn('created_at', 'timestamptz', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('webhook_of_client').on('webhook').columns(['client_id', 'created_at']).execute()
      await db.schema
        .createTable('webhook_delivery')
        .addColumn('webhook_id', 'text', (column) => column.notNull().references('webhook.id').onDelete('cascade'))
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addColumn('previous', 'bigint', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('outcome', 'text')
        .addColumn('next_at', 'timestamptz', (column) => column.notNull())
        .addPrimaryKeyConstraint('webhook_delivery_key', ['webhook_id', 'seq'])
        .execute()
      await db.schema
        .createTable('webhook_attempt')
        .addColumn('id', 'bigserial', (column) => column.primaryKey())
        .addColumn('webhook_id', 'text', (column) => column.notNull().references('webhook.id').onDelete('cascade'))
        .addColumn('seq', 'bigint')
        .addColumn('event_id', 'text', (column) => column.notNull())
        .addColumn('attempt', 'integer', (column) => column.notNull())
        .addColumn('at', 'timestamptz', (column) => column.notNull())
        .addColumn('duration_ms', 'integer', (column) => column.notNull())
        .addColumn('outcome', 'text', (column) => column.notNull())
        .addColumn('status', 'integer')
        .execute()
      await db.schema.createIndex('webhook_attempt_of').on('webhook_attempt').columns(['webhook_id', 'id']).execute()
      await db.schema
        .createTable('webhook_signing_key')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('position', 'integer', (column) => column.notNull().unique())
        .addColumn('public_key', 'text', (column) => column.notNull())
        .addColumn('sealed', 'text', (column) => column.notNull())
        .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
        .execute()
    },
  },
}
