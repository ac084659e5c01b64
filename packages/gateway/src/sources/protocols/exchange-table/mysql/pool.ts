import {
  createConnection,
  createPool,
  type FieldPacket,
  type PoolConnection,
  type PoolOptions,
  type Query,
} from 'mysql2'
import type { Connection, Pool, PoolLimits } from '../database.ts'
import type { TableRow } from '../requests.ts'
import type { MysqlOptions } from './mysql.ts'
import { rowReader } from './rows.ts'

/**
 * Strict, so that what does not fit is refused instead of cut; without NO_BACKSLASH_ESCAPES, on which escaping depends. Times
 * without a zone are Asia/Shanghai. No conversion of what is read. A waiting lock ends before the attempt does.
 */
const setUp = [
  "set session sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', time_zone = '+08:00', innodb_lock_wait_timeout = 2",
  'set session transaction isolation level read committed',
  'set character_set_results = NULL',
]

const run = (connection: PoolConnection, statement: string): Promise<void> =>
  new Promise((resolve, reject) => connection.query(statement, (error) => (error ? reject(error) : resolve())))

const taken = (pool: ReturnType<typeof createPool>): Promise<PoolConnection> =>
  new Promise((resolve, reject) =>
    pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection))),
  )

/** Ends a statement on the server: closing the socket does not, as long as the server has nothing to send. */
const killOnServer = (config: PoolOptions, threadId: number): Promise<void> =>
  new Promise((resolve) => {
    const control = createConnection(config)
    control.on('error', () => resolve())
    control.query('kill ?', [threadId], () => {
      control.destroy()
      resolve()
    })
  })

const isCells = (row: unknown): row is readonly (Buffer | null)[] => Array.isArray(row)

/** Follows a query to its end. What follows a row that cannot be read is not looked at any more. */
function listen(
  query: Query,
  latin1Holds: MysqlOptions['latin1Holds'],
  onRow: (row: TableRow, bytes: number) => void,
  resolve: (changed: number) => void,
  reject: (error: unknown) => void,
): void {
  let read: ReturnType<typeof rowReader> | undefined
  let changed = 0
  query.on('fields', (fields: FieldPacket[] | undefined) => {
    read = fields && rowReader(fields, latin1Holds)
  })
  query.on('result', (result: unknown) => {
    changed += affected(result)
    try {
      const found = isCells(result) ? read?.(result) : undefined
      if (found) onRow(found.row, found.bytes)
    } catch (error) {
      reject(error)
    }
  })
  query.on('error', reject)
  query.on('end', () => resolve(changed))
}

function connectionOf(
  raw: PoolConnection,
  latin1Holds: MysqlOptions['latin1Holds'],
  endOnServer: (threadId: number) => void,
): Connection {
  return {
    query: (statement, onRow) => {
      const { promise, resolve, reject } = Promise.withResolvers<number>()
      // The driver tells a query that is read row by row nothing of a lost connection, only the connection.
      raw.on('error', reject)
      const query = raw.query({
        sql: statement.sql,
        values: [...statement.parameters],
        typeCast: false,
        rowsAsArray: true,
      })
      listen(query, latin1Holds, onRow, resolve, reject)
      return promise.finally(() => raw.removeListener('error', reject))
    },
    release: () => raw.release(),
    kill() {
      raw.destroy()
      endOnServer(raw.threadId)
    },
  }
}

const affected = (result: unknown): number =>
  typeof result === 'object' && result !== null && 'affectedRows' in result ? Number(result.affectedRows) : 0

const configOf = ({ url, tls }: MysqlOptions, { connectMs }: PoolLimits): PoolOptions => ({
  uri: url,
  charset: 'utf8mb4',
  connectTimeout: connectMs,
  ...(tls ? { ssl: tls.ca === undefined ? {} : { ca: tls.ca } } : {}),
})

/** Connections to MySQL or MariaDB; the first is made by the first use. */
export function openMysql(options: MysqlOptions, limits: PoolLimits): Pool {
  const config = configOf(options, limits)
  const pool = createPool({ ...config, connectionLimit: limits.connections })
  const ready = new WeakSet<object>()
  const ending = new Set<Promise<void>>()
  const endOnServer = (threadId: number) => {
    const end = killOnServer(config, threadId).finally(() => ending.delete(end))
    ending.add(end)
  }
  return {
    async acquire() {
      const raw = await taken(pool)
      const connection = connectionOf(raw, options.latin1Holds, endOnServer)
      // The pool may wrap one connection anew each time; its number stays.
      if (ready.has(raw)) return connection
      try {
        for (const statement of setUp) await run(raw, statement)
      } catch (error) {
        raw.destroy()
        throw error
      }
      ready.add(raw)
      return connection
    },
    async close() {
      await Promise.all(ending)
      await new Promise<void>((resolve) => pool.end(() => resolve()))
    },
  }
}
