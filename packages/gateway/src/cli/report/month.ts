import { TongbanError } from '@tongban/schema'
import type { Span } from '../../domains/sources/quality-figures.ts'

const shanghaiMs = 8 * 3_600_000

const invalid = (detail: string) => new TongbanError('TB_INVALID_INPUT', { field: '--month', detail })

/** The month before the one that runs in Asia/Shanghai, as `2026-10`. */
export function lastMonth(now: Date): string {
  const local = new Date(now.getTime() + shanghaiMs)
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - 1)).toISOString().slice(0, 7)
}

/**
 * The hours of a month in Asia/Shanghai.
 *
 * @param month - for example `2026-10`
 * @throws TongbanError `TB_INVALID_INPUT` naming the option when it is no month or has not begun
 */
export function spanOfMonth(month: string, now: Date): Span {
  const [, year, number] = /^(2\d{3})-(0[1-9]|1[0-2])$/.exec(month) ?? []
  if (year === undefined) throw invalid(`"${month}": YYYY-MM, 2026-10`)
  const start = (index: number) => new Date(Date.UTC(Number(year), Number(number) - 1 + index) - shanghaiMs)
  if (start(0) > now) throw invalid(`"${month}": ≤ ${new Date(now.getTime() + shanghaiMs).toISOString().slice(0, 7)}`)
  return { from: start(0), to: start(1) }
}

/** The start of an hour as it is written in Asia/Shanghai, `2026-10-03T14:00+08:00`. */
export const hourText = (hour: Date): string =>
  `${new Date(hour.getTime() + shanghaiMs).toISOString().slice(0, 16)}+08:00`
