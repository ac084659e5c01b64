import type { Locale } from '@tongban/schema'
import type { OperationQuality, SourceQualityRecord } from '../../domains/sources/quality-figures.ts'
import type { Drift } from '../../sources/quality/shape/drift.ts'
import { hourText } from './month.ts'

/** One line of the report: an operation of a source. */
interface Line {
  readonly source: SourceQualityRecord
  readonly operation: OperationQuality
}

/** A column of the report, for tables and for CSV. */
interface ReportColumn {
  /** Name in CSV; does not change with the language. */
  readonly name: string
  readonly title: Readonly<Record<Locale, string>>
  readonly isNumber: boolean
  text(line: Line): string
}

const percent = (share: number | null): string => (share === null ? '' : (share * 100).toFixed(2))
const rounded = (value: number | null): string => (value === null ? '' : String(Math.round(value * 100) / 100))

/** A drift in one line, `TYPE_CHANGED rows[].tel TEXT→NUMBER`. */
export const driftText = ({ kind, path, was, now }: Drift): string =>
  [kind, path, ...(now === '' ? [] : [`${was}→${now}`])].join(' ')

const driftsOf = ({ source, operation }: Line) =>
  source.drifts.filter((drift) => drift.operation === operation.operation)

const topFailures = ({ operation }: Line): string =>
  operation.figures.failures
    .slice(0, 3)
    .map(({ code, count }) => `${code} ${count}`)
    .join('; ')

const column = (
  name: string,
  zh: string,
  en: string,
  text: ReportColumn['text'],
  isNumber: boolean = true,
): ReportColumn => ({ name, title: { 'zh-CN': zh, en }, isNumber, text })

/** The columns of the report. */
export const reportColumns: readonly ReportColumn[] = [
  column('source', '数据源', 'source', ({ source }) => source.sourceId, false),
  column('operation', '操作', 'operation', ({ operation }) => operation.operation, false),
  column('calls', '调用', 'calls', ({ operation }) => String(operation.figures.calls)),
  column('success_percent', '成功%', 'success %', ({ operation }) => percent(operation.figures.successShare)),
  column('availability_percent', '可用%', 'avail. %', ({ operation }) => percent(operation.availability)),
  column(
    'worst_hour',
    '最差小时',
    'worst hour',
    ({ operation }) => (operation.worstHour ? hourText(operation.worstHour.hour) : ''),
    false,
  ),
  column('worst_hour_percent', '该时成功%', 'then %', ({ operation }) =>
    percent(operation.worstHour?.successShare ?? null),
  ),
  column('p50_ms', 'P50 毫秒', 'p50 ms', ({ operation }) => rounded(operation.figures.latencyP50Ms)),
  column('p95_ms', 'P95 毫秒', 'p95 ms', ({ operation }) => rounded(operation.figures.latencyP95Ms)),
  column('p99_ms', 'P99 毫秒', 'p99 ms', ({ operation }) => rounded(operation.figures.latencyP99Ms)),
  column('attempts_per_call', '负载系数', 'load', ({ operation }) => rounded(operation.figures.loadFactor)),
  column('shape_errors', '形态错误', 'shape', ({ operation }) => String(operation.figures.shapeErrors)),
  column('skipped_rows', '跳过行', 'skipped', ({ operation }) => String(operation.figures.skippedRows)),
  column('stale_answers', '旧副本', 'stale', ({ operation }) => String(operation.figures.staleAnswers)),
  column('conflicts', '冲突', 'conflicts', ({ operation }) => String(operation.figures.conflicts)),
  column('drifts', '漂移', 'drifts', (line) => String(driftsOf(line).length)),
  column('top_failures', '主要失败', 'top failures', topFailures, false),
  column('drift_list', '漂移明细', 'what drifted', (line) => driftsOf(line).map(driftText).join('; '), false),
]

/** The cells of the report, a row for each operation of each source. */
export const reportRows = (records: readonly SourceQualityRecord[]): string[][] =>
  records.flatMap((source) =>
    source.operations.map((operation) => reportColumns.map(({ text }) => text({ source, operation }))),
  )
