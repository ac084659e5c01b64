import pg from 'pg'
import { sourceFailure } from '../../../failures.ts'
import type { Connection, Pool, PoolLimits } from '../database.ts'
import type { TableRow } from '../requests.ts'
import type { PostgresOptions } from './postgres.ts'
import { typesCounting } from './rows.ts'

/**
 * Times without a zone are Asia/Shanghai; a fixed offset, as front-end databases know no summer time. A waiting lock ends before
 * the attempt does. Each statement sees what others have committed before it.
 */
const setUp = [
  "set time zone interval '+08:00' hour to minute",
  "set datestyle = 'ISO'",
  "set lock_timeout = '2s'",
  "set default_transaction_isolation = 'read committed'",
].join('; ')

/** Without a character set the server converts nothing and checks nothing: text would be broken silently. */
async function prepare(raw: pg.PoolClient): Promise<string> {
  await raw.query(setUp)
  const { rows } = await raw.query("select current_setting('server_encoding') as encoding")
  if (rows[0]?.encoding === 'SQL_ASCII')
    throw sourceFailure('TB_SOURCE_REFUSED', { detail: 'the database has no character set (SQL_ASCII)' })
  return String(rows[0]?.encoding)
}

/** Ends a statement on the server: closing the socket does not, as long as the server has nothing to send. */
async function killOnServer(config: pg.ClientConfig, processId: number): Promise<void> {
  const control = new pg.Client(config)
  control.on('error', () => {})
  try {
    await control.connect()
    await control.query('select pg_terminate_backend($1)', [processId])
  } catch {
    // The connection is closed all the same, and the server notices at the end of the statement.
  } finally {
    await control.end().catch(() => {})
  }
}

/** The number of the server's process, which `@types/pg` does not tell. */
const processOf = (raw: pg.PoolClient): number =>
  'processID' in raw && typeof raw.processID === 'number' ? raw.processID : 0

function connectionOf(raw: pg.PoolClient, encoding: string, endOnServer: (processId: number) => void): Connection {
  return {
    query: ({ sql, parameters }, onRow) =>
      new Promise((resolve, reject) => {
        const counted = typesCounting(encoding)
        const query = new pg.Query({ text: sql, values: [...parameters], types: counted.types })
        query.on('row', (row: TableRow) => onRow(row, counted.take()))
        query.on('error', reject)
        query.on('end', (result) => resolve(result.rowCount ?? 0))
        raw.query(query)
      }),
    release: () => raw.release(),
    kill() {
      raw.release(true)
      endOnServer(processOf(raw))
    },
  }
}

const configOf = ({ url, tls }: PostgresOptions, { connectMs }: PoolLimits): pg.ClientConfig => ({
  connectionString: url,
  connectionTimeoutMillis: connectMs,
  ...(tls ? { ssl: tls.ca === undefined ? true : { ca: tls.ca } } : {}),
})

/** Connections to PostgreSQL; the first is made by the first use. */
export function openPostgres(options: PostgresOptions, limits: PoolLimits): Pool {
  const config = configOf(options, limits)
  const pool = new pg.Pool({ ...config, max: limits.connections })
  // An idle connection that breaks is replaced when it is needed; unheard, the event would end the process.
  pool.on('error', () => {})
  const encodings = new WeakMap<object, string>()
  const ending = new Set<Promise<void>>()
  const endOnServer = (processId: number) => {
    const end = killOnServer(config, processId).finally(() => ending.delete(end))
    ending.add(end)
  }
  return {
    async acquire() {
      const raw = await pool.connect()
      const known = encodings.get(raw)
      if (known !== undefined) return connectionOf(raw, known, endOnServer)
      raw.on('error', () => {})
      try {
        const encoding = await prepare(raw)
        encodings.set(raw, encoding)
        return connectionOf(raw, encoding, endOnServer)
      } catch (error) {
        raw.release(true)
        throw error
      }
    },
    async close() {
      await Promise.all(ending)
      await pool.end()
    },
  }
}
