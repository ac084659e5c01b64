import { sql } from 'kysely'
import type { Migrations } from '../../store/store.ts'

export const submissionsMigrations: Migrations = {
  '0500_submissions_create': {
    up: async (db) => {
      await db.schema
        .createTable('submission')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('client_id', 'text', (column) => column.notNull())
        .addColumn('client_title', 'text', (column) => column.notNull())
        .addColumn('receipt_number', 'text', (column) => column.notNull().unique())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('refusal', 'text')
        .addColumn('trouble', 'jsonb')
        .addColumn('mode', 'text', (column) => column.notNull())
        .addColumn('item', 'jsonb', (column) => column.notNull())
        .addColumn('submitted_at', 'timestamptz', (column) => column.notNull())
        .addColumn('sealed', 'text', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('lease_until', 'timestamptz')
        .addColumn('lease', 'text')
        .addColumn('tried_at', 'timestamptz')
        .execute()
      await db.schema
        .createIndex('submission_of_client')
        .on('submission')
        .columns(['client_id', 'submitted_at', 'id'])
        .execute()
      await db.schema
        .createIndex('submission_undelivered')
        .on('submission')
        .column('submitted_at')
        .where(sql.ref('state'), 'in', sql`('SUBMITTED', 'DELIVERING')`)
        .execute()
      await db.schema
        .createTable('submission_request')
        .addColumn('client_id', 'text', (column) => column.notNull())
        .addColumn('idempotency_key', 'text', (column) => column.notNull())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('submission_id', 'text', (column) => column.notNull())
        .addColumn('at', 'timestamptz', (column) => column.notNull())
        .addPrimaryKeyConstraint('submission_request_key', ['client_id', 'idempotency_key'])
        .execute()
      await db.schema
        .createTable('submission_custody')
        .addColumn('submission_id', 'text', (column) => column.notNull().references('submission.id'))
        .addColumn('seq', 'bigserial', (column) => column.notNull())
        .addColumn('at', 'timestamptz', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('by', 'text', (column) => column.notNull())
        .addColumn('branch', 'text')
        .addColumn('operator', 'text')
        .addColumn('note', 'text')
        .addPrimaryKeyConstraint('submission_custody_key', ['submission_id', 'seq'])
        .execute()
    },
  },
  '0501_submissions_request_applicant': {
    up: async (db) => {
      await db.schema
        .alterTable('submission_request')
        .addColumn('handle', 'text', (column) => column.notNull().defaultTo(''))
        .addColumn('applicant', 'text', (column) => column.notNull().defaultTo(''))
        .execute()
    },
  },
  '0502_submissions_sent_until': {
    up: async (db) => {
      await db.schema.alterTable('submission').addColumn('sent_until', 'timestamptz').execute()
      // whatever has been tried may have been sent
      await sql`update submission set sent_until = now() where attempts > 0`.execute(db)
    },
  },
}
