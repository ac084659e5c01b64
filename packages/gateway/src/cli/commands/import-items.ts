import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { TongbanError } from '@tongban/schema'
import type { ImportFormat } from '../../domains/items/import/rows.ts'
import { reportLines } from '../import-report.ts'
import { type CommonOptions, loadConfigOrFolder } from '../load-config.ts'
import { terminalLocale } from '../report-error.ts'
import { withGateway } from '../with-gateway.ts'

/** Options of `tongban import items`. */
export interface ImportOptions extends CommonOptions {
  readonly format?: string
  /** Source that the file was taken from. */
  readonly source?: string
  readonly json?: boolean
}

const formats: Readonly<Record<string, ImportFormat>> = { jsonl: 'jsonl', ndjson: 'jsonl', csv: 'csv', xlsx: 'xlsx' }

function formatOf(file: string, format: string | undefined): ImportFormat {
  const known = formats[(format ?? extname(file).slice(1)).toLowerCase()]
  if (known) return known
  throw new TongbanError('TB_FILE_UNREADABLE', { file, detail: 'use .jsonl, .csv or .xlsx, or say --format' })
}

async function refuseUnreadable(file: string): Promise<void> {
  const refuse = (detail: string, cause?: unknown) =>
    new TongbanError('TB_FILE_UNREADABLE', { file, detail }, { cause })
  const found = await stat(file).catch((cause: unknown) => {
    throw refuse('no such file, or no permission to read it', cause)
  })
  if (!found.isFile()) throw refuse('this is not a file')
}

/** `tongban import items FILE`: all rows or none, with a report. Exit code 1 when nothing was imported. */
export async function importItems(file: string, options: ImportOptions): Promise<void> {
  const format = formatOf(file, options.format)
  await refuseUnreadable(file)
  await withGateway(await loadConfigOrFolder(options), async (gateway) => {
    const source = options.source === undefined ? {} : { source: options.source }
    const report = await gateway.services.items.import({ format, file, bytes: () => createReadStream(file), ...source })
    console.log(options.json ? JSON.stringify(report, null, 2) : reportLines(report, terminalLocale()).join('\n'))
    if (!report.imported) process.exitCode = 1
  })
}
