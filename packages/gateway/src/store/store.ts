import type { Kysely, Transaction } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The one database, in either size. Each room sees its own tables through `db.withTables<…>()`. */
export interface Store {
  readonly kind: 'pglite' | 'postgres'
  readonly db: Kysely<unknown>
  /** Runs work in one transaction: all of it happens, or none. */
  transaction<Result>(work: (trx: Transaction<unknown>) => Promise<Result>): Promise<Result>
  /** Applies migrations that have not run yet, in the order of their names. @throws TongbanError `TB_MIGRATION_FAILED` */
  migrate(migrations: Migrations): Promise<MigrationReport>
  /**
   * Plain SQL with `$1` places, for libraries that bring their own. Several statements in one text are possible without
   * values; the rows of all of them come back, one after the other. A `begin … commit` block that fails is rolled back.
   */
  query(sql: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>
  close(): Promise<void>
}

/** Migrations by name, `NNNN_domain_what`: the number orders them across domains. */
export type Migrations = Readonly<Record<string, Migration>>

/** Names of the migrations that ran just now, and of all that have run. */
export interface MigrationReport {
  readonly applied: readonly string[]
  readonly all: readonly string[]
}
