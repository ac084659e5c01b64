import { type Kysely, sql } from 'kysely'
import type { Migrations } from '../../store/store.ts'

/** Tables of this room. */
export type CopyTables = {
  source_copy: {
    /** Digest of what names the copy; with the gateway's key where it is somebody's own. */
    id: string
    source_id: string
    /** JSON, sealed to this row where it is somebody's own. */
    value: string
    personal: boolean
    bytes: number
    fetched_at: Date
    as_of: Date | null
    expires_at: Date
  }
}

/** The migrations of this room. */
export const copyMigrations: Migrations = {
  '0080_copies_create': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('source_copy')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('source_id', 'text', (column) => column.notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('personal', 'boolean', (column) => column.notNull())
        .addColumn('bytes', 'integer', (column) => column.notNull())
        .addColumn('fetched_at', 'timestamptz', (column) => column.notNull())
        .addColumn('as_of', 'timestamptz')
        .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('source_copy_expiry').on('source_copy').column('expires_at').execute()
      await db.schema.createIndex('source_copy_age').on('source_copy').columns(['source_id', 'fetched_at']).execute()
      // Large values stay out of the pages that are searched; most of them are never read.
      await sql`alter table source_copy alter column value set storage external`.execute(db)
    },
  },
}
