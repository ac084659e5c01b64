import type { Migrations } from '../../store/store.ts'

export const inboundMigrations: Migrations = {
  '0720_inbound_nonces': {
    up: async (db) => {
      await db.schema
        .createTable('source_nonce')
        .addColumn('source_id', 'text', (column) => column.notNull())
        .addColumn('mark', 'text', (column) => column.notNull())
        .addColumn('until', 'timestamptz', (column) => column.notNull())
        .addPrimaryKeyConstraint('source_nonce_key', ['source_id', 'mark'])
        .execute()
      await db.schema.createIndex('source_nonce_until').on('source_nonce').column('until').execute()
    },
  },
}

/** Signatures that have been used, by source. A type and not an interface, because the query builder wants one. */
export type NonceTables = {
  source_nonce: { source_id: string; mark: string; until: Date }
}
