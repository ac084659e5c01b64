import { PostgresDialect, sql } from 'kysely'
import pg, { types } from 'pg'
import type { Log } from '../telemetry/types.ts'
import { type StatementListener, storeOn } from './database.ts'
import { isUnreachable, unavailable, withoutValues } from './failures.ts'
import type { Store } from './store.ts'
import { valueParsers } from './values.ts'

/** What a store on a PostgreSQL server needs. */
export interface ServerOptions {
  readonly url: string
  readonly log: Log
  /** Connections this process may hold. @default 10 */
  readonly maxConnections?: number
  readonly onStatement?: StatementListener
}

const connectTimeoutMs = 5_000

/**
 * Opens a store on a PostgreSQL server and makes sure that it answers.
 *
 * @throws TongbanError `TB_DATABASE_UNAVAILABLE`
 */
export async function openServer({ url, log, maxConnections = 10, onStatement }: ServerOptions): Promise<Store> {
  const pool = createPool(url, maxConnections)
  // Without a listener a connection that breaks while idle would end the process; the pool replaces it by itself.
  pool.on('error', (error) => log.warn({ error }, 'an idle database connection broke'))
  const store = storeOn(
    {
      kind: 'postgres',
      dialect: new PostgresDialect({ pool }),
      query: async (text, values) => (values === undefined ? script(pool, text) : pool.query(text, [...values])),
      close: async () => {},
    },
    onStatement,
  )
  await answer(store)
  return store
}

function createPool(connectionString: string, max: number): pg.Pool {
  try {
    return new pg.Pool({
      connectionString,
      max,
      connectionTimeoutMillis: connectTimeoutMs,
      application_name: 'tongban',
      types: { getTypeParser },
    })
  } catch (error) {
    // a malformed address; its text may hold a password and is not repeated
    throw unavailable(new Error('the address is not a PostgreSQL URL', { cause: error }))
  }
}

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  const parse = format === 'binary' ? undefined : valueParsers[oid]
  return parse ?? types.getTypeParser(oid, format)
}

/** Runs a text that may hold several statements. A connection never goes back to the pool inside a failed transaction. */
async function script(pool: pg.Pool, text: string): Promise<{ rows: Record<string, unknown>[] }> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const result: pg.QueryResult | pg.QueryResult[] = await client.query(text)
    return { rows: [result].flat().flatMap(({ rows }) => rows) }
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    client.release(broken)
  }
}

/** Ends whatever transaction is open. @returns why it could not: the connection is of no use any more */
const rollBack = (client: pg.PoolClient): Promise<Error | undefined> =>
  client.query('rollback').then(
    () => undefined,
    (error: Error) => error,
  )

async function answer(store: Store): Promise<void> {
  try {
    await sql`select 1`.execute(store.db)
  } catch (error) {
    await store.close()
    throw isUnreachable(error) ? unavailable(error) : unavailableOr(error)
  }
}

/** Wrong password, no such database: nothing a statement could do about it, so it counts as unavailable, too. */
const unavailableOr = (error: unknown): unknown =>
  error instanceof pg.DatabaseError && /^(28|3D)/.test(error.code ?? '') ? unavailable(error) : withoutValues(error)
