import type { TongbanError } from '@tongban/schema'
import type { CompiledQuery, Kysely, RawBuilder } from 'kysely'
import type { ColumnValue, TableRow } from './requests.ts'

/** What a database says of a column. */
export interface ColumnInfo {
  readonly name: string
  readonly isWhole: boolean
  /** Most characters of a text column. */
  readonly maxLength: number | null
  /** Character set of a text column where columns have their own. */
  readonly charset: string | null
}

/** Bounds of the connections to one database. */
export interface PoolLimits {
  readonly connections: number
  /** How long connecting may take. */
  readonly connectMs: number
}

/** A statement as text with its parameters. */
export type Statement = Pick<CompiledQuery, 'sql' | 'parameters'>

/** A connection that is ours until it is released or killed. */
export interface Connection {
  /** Runs a statement and tells its rows one by one, with their size. @returns how many rows it changed or matched */
  query(statement: Statement, onRow: (row: TableRow, bytes: number) => void): Promise<number>
  release(): void
  /** Ends the connection and what the server is still doing for it. */
  kill(): void
}

/** Connections to one database. */
export interface Pool {
  acquire(): Promise<Connection>
  close(): Promise<void>
}

/** The parts of statements that databases spell differently. */
export interface Wording {
  /** Now and some seconds later, by the one clock that all gateways share, in Asia/Shanghai. */
  later(seconds: number): RawBuilder<unknown>
  /** Marks up to `size` rows as ours. No row is marked by two callers. */
  claim(parts: ClaimParts): RawBuilder<unknown>
  /** Waits for the right to write to a table, which gateways give each other; `locked` is 1 when it was given. */
  lock(table: string): RawBuilder<unknown>
  /** Gives it back, where the end of the transaction does not. */
  unlock?(table: string): RawBuilder<unknown>
  /** Columns of a table as `name`, `type`, `length`, `charset`. */
  columns(table: string, schema: string | null): RawBuilder<unknown>
}

/** What a claim is put together from. */
export interface ClaimParts {
  readonly table: RawBuilder<unknown>
  readonly set: RawBuilder<unknown>
  readonly where: RawBuilder<unknown>
  readonly order: RawBuilder<unknown>
  readonly id: readonly RawBuilder<unknown>[]
  readonly size: number
}

/** A front-end database (前置库) by its kind and address. */
export interface ExchangeDatabase {
  readonly kind: 'mysql' | 'postgres'
  readonly compiler: Kysely<unknown>
  readonly wording: Wording
  open(limits: PoolLimits): Pool
  /** A value as it is sent for a column. @throws TongbanError `TB_SOURCE_REFUSED` when the column cannot hold it */
  encode(column: ColumnInfo, value: ColumnValue): unknown
  failure(error: unknown): TongbanError
  /** Whether a transaction was undone by the server and may simply be repeated. */
  isUndone(error: unknown): boolean
}
