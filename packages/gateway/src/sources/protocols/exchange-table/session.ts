import type { RawBuilder } from 'kysely'
import { sourceFailure } from '../../failures.ts'
import type { Connection, ExchangeDatabase, Pool } from './database.ts'
import type { TableRow } from './requests.ts'

/** One attempt's work on one connection. */
export interface Session {
  rows(statement: RawBuilder<unknown>): Promise<readonly TableRow[]>
  /** Rows that say how a table is made, which do not count as answer. */
  facts(statement: RawBuilder<unknown>): Promise<readonly TableRow[]>
  /** @returns how many rows were changed, or matched */
  change(statement: RawBuilder<unknown>): Promise<number>
  /** All or nothing. */
  transaction<Result>(work: () => Promise<Result>): Promise<Result>
}

/** What bounds a session. */
export interface SessionBounds {
  readonly signal: AbortSignal
  readonly maxBytes: number
}

const raw = (statement: string) => ({ sql: statement, parameters: [] })

/** A mistake in a source file or of ours; everything else was said by the driver or the server. */
const isOurs = (error: unknown): boolean => error instanceof RangeError || error instanceof TypeError

/** Takes a connection; one that arrives after the attempt has ended goes back. */
async function acquired(pool: Pool, signal: AbortSignal): Promise<Connection> {
  signal.throwIfAborted()
  const { promise, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  const arriving = pool.acquire()
  try {
    return await Promise.race([arriving, promise])
  } catch (error) {
    if (signal.aborted) arriving.then((late) => late.release()).catch(() => {})
    throw error
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

/**
 * Works on a connection within bounds. When the attempt is ended or too much is read, the connection is closed and the server
 * stops working for it; whoever waits is told at once.
 *
 * @throws TongbanError of the source, or the reason of the signal
 */
export async function inSession<Result>(
  database: ExchangeDatabase,
  pool: Pool,
  { signal, maxBytes }: SessionBounds,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const failure = (error: unknown) => (signal.aborted ? signal.reason : isOurs(error) ? error : database.failure(error))
  const connection = await acquired(pool, signal).catch((error: unknown) => {
    throw failure(error)
  })
  const { promise: ended, reject: end } = Promise.withResolvers<never>()
  let isKilled = false
  const kill = (reason: unknown) => {
    if (isKilled) return
    isKilled = true
    connection.kill()
    end(reason)
  }
  const onAbort = () => kill(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  const session = sessionOn(database, connection, counter(maxBytes, kill), kill)
  try {
    return await Promise.race([work(session), ended])
  } catch (error) {
    throw failure(error)
  } finally {
    signal.removeEventListener('abort', onAbort)
    if (!isKilled) connection.release()
  }
}

/** Counts what is read, over all statements of a session. */
const counter = (maxBytes: number, kill: (reason: unknown) => void) => {
  let read = 0
  return (bytes: number) => {
    read += bytes
    if (read > maxBytes) kill(sourceFailure('TB_SOURCE_TOO_LARGE', { limit: maxBytes }))
    return read <= maxBytes
  }
}

function sessionOn(
  database: ExchangeDatabase,
  connection: Connection,
  fits: (bytes: number) => boolean,
  kill: (reason: unknown) => void,
): Session {
  /** A connection that cannot even undo is in no state to be used again. */
  const undo = async (reason: unknown) => {
    await connection.query(raw('rollback'), () => {}).catch(() => kill(reason))
  }
  const gather = async (statement: RawBuilder<unknown>, isWanted: (bytes: number) => boolean) => {
    const rows: TableRow[] = []
    await connection.query(statement.compile(database.compiler), (row, bytes) => {
      if (isWanted(bytes)) rows.push(row)
    })
    return rows
  }
  return {
    rows: (statement) => gather(statement, fits),
    facts: (statement) => gather(statement, () => true),
    change: (statement) => connection.query(statement.compile(database.compiler), () => {}),
    async transaction(work) {
      await connection.query(raw('begin'), () => {})
      try {
        const result = await work()
        await connection.query(raw('commit'), () => {})
        return result
      } catch (error) {
        await undo(error)
        throw error
      }
    },
  }
}
