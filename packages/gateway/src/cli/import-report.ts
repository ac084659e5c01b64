import type { Locale } from '@tongban/schema'
import type { ImportReport } from '../domains/items/import/report.ts'

const words = {
  'zh-CN': {
    WARNED: '提示',
    REFUSED: '拒绝',
    summary: (taken: number, warned: number, refused: number) =>
      `接受 ${taken} 行(其中 ${warned} 行带提示),拒绝 ${refused} 行`,
    nothing: '没有导入任何数据。',
    more: '其余提示未列出。',
  },
  en: {
    WARNED: 'warned',
    REFUSED: 'refused',
    summary: (taken: number, warned: number, refused: number) =>
      `${taken} rows accepted (${warned} of them with warnings), ${refused} refused`,
    nothing: 'Nothing was imported.',
    more: 'Further remarks are not listed.',
  },
} as const satisfies Record<Locale, unknown>

/** The report as a person reads it: every remark with row, field and reason, how often each occurs, then the figures. */
export function reportLines(report: ImportReport, locale: Locale): string[] {
  const text = words[locale]
  const { accepted, warned, refused } = report
  const remarks = report.remarks.map(
    ({ severity, row, field, code, message }) =>
      `${text[severity]}  ${row}  ${field || '-'}  ${code}  ${locale === 'en' ? message.en : message.zh}`,
  )
  const reasons = Object.entries(report.reasons).map(([code, count]) => `  ${String(count).padStart(6)}  ${code}`)
  return [
    ...remarks,
    ...(report.truncated ? [text.more] : []),
    ...reasons,
    text.summary(accepted + warned, warned, refused),
    ...(report.imported ? [] : [text.nothing]),
  ]
}
