import { TongbanError } from '@tongban/schema'
import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { isUnreachable, reasonOf, unavailable } from './failures.ts'
import type { MigrationReport, Migrations } from './store.ts'

const shape = /^\d{4}_[a-z]+_[a-z0-9_]+$/

/**
 * Runs what has not run yet, each domain's migrations in the order of their numbers. A domain that is added later may carry
 * lower numbers than what has run, hence unordered. On PostgreSQL an advisory lock keeps a second runner waiting.
 */
export async function migrate(db: Kysely<unknown>, migrations: Migrations): Promise<MigrationReport> {
  refuseBadNames(migrations)
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: 'tongban_migration',
    migrationLockTableName: 'tongban_migration_lock',
    allowUnorderedMigrations: true,
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  const failed = results.find(({ status }) => status === 'Error')
  if (error !== undefined) throw migrationError(error, failed?.migrationName)
  const all = (await migrator.getMigrations()).filter(({ executedAt }) => executedAt).map(({ name }) => name)
  return { applied: results.map(({ migrationName }) => migrationName), all }
}

function refuseBadNames(migrations: Migrations): void {
  const bad = Object.keys(migrations).find((name) => !shape.test(name))
  if (bad !== undefined)
    throw new TongbanError('TB_MIGRATION_FAILED', { migration: bad, detail: 'name it NNNN_domain_what' })
}

function migrationError(cause: unknown, migration = '—'): unknown {
  if (isUnreachable(cause)) return unavailable(cause)
  return new TongbanError('TB_MIGRATION_FAILED', { migration, detail: reasonOf(cause) }, { cause })
}
