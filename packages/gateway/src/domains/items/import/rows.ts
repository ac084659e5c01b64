import type { ImportRemark } from './report.ts'

/** A row as a file holds it, or why it cannot be read. */
export type FileRow =
  | { readonly row: number; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly row: number; readonly problem: ImportRemark }

/** The rows of a file, from the beginning each time it is asked for: the first pass judges, the second writes. */
export type FileRows = () => AsyncIterable<FileRow>

/** The bytes of a file, from the beginning each time. */
export type FileBytes = () => AsyncIterable<Uint8Array>

/** Formats that can be imported. */
export type ImportFormat = 'jsonl' | 'csv' | 'xlsx'
