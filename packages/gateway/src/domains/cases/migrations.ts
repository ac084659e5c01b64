import type { Migrations } from '../../store/store.ts'
import { eventLogMigrations } from '../../work/event-log/tables.ts'

export const casesMigrations: Migrations = {
  ...eventLogMigrations,
  '0400_cases_mirror': {
    up: async (db) => {
      await db.schema
        .createTable('case_mirror')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('submission_id', 'text', (column) => column.notNull().unique())
        .addColumn('client_id', 'text', (column) => column.notNull())
        .addColumn('source_id', 'text', (column) => column.notNull())
        .addColumn('number', 'text', (column) => column.notNull())
        .addColumn('item_name', 'text', (column) => column.notNull())
        .addColumn('time_limit', 'jsonb')
        .addColumn('data_version', 'integer', (column) => column.notNull())
        .addColumn('details', 'jsonb', (column) => column.notNull())
        .addColumn('fetched_at', 'timestamptz', (column) => column.notNull())
        .addColumn('as_of', 'timestamptz')
        .addColumn('reached', 'boolean', (column) => column.notNull())
        .addColumn('changed_at', 'timestamptz', (column) => column.notNull())
        .addColumn('poll_wait_ms', 'integer', (column) => column.notNull())
        .addColumn('next_poll_at', 'timestamptz')
        .addUniqueConstraint('case_number_at_source', ['source_id', 'number'])
        .execute()
      await db.schema
        .createIndex('case_mirror_due')
        .on('case_mirror')
        .columns(['source_id', 'next_poll_at'])
        .where('next_poll_at', 'is not', null)
        .execute()
      await db.schema
        .createTable('case_report')
        .addColumn('case_id', 'text', (column) => column.notNull().references('case_mirror.id'))
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('data_version', 'integer', (column) => column.notNull())
        .addColumn('raw', 'jsonb')
        .addColumn('by', 'text')
        .addColumn('note', 'text')
        .addColumn('received_at', 'timestamptz', (column) => column.notNull())
        .addPrimaryKeyConstraint('case_report_key', ['case_id', 'seq'])
        .execute()
    },
  },
  '0401_cases_lost': {
    up: async (db) => {
      await db.schema
        .alterTable('case_mirror')
        .addColumn('lost', 'boolean', (column) => column.notNull().defaultTo(false))
        .execute()
    },
  },
}
