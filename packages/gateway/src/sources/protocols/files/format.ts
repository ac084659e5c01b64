import type { Charset } from '../charset.ts'

/** Bytes of one record, and where in the file they are. */
export interface Cut {
  readonly start: number
  readonly end: number
  readonly bytes: Uint8Array
  /** Why it is no whole record, for example a quote that is never closed. */
  readonly fault?: string
}

/**
 * Cuts a stream of chunks into whole records with bounded memory, however the chunks fall.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` when no further record can be found: a longer one than allowed, a document that is cut
 */
export interface Cutter {
  push(chunk: Uint8Array): readonly Cut[]
  finish(): readonly Cut[]
}

/** What a record turned out to be. */
export type Outcome =
  | { readonly kind: 'row'; readonly value: unknown }
  /** Not readable: the path below the row and what was expected there. */
  | { readonly kind: 'fault'; readonly key: string | null; readonly path: string; readonly reason: string }

/** A format whose head is known. */
export interface OpenFormat {
  /** Byte at which the first record begins. */
  readonly start: number
  /** Rows before the first record, such as a header: so that rows are counted as people see them. */
  readonly rowsBefore: number
  cutter(from: number): Cutter
  /** One outcome for each record. */
  read(cuts: readonly Cut[]): readonly Outcome[]
  /** How many rows the closing record says there are; undefined when this is no closing record, null when it says no number. */
  trailer(cut: Cut): number | null | undefined
}

/** Bytes at the beginning of a file. */
export interface Head {
  readonly bytes: Uint8Array
  /** Whether these are all. */
  readonly isWhole: boolean
  readonly charset: Charset
  /** Length of the byte order mark. */
  readonly bom: number
}

/** A format that is read record by record. */
export interface StreamFormat {
  readonly kind: 'csv' | 'xml' | 'jsonl'
  readonly hasTrailer: boolean
  /** @throws TongbanError `TB_SOURCE_SHAPE` when the head is not the agreed one */
  open(head: Head, maxRecordBytes: number): OpenFormat
  /** The text of a whole file. */
  write(rows: readonly Readonly<Record<string, unknown>>[], charset: Charset): string
}

/** A format that can only be read as a whole. */
export interface WholeFormat {
  readonly kind: 'xlsx'
  /** @throws TongbanError `TB_SOURCE_SHAPE`, `TB_SOURCE_TOO_LARGE` */
  readAll(content: Uint8Array, maxBytes: number): Promise<readonly Outcome[]>
}

/** How a file is written down. */
export type Format = StreamFormat | WholeFormat
