import type { UpstreamRequest } from '../../source.ts'
import type { FlagState } from './layout.ts'

/** A value of a column. Dates are written as Asia/Shanghai `yyyy-MM-dd HH:mm:ss`. */
export type ColumnValue = string | number | bigint | boolean | null | Date | Uint8Array

/** A row by column. Reading gives dates as text in Asia/Shanghai, large numbers and decimals as text. */
export type TableRow = Readonly<Record<string, ColumnValue>>

/** Conditions by column, all of which hold: a value, any of several, or a span from the first to before the last. */
export type Where = Readonly<
  Record<string, ColumnValue | readonly ColumnValue[] | { readonly from?: ColumnValue; readonly before?: ColumnValue }>
>

interface OnTable extends UpstreamRequest {
  /** Name of the table, with its schema when it is not the connection's own: `pre.EA_JC_STEP_BASICINFO`. */
  readonly table: string
}

/** Rows by their columns, as a list. Of rows with the same key only the highest version is given, and none that is deleted. */
export interface ReadRequest extends OnTable {
  readonly do?: 'read'
  readonly where: Where
  /** @default all */
  readonly columns?: readonly string[]
  /** All versions, and deleted rows too. @default false */
  readonly history?: boolean
}

/** The next rows of a table in its reading order. Answered in the shape of `tableReply.page`. */
export interface PageRequest extends OnTable {
  readonly do: 'page'
  /** Where the last page ended; absent for the first. */
  readonly after?: string | null
  /** @default 500 */
  readonly size?: number
  /** Same for all pages. Keep rows back that are only seconds old (`before`) when senders commit out of order. */
  readonly where?: Where
  /** Order and serial columns are always read. @default all */
  readonly columns?: readonly string[]
}

/** Takes rows that have not been sent, for this caller alone until the lease ends. Answered in the shape of `tableReply.claim`. */
export interface ClaimRequest extends OnTable {
  readonly do: 'claim'
  /** @default 20 */
  readonly size?: number
  /** Seconds after which rows that were not acknowledged may be taken again. @default 300 */
  readonly leaseSeconds?: number
  readonly where?: Where
}

/** Says how claimed rows went. May be repeated. Answered in the shape of `tableReply.acknowledged`. */
export interface AcknowledgeRequest extends OnTable {
  readonly do: 'acknowledge'
  /** Of the claim. Without one, rows are marked whoever holds them. */
  readonly token?: string
  readonly rows: readonly {
    /** Values of the columns that name the row; others are ignored, so a claimed row will do. */
    readonly row: TableRow
    readonly as: FlagState
    readonly reason?: string
  }[]
}

/** Puts rows where the other side fetches them, each once. May be repeated. Answered in the shape of `tableReply.written`. */
export interface WriteRequest extends OnTable {
  readonly do: 'write'
  readonly rows: readonly TableRow[]
  /** Insert, update or delete marker. @default 'I' */
  readonly change?: 'I' | 'U' | 'D'
  readonly batch?: string | number
}

/** What the other side says about rows of ours, by key. Answered in the shape of `tableReply.answers`. */
export interface AnswersRequest extends OnTable {
  readonly do: 'answers'
  /** Values of the key columns, and of the version when one version is asked about; otherwise the highest. */
  readonly keys: readonly TableRow[]
}

/** One request to an exchange table. */
export type ExchangeRequest =
  | ReadRequest
  | PageRequest
  | ClaimRequest
  | AcknowledgeRequest
  | WriteRequest
  | AnswersRequest
