import type { ColumnType, Generated, Kysely } from 'kysely'
import type { Migrations } from '../../store/store.ts'
import type { StoredState } from './states.ts'

/** Tables of this room. Consents are kept: they prove why something was read. */
export type ConsentTables = {
  consent: {
    id: string
    client_id: string
    client_title: string
    applicant_fingerprint: string
    types: ColumnType<readonly string[], string, never>
    purpose: string
    uses: number
    uses_left: number
    valid_minutes: number
    match_code: string
    wrong_codes: number
    state: StoredState
    requested_at: Date
    decided_at: Date | null
    expires_at: Date
    idempotency_key: string
    content_digest: string
    /** Of the handle the consent was asked with. */
    handle_digest: string
    /** How many accepted errands rest on it. */
    errands: Generated<number>
  }
}

/** The migrations of this room. */
export const consentMigrations: Migrations = {
  '0030_consents_create': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('consent')
        .addColumn('id', 'uuid', (column) => column.primaryKey())
        .addColumn('client_id', 'text', (column) => column.notNull())
        .addColumn('client_title', 'text', (column) => column.notNull())
        .addColumn('applicant_fingerprint', 'text', (column) => column.notNull())
        .addColumn('types', 'jsonb', (column) => column.notNull())
        .addColumn('purpose', 'text', (column) => column.notNull())
        .addColumn('uses', 'integer', (column) => column.notNull())
        .addColumn('uses_left', 'integer', (column) => column.notNull())
        .addColumn('valid_minutes', 'integer', (column) => column.notNull())
        .addColumn('match_code', 'text', (column) => column.notNull())
        .addColumn('wrong_codes', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('requested_at', 'timestamptz', (column) => column.notNull())
        .addColumn('decided_at', 'timestamptz')
        .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
        .addColumn('idempotency_key', 'text', (column) => column.notNull())
        .addColumn('content_digest', 'text', (column) => column.notNull())
        .addUniqueConstraint('consent_idempotency', ['client_id', 'idempotency_key'])
        .execute()
    },
  },
  '0031_consents_handle': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .alterTable('consent')
        .addColumn('handle_digest', 'text', (column) => column.notNull().defaultTo(''))
        .execute()
    },
  },
  '0032_consents_errands': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .alterTable('consent')
        .addColumn('errands', 'integer', (column) => column.notNull().defaultTo(0))
        .execute()
    },
  },
}
