import { describeWith, needs } from '@tongban/test-support'
import { createTestDatabase } from '@tongban/test-support/postgres'
import { afterAll } from 'vitest'
import type { Log } from '../telemetry/types.ts'
import type { StatementListener } from './database.ts'
import { openMemory } from './embedded.ts'
import { openServer } from './server.ts'
import type { Migrations, Store } from './store.ts'

/** A log that says nothing. */
export const silentLog: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => silentLog,
}

/** What a suite may ask of a store it opens. */
interface OpenForTest {
  /** Applied before the store is handed out. Merge those of several domains: `{ ...items.migrations, ...cases.migrations }`. */
  readonly migrations?: Migrations
  readonly onStatement?: StatementListener
}

/** Opens an empty store of the kind under test; it is closed and dropped when the suite ends. */
export type OpenTestStore = (options?: OpenForTest) => Promise<Store>

/**
 * Runs a suite on both kinds of store: embedded in memory, and, where `TONGBAN_TEST_POSTGRES_URL` is set, on a fresh
 * database of a PostgreSQL server.
 *
 * @example
 * describeOnEachStore('submissions', (open) => {
 *   let store: Store
 *   beforeAll(async () => { store = await open({ migrations: submissionsDomain.migrations }) })
 *   it('keeps what it accepted', async () => { … })
 * })
 */
export function describeOnEachStore(name: string, suite: (open: OpenTestStore) => void): void {
  describeWith([], `${name} (embedded)`, () => suite(closingAfter(openMemoryForTest)))
  describeWith(needs.postgres, `${name} (PostgreSQL)`, () => suite(closingAfter(openServerForTest)))
}

type Opened = Pick<Store, 'close'> & { readonly store: Store }

function closingAfter(openOne: (options: OpenForTest) => Promise<Opened>): OpenTestStore {
  const opened: Opened[] = []
  afterAll(async () => {
    for (const one of opened) await one.close()
  })
  return async (options = {}) => {
    const one = await openOne(options)
    opened.push(one)
    if (options.migrations) await one.store.migrate(options.migrations)
    return one.store
  }
}

async function openMemoryForTest({ onStatement }: OpenForTest): Promise<Opened> {
  const store = await openMemory(onStatement)
  return { store, close: () => store.close() }
}

async function openServerForTest({ onStatement }: OpenForTest): Promise<Opened> {
  const database = await createTestDatabase()
  const store = await openServer({
    url: database.url,
    log: silentLog,
    maxConnections: 4,
    ...(onStatement ? { onStatement } : {}),
  })
  const close = async () => {
    await store.close()
    await database.drop()
  }
  return { store, close }
}
