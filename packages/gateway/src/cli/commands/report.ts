import { type Locale, TongbanError } from '@tongban/schema'
import type { Gateway } from '../../gateway.ts'
import { type CommonOptions, loadConfigOrFolder } from '../load-config.ts'
import { csvText } from '../report/csv.ts'
import { lastMonth, spanOfMonth } from '../report/month.ts'
import { driftText, reportColumns, reportRows } from '../report/quality-rows.ts'
import { tableLines } from '../report/table.ts'
import { terminalLocale } from '../report-error.ts'
import { withGateway } from '../with-gateway.ts'

/** Options of `tongban report quality`. */
export interface QualityReportOptions extends CommonOptions {
  /** For example `2026-10`. @default the last full month in Asia/Shanghai */
  readonly month?: string
  readonly source?: string
  readonly format: string
  readonly bom?: boolean
}

/** Options of `tongban report drift`. */
export interface DriftReportOptions extends CommonOptions {
  /** Source whose open drifts are its way from now on. */
  readonly accept?: string
}

const words = {
  'zh-CN': {
    nothing: (what: string) => `${what}:台账中没有记录。`,
    accepted: (count: number) => `已确认 ${count} 项漂移。`,
    noDrifts: '没有待处理的漂移。',
    drift: ['数据源', '操作', '漂移', '首次出现', '最近出现', '次数'],
  },
  en: {
    nothing: (what: string) => `${what}: the ledger holds nothing.`,
    accepted: (count: number) => `Accepted drifts: ${count}.`,
    noDrifts: 'No open drifts.',
    drift: ['source', 'operation', 'drift', 'since', 'last seen', 'seen'],
  },
} as const satisfies Record<Locale, unknown>

const wrong = (field: string, detail: string) => new TongbanError('TB_INVALID_INPUT', { field, detail })

function refuseUnknown(option: string, source: string | undefined, known: readonly string[]): void {
  if (source !== undefined && !known.includes(source))
    throw wrong(option, `there is no source "${source}"; there are: ${known.join(', ') || '-'}`)
}

const configured = ({ directory }: Gateway): string[] => directory.sources.map(({ id }) => id)

/** `tongban report quality`: what the ledger says about a month, for each source and operation. */
export async function reportQuality(options: QualityReportOptions): Promise<void> {
  const now = new Date()
  const month = options.month ?? lastMonth(now)
  const span = spanOfMonth(month, now)
  if (options.format !== 'table' && options.format !== 'csv') throw wrong('--format', 'table, csv')
  await withGateway(await loadConfigOrFolder(options), async (gateway) => {
    const { sources } = gateway.services
    const known = [...new Set([...configured(gateway), ...(await sources.countedSources(span))])]
    refuseUnknown('--source', options.source, known)
    const rows = reportRows(await sources.quality(options.source ? [options.source] : known, span))
    process.stdout.write(options.format === 'csv' ? csv(rows, options.bom ?? false) : table(rows, month))
  })
}

const csv = (rows: readonly string[][], bom: boolean): string =>
  csvText([reportColumns.map(({ name }) => name), ...rows], bom)

function table(rows: readonly string[][], month: string): string {
  const locale = terminalLocale()
  if (rows.length === 0) return `${words[locale].nothing(month)}\n`
  const columns = reportColumns.map(({ title, isNumber }) => ({ title: title[locale], isNumber }))
  return `${tableLines(columns, rows).join('\n')}\n`
}

/** `tongban report drift`: lasting changes of replies that nobody has accepted yet, or accepts those of a source. */
export async function reportDrift(options: DriftReportOptions): Promise<void> {
  const text = words[terminalLocale()]
  await withGateway(await loadConfigOrFolder(options), async (gateway) => {
    const { sources } = gateway.services
    const drifts = await sources.openDrifts()
    if (options.accept !== undefined) {
      refuseUnknown('--accept', options.accept, [
        ...new Set([...configured(gateway), ...drifts.map(({ source }) => source)]),
      ])
      return console.log(text.accepted(await sources.acceptDrifts(options.accept)))
    }
    if (drifts.length === 0) return console.log(text.noDrifts)
    const columns = text.drift.map((title, at) => ({ title, isNumber: at === text.drift.length - 1 }))
    const rows = drifts.map((drift) => {
      const times = [drift.since, drift.lastSeen].map((time) => time.toISOString())
      return [drift.source, drift.operation, driftText(drift), ...times, String(drift.seen)]
    })
    console.log(tableLines(columns, rows).join('\n'))
  })
}
