import { createHash, type Hash } from 'node:crypto'
import { sourceFailure } from '../../failures.ts'
import type { SkippedRow } from '../../source.ts'
import type { Charset } from '../charset.ts'
import type { Cut, OpenFormat, Outcome, StreamFormat, WholeFormat } from './format.ts'
import type { Entry, Place } from './places/place.ts'
import type { Promised } from './readiness.ts'
import { charsetOfHead } from './text.ts'

/** Bounds on what one file may cost. */
export interface FileLimits {
  /** Largest file that is read as a whole (XLSX), packed and unpacked. @default 33_554_432 */
  readonly maxFileBytes: number
  /** Most bytes of one page. @default 4_194_304 */
  readonly maxPageBytes: number
  /** Longest record. @default 262_144 */
  readonly maxRecordBytes: number
}

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

/** What a file is opened with. */
export interface Opening {
  readonly place: Place
  readonly entry: Entry
  readonly charset: Charset
  readonly limits: FileLimits
  readonly promised: Promised
  readonly signal: AbortSignal
}

const shape = (detail: string) => sourceFailure('TB_SOURCE_SHAPE', { detail })
const headBytes = 65_536

async function bytesOf({ place, entry, signal }: Opening, end: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of place.read(entry.name, { start: 0, end }, signal)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** @throws TongbanError `TB_SOURCE_SHAPE` when a flag or a closing record says something else than what is there */
function checkPromises({ promised }: Opening, total: number, own: string | undefined, declared?: number | null): void {
  if (promised.rows !== undefined && promised.rows !== total)
    throw shape(`expected ${promised.rows} rows by its flag, found ${total}`)
  if (promised.digest && promised.digest.hex !== own)
    throw shape(`expected the ${promised.digest.algorithm} digest of its flag`)
  if (declared === null) throw shape('expected the number of rows in the closing record')
  if (declared !== undefined && declared !== total)
    throw shape(`expected ${declared} rows by its closing record, found ${total}`)
}

/** SHA-256, and what else a flag asks for. */
function createDigests({ promised: { digest } }: Opening) {
  const sha256 = createHash('sha256')
  const other: Hash | undefined = digest && digest.algorithm !== 'sha256' ? createHash(digest.algorithm) : undefined
  return {
    update(chunk: Uint8Array) {
      sha256.update(chunk)
      other?.update(chunk)
    },
    finish() {
      const hex = sha256.digest('hex')
      return { digest: hex, promised: other ? other.digest('hex') : hex }
    },
  }
}

const numbered = (outcomes: readonly Outcome[], first: number): Omit<FilePage, 'next'> => {
  const rows: NumberedRow[] = []
  const skipped: SkippedRow[] = []
  for (const [index, outcome] of outcomes.entries()) {
    const row = first + index
    if (outcome.kind === 'row') rows.push({ row, value: outcome.value })
    else
      skipped.push({
        key: outcome.key,
        path: [`row ${row}`, outcome.path].filter((part) => part !== '').join('.'),
        reason: outcome.reason,
      })
  }
  return { rows, skipped }
}

interface Survey {
  readonly digest: string
  readonly total: number
  /** Where the closing record begins. */
  readonly end: number | undefined
}

/** Goes through the whole file once: digest, number of rows, closing record. Undefined when the closing record is not there yet. */
async function survey(opening: Opening, format: StreamFormat, open: OpenFormat): Promise<Survey | undefined> {
  const digests = createDigests(opening)
  const cutter = open.cutter(open.start)
  let count = 0
  let last: Cut | undefined
  let at = 0
  const take = (cuts: readonly Cut[]) => {
    count += cuts.length
    last = cuts.at(-1) ?? last
  }
  for await (const chunk of opening.place.read(opening.entry.name, { start: 0 }, opening.signal)) {
    digests.update(chunk)
    take(cutter.push(chunk.subarray(Math.max(0, Math.min(chunk.length, open.start - at)))))
    at += chunk.length
  }
  if (at !== opening.entry.size) return undefined
  take(cutter.finish())
  const declared = format.hasTrailer && last ? open.trailer(last) : undefined
  if (format.hasTrailer && declared === undefined) return undefined
  const total = count - (format.hasTrailer ? 1 : 0)
  const { digest, promised } = digests.finish()
  checkPromises(opening, total, promised, declared)
  return { digest, total, end: format.hasTrailer ? last?.start : undefined }
}

/** Reads whole records from a position until there are enough of them, and ends the transfer there. */
async function cutsOf(
  opening: Opening,
  open: OpenFormat,
  from: number,
  size: number,
  end: number | undefined,
): Promise<readonly Cut[]> {
  const { place, entry, limits, signal } = opening
  const cutter = open.cutter(from)
  const cuts: Cut[] = []
  let bytes = 0
  const isFullWith = (found: readonly Cut[]): boolean => {
    for (const cut of found) {
      bytes += cut.bytes.length
      if (cut.start === end || cuts.length >= size || (cuts.length > 0 && bytes > limits.maxPageBytes)) return true
      cuts.push(cut)
    }
    return cuts.length >= size
  }
  for await (const chunk of place.read(entry.name, { start: from }, signal))
    if (isFullWith(cutter.push(chunk))) return cuts
  isFullWith(cutter.finish())
  return cuts
}

/**
 * Opens a file that is read record by record. Undefined when it is not whole yet.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` when its head is not the agreed one, or a promise about it is not kept
 */
export async function openStreamed(opening: Opening, format: StreamFormat): Promise<OpenedFile | undefined> {
  const bytes = await bytesOf(opening, Math.max(headBytes, opening.limits.maxRecordBytes))
  const head = { bytes, isWhole: bytes.length >= opening.entry.size, ...charsetOfHead(bytes, opening.charset) }
  const open = format.open(head, opening.limits.maxRecordBytes)
  const found = await survey(opening, format, open)
  if (!found) return undefined
  return {
    digest: found.digest,
    total: found.total,
    async page(from, size, signal) {
      const start = from ?? { at: open.start, row: open.rowsBefore }
      const cuts = await cutsOf({ ...opening, signal }, open, start.at, size, found.end)
      const row = start.row + cuts.length
      const at = cuts.at(-1)?.end ?? start.at
      const isEnd = cuts.length === 0 || row - open.rowsBefore >= found.total
      return { ...numbered(open.read(cuts), start.row + 1), next: isEnd ? null : { at, row } }
    },
  }
}

/**
 * Opens a file that is read as a whole. Undefined when it is not whole yet.
 *
 * @throws TongbanError `TB_SOURCE_TOO_LARGE`, `TB_SOURCE_SHAPE`
 */
export async function openWhole(opening: Opening, format: WholeFormat): Promise<OpenedFile | undefined> {
  const { entry, limits } = opening
  if (entry.size > limits.maxFileBytes) throw sourceFailure('TB_SOURCE_TOO_LARGE', { limit: limits.maxFileBytes })
  const bytes = await bytesOf(opening, limits.maxFileBytes + 1)
  if (bytes.length !== entry.size) return undefined
  const digests = createDigests(opening)
  digests.update(bytes)
  const { digest, promised } = digests.finish()
  const outcomes = await format.readAll(bytes, limits.maxFileBytes)
  checkPromises(opening, outcomes.length, promised)
  return {
    digest,
    total: outcomes.length,
    async page(from, size) {
      const at = from?.at ?? 0
      const end = at + size
      return {
        ...numbered(outcomes.slice(at, end), at + 2),
        next: end < outcomes.length ? { at: end, row: end } : null,
      }
    },
  }
}
