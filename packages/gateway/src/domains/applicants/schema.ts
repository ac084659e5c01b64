import { type Kysely, sql } from 'kysely'
import type { Migrations } from '../../store/store.ts'

/** Tables of this room. */
export type ApplicantTables = {
  applicant: {
    /** SHA-256 of the handle: whoever reads the table cannot act for anybody. */
    handle_digest: string
    client_id: string
    /** The identity as JSON, sealed to this row. */
    sealed: string
    created_at: Date
    expires_at: Date
  }
}

/** The migrations of this room. */
export const applicantMigrations: Migrations = {
  '0020_applicants_create': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('applicant')
        .addColumn('handle_digest', 'text', (column) => column.primaryKey())
        .addColumn('client_id', 'text', (column) => column.notNull())
        .addColumn('sealed', 'text', (column) => column.notNull())
        .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
        .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('applicant_expiry').on('applicant').column('expires_at').execute()
    },
  },
}
