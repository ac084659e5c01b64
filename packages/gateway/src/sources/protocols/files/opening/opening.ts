import type { Charset } from '../../charset.ts'
import type { Entry, Place } from '../places/place.ts'
import type { Promised } from '../readiness.ts'

/** Bounds on what one file may cost. */
export interface FileLimits {
  /** Largest file that is read as a whole (XLSX), packed and unpacked. @default 33_554_432 */
  readonly maxFileBytes: number
  /** Most bytes of one page. @default 4_194_304 */
  readonly maxPageBytes: number
  /** Longest record. @default 262_144 */
  readonly maxRecordBytes: number
}

/** What a file is opened with. */
export interface Opening {
  readonly place: Place
  readonly entry: Entry
  readonly charset: Charset
  readonly limits: FileLimits
  readonly promised: Promised
  readonly signal: AbortSignal
}

/** The content up to `end`, or all of it when there is less. */
export async function bytesOf({ place, entry, signal }: Opening, end: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of place.read(entry.name, { start: 0, end }, signal)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
