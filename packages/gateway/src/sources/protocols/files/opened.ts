import type { SkippedRow } from '../../source.ts'

/** Where to read on: a position that the format knows, and how many rows came before it. */
export interface Position {
  readonly at: number
  readonly row: number
}

/** A row and which one it is in its file, from 1 and with the header counted. */
export interface NumberedRow {
  readonly row: number
  readonly value: unknown
}

/** A part of a file's rows. */
export interface FilePage {
  readonly rows: readonly NumberedRow[]
  readonly skipped: readonly SkippedRow[]
  readonly next: Position | null
}

/** One version of a file, looked through once. */
export interface OpenedFile {
  /** SHA-256 of the content, hexadecimal. */
  readonly digest: string
  /** How many rows there are, the unreadable ones counted and header and closing record not. */
  readonly total: number
  page(from: Position | null, size: number, signal: AbortSignal): Promise<FilePage>
}
