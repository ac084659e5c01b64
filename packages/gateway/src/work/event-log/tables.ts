import type { ColumnType } from 'kysely'
import type { Migrations } from '../../store/store.ts'

/** Rows of the event log. A type and not an interface, because the query builder wants one. */
export type EventTables = {
  client_event_counter: { client_id: string; last: number }
  client_event: {
    client_id: string
    /** Counts from 1 without gaps, for each client on its own. */
    seq: number
    type: string
    at: Date
    submission_id: string
    data: ColumnType<Readonly<Record<string, unknown>>, string, never>
  }
}

/** Tables of the event log; shipped with the domain that is built first. */
export const eventLogMigrations: Migrations = {
  '0300_events_log': {
    up: async (db) => {
      await db.schema
        .createTable('client_event_counter')
        .addColumn('client_id', 'text', (column) => column.primaryKey())
        .addColumn('last', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('client_event')
        .addColumn('client_id', 'text', (column) => column.notNull())
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('at', 'timestamptz', (column) => column.notNull())
        .addColumn('submission_id', 'text', (column) => column.notNull())
        .addColumn('data', 'jsonb', (column) => column.notNull())
        .addPrimaryKeyConstraint('client_event_key', ['client_id', 'seq'])
        .execute()
      await db.schema
        .createIndex('client_event_of_submission')
        .on('client_event')
        .columns(['submission_id', 'seq'])
        .execute()
    },
  },
}
