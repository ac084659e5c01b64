import { type ConstructorOptions, type Db, PgBoss } from 'pg-boss'
import type { Store } from '../store/store.ts'
import type { Log } from '../telemetry/types.ts'

/** Schema of the queue's own tables: they are the library's, our migrations leave them alone. */
export const queueSchema = 'pgboss'

/** Queue that keeps jobs which failed for good, with their data, until an operator looks at them. */
export const deadLetters = 'dead'

/**
 * The queue library on our store. It makes and upgrades its own tables; several processes may start at once.
 *
 * @param options - what differs from the defaults, for tests
 */
export function createBoss(store: Store, log: Log, options: ConstructorOptions = {}): PgBoss {
  const embedded = store.kind === 'pglite'
  const boss = new PgBoss({
    db: sqlOf(store),
    schema: queueSchema,
    backend: embedded ? 'pglite' : 'postgres',
    // nothing here runs by the wall clock: repeated work puts itself into the queue again
    schedule: false,
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
    monitorVacuum: !embedded,
    reindex: !embedded,
    ...options,
  })
  boss.on('error', (error) => log.error({ error }, 'the queue failed'))
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'the queue warns'))
  return boss
}

/**
 * Starts the library. Of several processes that start at once on a new database all but one may fail to make its schema:
 * the library knows only some of the words in which PostgreSQL says that another was quicker. By then the schema is there.
 */
export async function startBoss(boss: PgBoss): Promise<void> {
  try {
    await boss.start()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    await boss.start()
  }
}

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505'

/** Texts without values may be whole `BEGIN … COMMIT` blocks. */
const sqlOf = (store: Store): Db => ({
  executeSql: (text, values) => store.query(text, values?.length ? values : undefined),
})
