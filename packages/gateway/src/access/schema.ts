import { type Kysely, sql } from 'kysely'
import type { Migrations } from '../store/store.ts'

/** Tables of this room. */
export type AccessTables = {
  /** Keys that sign access tokens, sealed. */
  access_signing_key: { kid: string; position: number; sealed: string; created_at: Date }
  /** Login assertions seen, until they expire. */
  access_assertion: { id: string; expires_at: Date }
}

/** The migrations of this room. */
export const accessMigrations: Migrations = {
  '0010_access_create': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('access_signing_key')
        .addColumn('kid', 'text', (column) => column.primaryKey())
        .addColumn('position', 'integer', (column) => column.notNull().unique())
        .addColumn('sealed', 'text', (column) => column.notNull())
        .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
        .execute()
      await db.schema
        .createTable('access_assertion')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('access_assertion_expiry').on('access_assertion').column('expires_at').execute()
    },
  },
}
