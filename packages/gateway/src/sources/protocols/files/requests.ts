import type { SkippedRow, UpstreamRequest } from '../../source.ts'
import type { NumberedRow } from './opened.ts'

/** Which days there are, by their business date. Both ends are included. */
export interface ListFiles extends UpstreamRequest {
  readonly action: 'list'
  readonly from?: string
  readonly to?: string
}

/** Rows of one file, page by page. */
export interface ReadFile extends UpstreamRequest {
  readonly action: 'read'
  /** Business day. @default the last one that is ready */
  readonly day?: string
  /** @default 1 */
  readonly part?: number
  /** `next` of the page before; null or absent for the first. */
  readonly cursor?: string | null
  /** Most rows of the page. @default 1_000 */
  readonly size?: number
}

/** Files that came since a mark. */
export interface FilesSince extends UpstreamRequest {
  readonly action: 'since'
  /** `mark` of the answer before; null for everything. */
  readonly mark: string | null
  /** Most files to look through. @default 10 */
  readonly limit?: number
}

/** Rows of all files that came since a mark, file after file. */
export interface NextRows extends UpstreamRequest {
  readonly action: 'next'
  readonly mark: string | null
  /** Most rows of the page. @default 1_000 */
  readonly size?: number
}

/** Puts a file there for the other side. */
export interface WriteFile extends UpstreamRequest {
  readonly action: 'write'
  readonly day: string
  /** @default 1 */
  readonly part?: number
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** Whether another file may be there already and is replaced. @default false */
  readonly replace?: boolean
}

/** One request to a source of files. */
export type FilesRequest = ListFiles | ReadFile | FilesSince | NextRows | WriteFile

/** A day's file, as answers name it. */
export interface FileFact {
  readonly day: string
  readonly part: number
  readonly name: string
  readonly size: number
  /** ISO 8601 instant, by the clock of the place. */
  readonly modifiedAt: string
}

/** A file that is there. */
export interface ListedFile extends FileFact {
  /** `SUPERSEDED`: a later delivery of the same counts. */
  readonly state: 'READY' | 'NOT_READY' | 'SUPERSEDED'
}

/** A file that was delivered since the mark. */
export interface DeliveredFile extends FileFact {
  /** SHA-256, hexadecimal. */
  readonly digest: string
  readonly total: number
  /** `REPLACED`: a corrected delivery of what was taken before. */
  readonly change: 'NEW' | 'REPLACED'
  /** Whether files of later days were taken before it. */
  readonly isLate: boolean
}

/** What was noticed on the way, beside rows. */
export interface DeliveryNotes {
  /** Days that are over and have no file; each is told once. */
  readonly gaps: readonly string[]
  /** Files with the same content as another one. */
  readonly duplicates: readonly { readonly day: string; readonly part: number; readonly of: string }[]
  /** Files that are not whole yet. */
  readonly notReady: readonly { readonly day: string; readonly part: number }[]
  /** Files that are whole and cannot be read, and why. They are looked at again when they are delivered anew. */
  readonly broken: readonly { readonly day: string; readonly part: number; readonly reason: string }[]
}

/** Answer to {@link ListFiles}. */
export interface FileList {
  readonly files: readonly ListedFile[]
}

/** Answer to {@link ReadFile}. */
export interface RowsPage {
  readonly rows: readonly NumberedRow[]
  readonly skipped: readonly SkippedRow[]
  readonly next: string | null
  readonly total: number
  readonly file: FileFact & { readonly digest: string }
}

/** Answer to {@link FilesSince}. */
export interface Deliveries extends DeliveryNotes {
  readonly files: readonly DeliveredFile[]
  readonly mark: string
  readonly more: boolean
}

/** Answer to {@link NextRows}. */
export interface DeliveredRows extends DeliveryNotes {
  readonly rows: readonly NumberedRow[]
  readonly skipped: readonly SkippedRow[]
  /** The file that the rows are from; null when there was nothing new. */
  readonly file: DeliveredFile | null
  readonly mark: string
  readonly more: boolean
}

/** Answer to {@link WriteFile}. */
export interface WrittenFile {
  readonly name: string
  readonly digest: string
  readonly rows: number
  /** False when the very same file was there already. */
  readonly written: boolean
}
