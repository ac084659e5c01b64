import { defaultLimits } from '../../limits.ts'
import type { AttemptIo, Protocol } from '../../source.ts'
import { acknowledge } from './acknowledge.ts'
import { answers } from './answers.ts'
import { checkExchangeOptions } from './check.ts'
import { claim } from './claim.ts'
import { createColumns } from './columns.ts'
import type { ExchangeDatabase, Pool } from './database.ts'
import type { TableLayout } from './layout.ts'
import { page } from './page.ts'
import { read } from './read.ts'
import type { ExchangeRequest } from './requests.ts'
import { inSession, type Session } from './session.ts'
import type { TableUse } from './use.ts'
import { write } from './write.ts'

/** How a department exchanges through tables. */
export interface ExchangeTableOptions {
  readonly database: ExchangeDatabase
  /** What is known of its tables, by name. A table that is only read by its columns needs no entry. */
  readonly tables?: Readonly<Record<string, TableLayout>>
  /** Most rows of one answer. @default 10_000 */
  readonly maxRows?: number
  /** Largest answer, counted while it is read. @default the source's `maxResponseBytes` */
  readonly maxResponseBytes?: number
  /** How many connections. @default the source's `maxConcurrent` */
  readonly maxConnections?: number
}

function perform(use: TableUse, request: ExchangeRequest): Promise<unknown> {
  switch (request.do) {
    case 'page':
      return page(use, request)
    case 'claim':
      return claim(use, request)
    case 'acknowledge':
      return acknowledge(use, request)
    case 'write':
      return write(use, request)
    case 'answers':
      return answers(use, request)
    default:
      return read(use, request)
  }
}

/** How often a transaction that the server undid for the sake of another is begun anew. Nothing of it has happened. */
const restarts = 3

/**
 * A source that exchanges through tables of a front-end database (前置库), in both directions: we take what it puts there, and
 * put there what it fetches. Several gateways may share the tables.
 *
 * @example
 * exchangeTable({
 *   database: mysql({ url: 'mysql://exchange@10.0.0.8/pre', latin1Holds: 'gbk' }),
 *   tables: { EA_JC_STEP_BASICINFO: { key: ['ORGBUSNO', 'PROJID'], version: 'DATAVER' } },
 * })
 *
 * @throws TongbanError `TB_CONFIG_INVALID` for options that cannot be meant
 */
export function exchangeTable(options: ExchangeTableOptions): Protocol<ExchangeRequest> {
  checkExchangeOptions(options)
  const { database, tables = {}, maxRows = 10_000 } = options
  const columns = createColumns(database)
  let pool: Pool | undefined
  const opened = (limits: NonNullable<AttemptIo['limits']>) =>
    database.open({ connections: options.maxConnections ?? limits.maxConcurrent, connectMs: limits.attemptTimeoutMs })
  const work = async (session: Session, request: ExchangeRequest, io: AttemptIo) => {
    const columnsOf = (table: string) => columns.of(session, table)
    const use = { database, session, layout: tables[request.table], maxRows, now: io.now, columnsOf }
    return perform({ ...use, columns: await columnsOf(request.table) }, request)
  }
  const send = async (request: ExchangeRequest, io: AttemptIo): Promise<unknown> => {
    const limits = io.limits ?? defaultLimits
    pool ??= opened(limits)
    const bounds = { signal: io.signal, maxBytes: options.maxResponseBytes ?? limits.maxResponseBytes }
    for (let left = restarts; ; left -= 1) {
      try {
        return await inSession(database, pool, bounds, (session) => work(session, request, io))
      } catch (error) {
        if (left === 0 || io.signal.aborted || !(error instanceof Error && database.isUndone(error.cause))) throw error
      }
    }
  }
  return {
    kind: `exchange-table-${database.kind}`,
    send,
    async close() {
      const open = pool
      pool = undefined
      await open?.close()
    },
  }
}
