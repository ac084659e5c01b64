import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { extname } from 'node:path'
import { type Locale, TongbanError } from '@tongban/schema'
import type { ImportReport } from '../../domains/items/import/report.ts'
import type { ImportFormat } from '../../domains/items/import/rows.ts'
import { createGateway } from '../../gateway.ts'
import { type CommonOptions, loadConfigOrFolder } from '../load-config.ts'
import { terminalLocale } from '../report-error.ts'

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

async function refuseAbsent(file: string): Promise<void> {
  await access(file).catch((cause: unknown) => {
    throw new TongbanError(
      'TB_FILE_UNREADABLE',
      { file, detail: 'no such file, or no permission to read it' },
      { cause },
    )
  })
}

const text: Readonly<Record<Locale, Readonly<Record<'WARNED' | 'REFUSED' | 'summary' | 'nothing' | 'more', string>>>> =
  {
    'zh-CN': {
      WARNED: '提示',
      REFUSED: '拒绝',
      summary: '接受 {accepted} 行,带提示接受 {warned} 行,拒绝 {refused} 行',
      nothing: '没有导入任何数据。',
      more: '其余提示未列出。',
    },
    en: {
      WARNED: 'warned',
      REFUSED: 'refused',
      summary: '{accepted} rows accepted, {warned} accepted with warnings, {refused} refused',
      nothing: 'Nothing was imported.',
      more: 'Further remarks are not listed.',
    },
  }

/** The report as a person reads it: every remark with row, field and reason, then the figures. */
export function reportLines(report: ImportReport, locale: Locale): string[] {
  const words = text[locale]
  const remarks = report.remarks.map(
    ({ severity, row, field, code, message }) =>
      `${words[severity]}  ${row}  ${field || '-'}  ${code}  ${locale === 'en' ? message.en : message.zh}`,
  )
  const reasons = Object.entries(report.reasons).map(([code, count]) => `  ${String(count).padStart(6)}  ${code}`)
  const summary = words.summary.replace(
    /\{(accepted|warned|refused)\}/g,
    (_place, name: 'accepted' | 'warned' | 'refused') => String(report[name]),
  )
  return [
    ...remarks,
    ...(report.truncated ? [words.more] : []),
    ...reasons,
    summary,
    ...(report.imported ? [] : [words.nothing]),
  ]
}

/** `tongban import items FILE`: all rows or none, with a report. Exit code 1 when nothing was imported. */
export async function importItems(file: string, options: ImportOptions): Promise<void> {
  const format = formatOf(file, options.format)
  await refuseAbsent(file)
  const gateway = await createGateway(await loadConfigOrFolder(options))
  try {
    const source = options.source === undefined ? {} : { source: options.source }
    const report = await gateway.services.items.import({ format, bytes: () => createReadStream(file), ...source })
    console.log(options.json ? JSON.stringify(report, null, 2) : reportLines(report, terminalLocale()).join('\n'))
    if (!report.imported) process.exitCode = 1
  } finally {
    await gateway.stop()
  }
}
