import type { ColumnType, Kysely } from 'kysely'
import type { DriftKind } from '../../sources/quality/shape/drift.ts'
import type { KeptShape } from '../../sources/quality/shape/shape.ts'
import type { Migrations } from '../../store/store.ts'

/** Tables of the quality ledger. They hold figures, names of fields and codes, never values. */
export type QualityTables = {
  /** One row for an operation and an hour; several gateways add to it. */
  source_quality_hour: {
    hour: Date
    source_id: string
    operation: string
    calls: number
    judged: number
    successes: number
    attempts: number
    counts: ColumnType<Readonly<Record<string, number>>, string, string>
  }
  source_shape: {
    source_id: string
    operation: string
    shape: ColumnType<KeptShape, string, string>
    updated_at: Date
  }
  source_drift: {
    source_id: string
    operation: string
    path: string
    kind: DriftKind
    was: string
    now_is: string
    since: Date
    last_seen: Date
    seen: number
    accepted_at: Date | null
  }
}

const driftKey = ['source_id', 'operation', 'path', 'kind', 'was', 'now_is'] as const

/** The migrations of the quality ledger. */
export const qualityMigrations: Migrations = {
  '0700_sources_quality': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('source_quality_hour')
        .addColumn('source_id', 'text', (column) => column.notNull())
        .addColumn('hour', 'timestamptz', (column) => column.notNull())
        .addColumn('operation', 'text', (column) => column.notNull())
        .addColumn('calls', 'bigint', (column) => column.notNull())
        .addColumn('judged', 'bigint', (column) => column.notNull())
        .addColumn('successes', 'bigint', (column) => column.notNull())
        .addColumn('attempts', 'bigint', (column) => column.notNull())
        .addColumn('counts', 'jsonb', (column) => column.notNull())
        .addPrimaryKeyConstraint('source_quality_hour_key', ['source_id', 'hour', 'operation'])
        .execute()
      await db.schema.createIndex('source_quality_hour_age').on('source_quality_hour').column('hour').execute()
      await db.schema
        .createTable('source_shape')
        .addColumn('source_id', 'text', (column) => column.notNull())
        .addColumn('operation', 'text', (column) => column.notNull())
        .addColumn('shape', 'jsonb', (column) => column.notNull())
        .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
        .addPrimaryKeyConstraint('source_shape_key', ['source_id', 'operation'])
        .execute()
      await db.schema
        .createTable('source_drift')
        .addColumn('source_id', 'text', (column) => column.notNull())
        .addColumn('operation', 'text', (column) => column.notNull())
        .addColumn('path', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('was', 'text', (column) => column.notNull())
        .addColumn('now_is', 'text', (column) => column.notNull())
        .addColumn('since', 'timestamptz', (column) => column.notNull())
        .addColumn('last_seen', 'timestamptz', (column) => column.notNull())
        .addColumn('seen', 'bigint', (column) => column.notNull())
        .addColumn('accepted_at', 'timestamptz')
        .addPrimaryKeyConstraint('source_drift_key', [...driftKey])
        .execute()
    },
  },
}
