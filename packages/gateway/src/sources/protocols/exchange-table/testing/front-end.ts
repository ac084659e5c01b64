import { randomBytes } from 'node:crypto'
import { describeWith, neededEnv, needs } from '@tongban/test-support'
import mysqlDriver from 'mysql2/promise'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import type { AttemptIo, Protocol } from '../../../source.ts'
import type { ExchangeDatabase } from '../database.ts'
import { type ExchangeTableOptions, exchangeTable } from '../exchange-table.ts'
import { mysql } from '../mysql/mysql.ts'
import { postgres } from '../postgres/postgres.ts'
import type { ExchangeRequest } from '../requests.ts'

export type Kind = 'mysql' | 'postgres'

/** A front-end database of a test's own, on a real server. */
export interface FrontEnd {
  readonly kind: Kind
  readonly url: string
  /** Names are written in back quotes for both databases. */
  run(statement: string): Promise<Record<string, unknown>[]>
  /** A table from columns and their types; `serial`, `time` and `epoch` are spelled for the database. */
  table(name: string, columns: Readonly<Record<string, string>>): Promise<void>
  drop(): Promise<void>
}

const types: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  mysql: { serial: 'bigint auto_increment primary key', time: 'datetime(6)' },
  postgres: { serial: 'bigserial primary key', time: 'timestamp' },
}

const tableOf = (kind: Kind, name: string, columns: Readonly<Record<string, string>>) =>
  `create table \`${name}\` (${Object.entries(columns)
    .map(([column, type]) => `\`${column}\` ${types[kind][type] ?? type}`)
    .join(', ')})`

const within = (url: string, database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href

async function mysqlFrontEnd(database: string, settings: string): Promise<FrontEnd> {
  const url = within(neededEnv('TONGBAN_TEST_MYSQL_URL'), database)
  const connection = await mysqlDriver.createConnection(neededEnv('TONGBAN_TEST_MYSQL_URL'))
  await connection.query(`create database ${database} ${settings}`)
  await connection.query(`use ${database}`)
  const run = async (statement: string) => {
    const [rows] = await connection.query<mysqlDriver.RowDataPacket[]>(statement)
    return Array.isArray(rows) ? rows : []
  }
  return {
    kind: 'mysql',
    url,
    run,
    table: async (name, columns) => void (await run(tableOf('mysql', name, columns))),
    async drop() {
      await connection.query(`drop database ${database}`)
      await connection.end()
    },
  }
}

async function postgresFrontEnd(database: string, settings: string): Promise<FrontEnd> {
  const url = within(neededEnv('TONGBAN_TEST_POSTGRES_URL'), database)
  const server = new pg.Client(neededEnv('TONGBAN_TEST_POSTGRES_URL'))
  await server.connect()
  await server.query(`create database ${database} ${settings}`)
  const client = new pg.Client(url)
  await client.connect()
  const run = async (statement: string) => (await client.query(statement.replaceAll('`', '"'))).rows
  return {
    kind: 'postgres',
    url,
    run,
    table: async (name, columns) => void (await run(tableOf('postgres', name, columns))),
    async drop() {
      await client.end()
      await server.query(`drop database ${database} with (force)`)
      await server.end()
    },
  }
}

/** Makes a front-end database; `settings` are those of CREATE DATABASE. */
export const createFrontEnd = (kind: Kind, settings = ''): Promise<FrontEnd> => {
  const database = `exchange_${randomBytes(5).toString('hex')}`
  return kind === 'mysql' ? mysqlFrontEnd(database, settings) : postgresFrontEnd(database, settings)
}

export const databaseOf = (kind: Kind, url: string): ExchangeDatabase =>
  kind === 'mysql' ? mysql({ url }) : postgres({ url })

/** One suite on both databases, each with a front-end database of its own. */
export function onBothDatabases(name: string, body: (front: () => FrontEnd) => void): void {
  for (const kind of ['mysql', 'postgres'] as const)
    describeWith(needs[kind], `${name} on ${kind}`, () => {
      let front: FrontEnd | undefined
      beforeAll(async () => {
        front = await createFrontEnd(kind)
      })
      afterAll(() => front?.drop())
      body(() => {
        if (front === undefined) throw new Error('The database is made before the first test.')
        return front
      })
    })
}

/** Attempts at a protocol as a call would make them. */
export function attempting(protocol: Protocol<ExchangeRequest>, overrides: Partial<AttemptIo> = {}) {
  const io: AttemptIo = {
    signal: new AbortController().signal,
    now: () => new Date('2026-11-22T01:02:03Z'),
    http: () => Promise.reject(new Error('no HTTP here')),
    ...overrides,
  }
  return (request: ExchangeRequest): Promise<unknown> => protocol.send(request, io)
}

const open: Protocol<ExchangeRequest>[] = []

/** A protocol on a front-end database, closed by {@link closeAll}. */
export function protocolOn(front: FrontEnd, options: Partial<ExchangeTableOptions> = {}): Protocol<ExchangeRequest> {
  const protocol = exchangeTable({ database: databaseOf(front.kind, front.url), maxConnections: 4, ...options })
  open.push(protocol)
  return protocol
}

/** Ends what {@link protocolOn} has opened. */
export const closeAll = async (): Promise<void> => {
  await Promise.all(open.splice(0).map((protocol) => protocol.close?.()))
}
