import { TongbanError } from '../errors/index.ts'
import { type OpeningHours, type OpenSpan, spansOf } from './opening-hours.ts'
import { addDays, dateParts, type PlainDate, weekdayOf } from './plain-date.ts'
import { checkedDate, estimateWorkingDay, hasYear, nationalCalendar, type WorkingCalendar } from './working-calendar.ts'

/** A promise in hours or minutes, counted while the hall is open. */
export interface WorkingTimeInput {
  /** Shanghai time, `YYYY-MM-DDTHH:mm`. */
  readonly from: string
  readonly limit: { readonly amount: number; readonly unit: 'HOUR' | 'MINUTE' }
  /** Hours of the hall; without them a promise in hours has no end. */
  readonly opening: OpeningHours
  /** @default nationalCalendar */
  readonly calendar?: WorkingCalendar
}

/** The moment a promise in hours or minutes ends. */
export interface WorkingTimeDeadline {
  /** Shanghai time, `YYYY-MM-DDTHH:mm`. */
  readonly at: string
  readonly provisional: boolean
  readonly missingYears: readonly number[]
}

const maxMinutes = 60 * 24 * 366

/**
 * The moment an hour- or minute-based promise ends, counting only open hours of working days. Time before opening,
 * at noon, after closing and on days off does not count.
 *
 * @throws TongbanError `TB_INVALID_INPUT` for a moment or an amount that cannot be
 */
export function workingTimeDeadline(input: WorkingTimeInput): WorkingTimeDeadline {
  const { opening, calendar = nationalCalendar } = input
  const missing = new Set<number>()
  let { date, minute } = readMoment(input.from)
  let left = minutesOf(input)
  for (;;) {
    if (!hasYear(date, calendar)) missing.add(dateParts(date).year)
    const spans = estimateWorkingDay(date, calendar) ? spansOf(opening, weekdayOf(date)) : []
    const end = endWithin(spans, minute, left)
    if (end !== undefined) return result(date, end, missing)
    left -= openMinutes(spans, minute)
    date = addDays(date, 1)
    minute = 0
  }
}

function result(date: PlainDate, minute: number, missing: ReadonlySet<number>): WorkingTimeDeadline {
  const missingYears = [...missing].sort((a, b) => a - b)
  return { at: `${date}T${clock(minute)}`, provisional: missingYears.length > 0, missingYears }
}

/** The minute of the day at which `left` open minutes after `start` are used up, if that is today. */
function endWithin(spans: readonly OpenSpan[], start: number, left: number): number | undefined {
  let rest = left
  for (const { from, to } of spans) {
    const begin = Math.max(from, start)
    if (begin < to && rest <= to - begin) return begin + rest
    rest -= Math.max(0, to - begin)
  }
  return undefined
}

const openMinutes = (spans: readonly OpenSpan[], start: number): number =>
  spans.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, start)), 0)

function readMoment(text: string): { date: PlainDate; minute: number } {
  const [, date = '', hour = '', minute = ''] = /^(.{10})[T ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(text) ?? []
  return { date: checkedDate(date, 'from'), minute: Number(hour) * 60 + Number(minute) }
}

function minutesOf({ limit, opening }: WorkingTimeInput): number {
  const minutes = limit.unit === 'HOUR' ? limit.amount * 60 : limit.amount
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > maxMinutes)
    throw new TongbanError('TB_INVALID_INPUT', { field: 'amount', detail: `0–${maxMinutes}` })
  // An empty table would never use up a minute.
  if (opening.size === 0)
    throw new TongbanError('TB_INVALID_INPUT', { field: 'opening', detail: 'mon-fri 09:00-17:00' })
  return minutes
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
