import { describeWith, neededEnv, needs } from '@tongban/test-support'
import pg from 'pg'
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

/** A new, empty database on the server that `TONGBAN_TEST_POSTGRES_URL` names. */
export async function createTestDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const url = new URL(neededEnv('TONGBAN_TEST_POSTGRES_URL'))
  const name = `tongban_test_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`
  await administer(url.href, `create database ${name} template template0 encoding 'UTF8'`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return { url: own.href, drop: () => administer(url.href, `drop database if exists ${name} with (force)`) }
}

async function administer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
