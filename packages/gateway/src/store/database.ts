import { type Dialect, Kysely } from 'kysely'
import { withoutValues } from './failures.ts'
import { guarded } from './guarded-dialect.ts'
import { migrate } from './migrate.ts'
import type { Store } from './store.ts'

/** The parts in which the two kinds of store differ. */
export interface Database {
  readonly kind: Store['kind']
  readonly dialect: Dialect
  query: Store['query']
  /** Ends what the dialect does not end itself. */
  close(): Promise<void>
}

/** Sees each statement before its answer is used. For tests that bound the number of statements. */
export type StatementListener = (sql: string) => void

/** Makes a {@link Store} from the parts of one kind. */
export function storeOn(database: Database, onStatement?: StatementListener): Store {
  const db = new Kysely<unknown>({
    dialect: guarded(database.dialect),
    ...(onStatement ? { log: (event) => onStatement(event.query.sql) } : {}),
  })
  return {
    kind: database.kind,
    db,
    transaction: (work) => db.transaction().execute(work),
    migrate: (migrations) => migrate(db, migrations),
    query: (sql, values) =>
      database.query(sql, values).catch((error: unknown) => {
        throw withoutValues(error)
      }),
    close: async () => {
      await db.destroy()
      await database.close()
    },
  }
}
