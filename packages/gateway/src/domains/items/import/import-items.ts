import { TongbanError } from '@tongban/schema'
import type { Store } from '../../../store/store.ts'
import { importedFile } from '../../sources/imported-file.ts'
import { analyse, type TokenFrequencies } from '../mirror/frequencies.ts'
import { contentHash } from '../mirror/rows.ts'
import { writeItems } from '../mirror/write.ts'
import type { ServiceItemRecord } from '../record.ts'
import { csvRows } from './csv.ts'
import { jsonlRows } from './jsonl.ts'
import { judgeRow } from './judge.ts'
import { refused, warned } from './remarks.ts'
import { type ImportReport, type JudgedRow, reportBuilder } from './report.ts'
import type { FileBytes, FileRows, ImportFormat } from './rows.ts'
import { xlsxRows } from './xlsx.ts'

/** Number of a run no synchronisation reaches: what came from a file is not withdrawn because a source does not list it. */
const importRun = Number.MAX_SAFE_INTEGER

export interface ImportItems {
  readonly format: ImportFormat
  /** The file from its beginning; asked for more than once. */
  readonly bytes: FileBytes
  /** What the operator calls the file, for errors about it. @default its ending */
  readonly file?: string
  /** Source that the file was taken from; it appears as the items' provenance. @default the file itself */
  readonly source?: string
  /** Called with the number of rows judged, then with the number written. */
  readonly onProgress?: (progress: { readonly phase: 'judge' | 'write'; readonly rows: number }) => void
}

type Deps = { readonly store: Store; readonly now: () => Date; readonly frequencies: TokenFrequencies }

const readers: Readonly<Record<ImportFormat, (bytes: FileBytes, file: string) => FileRows>> = {
  jsonl: jsonlRows,
  csv: csvRows,
  xlsx: xlsxRows,
}

const writtenAtOnce = 500

/**
 * Imports a file of items: all of it, in one transaction, or nothing when any row is refused. Importing again updates.
 * The file is read twice instead of being kept in memory.
 *
 * @throws TongbanError `TB_FILE_UNREADABLE` when it is no file of the format at all, or holds no row
 */
export async function importItems(deps: Deps, options: ImportItems): Promise<ImportReport> {
  const file = options.file ?? `*.${options.format}`
  const rows = readers[options.format](options.bytes, file)
  const { add, report } = reportBuilder()
  let refusedRows = 0
  let judgedRows = 0
  for await (const judged of judgeAll(rows, options.format)) {
    add(judged)
    if (judged.record === undefined) refusedRows++
    if (++judgedRows % writtenAtOnce === 0) options.onProgress?.({ phase: 'judge', rows: judgedRows })
  }
  if (judgedRows === 0) throw new TongbanError('TB_FILE_UNREADABLE', { file, detail: '没有数据行 no rows' })
  if (refusedRows > 0) return report(null)
  const written = await writeAll(deps, rows, options)
  await analyse(deps.store.db)
  deps.frequencies.forget()
  return report(written)
}

/** Judges every row by itself, then against the rows before it. */
async function* judgeAll(rows: FileRows, format: ImportFormat): AsyncIterable<JudgedRow> {
  const seen = new Map<string, { readonly row: number; readonly hash: string }>()
  for await (const read of rows()) {
    const judged = judgeRow(read, format)
    const earlier = judged.record && seen.get(judged.record.code)
    if (judged.record && !earlier) seen.set(judged.record.code, { row: judged.row, hash: contentHash(judged.record) })
    yield earlier ? judgeRepeat(judged, earlier) : judged
  }
}

function judgeRepeat(
  { row, record, remarks }: JudgedRow,
  earlier: { readonly row: number; readonly hash: string },
): JudgedRow {
  const same = record !== undefined && contentHash(record) === earlier.hash
  const detail = `= ${earlier.row}`
  if (same) return { row, record, remarks: [...remarks, warned(row, 'code', 'DUPLICATE_ROW', detail)] }
  return { row, remarks: [...remarks, refused(row, 'code', 'DUPLICATE_CODE', detail)] }
}

async function writeAll({ store, now }: Deps, rows: FileRows, { format, source, onProgress }: ImportItems) {
  const origin = { sourceId: source ?? importedFile.id, run: importRun, fetchedAt: now(), asOf: null }
  const sum = { added: 0, changed: 0, unchanged: 0 }
  let written = 0
  await store.transaction(async (trx) => {
    for await (const batch of batches(rows, format)) {
      const done = await writeItems(trx, batch, origin)
      sum.added += done.added
      sum.changed += done.changed
      sum.unchanged += done.unchanged
      written += batch.length
      onProgress?.({ phase: 'write', rows: written })
    }
  })
  return sum
}

async function* batches(rows: FileRows, format: ImportFormat): AsyncIterable<readonly ServiceItemRecord[]> {
  let batch: ServiceItemRecord[] = []
  for await (const read of rows()) {
    const { record } = judgeRow(read, format)
    if (record) batch.push(record)
    if (batch.length < writtenAtOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
