import { TongbanError } from '../errors/index.ts'
import { addDays, addMonths, dateParts, type PlainDate } from './plain-date.ts'
import { checkedDate, estimateWorkingDay, hasYear, nationalCalendar, type WorkingCalendar } from './working-calendar.ts'

/** A last day. A provisional one was computed through a year whose arrangement is not published: recompute it then. */
export type Deadline = Certain | Provisional

interface Certain {
  readonly date: PlainDate
  readonly provisional: false
  readonly missingYears: readonly []
}

interface Provisional {
  readonly date: PlainDate
  readonly provisional: true
  /** Years without a table that were touched, ascending. Their days were taken as a plain Monday-to-Friday week. */
  readonly missingYears: readonly number[]
}

/** How long something may take, in whole days or longer. Hours and minutes: see `workingTimeDeadline`. */
export interface DayLimit {
  /** A whole number, 0 or more. */
  readonly amount: number
  readonly unit: 'WORKING_DAY' | 'CALENDAR_DAY' | 'MONTH' | 'YEAR'
}

/** Days on which the clock stands still (特别程序, 挂起), both ends included. For one still open, `to` is today. */
export interface Suspension {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What a deadline is computed from. */
export interface DeadlineInput {
  /** The day of the event, such as acceptance. It is not counted; the next day is the first. */
  readonly from: PlainDate
  readonly limit: DayLimit
  readonly suspensions?: readonly Suspension[]
  /**
   * Whether a last day that is not worked moves to the next working day. Only for calendar days, months and years, whose
   * rules differ: 期间 of the Civil Code and procedural law move (art. 203), the 7 days of a default rating do not.
   * A count of working days never ends on another day.
   * @default false
   */
  readonly rollForward?: boolean
  /** @default nationalCalendar */
  readonly calendar?: WorkingCalendar
}

/** Longest limits we count. Longer ones are a slip of the unit, not a promise to a citizen. */
const maxAmounts = { WORKING_DAY: 10_000, CALENDAR_DAY: 36_525, MONTH: 1_200, YEAR: 100 } as const

/**
 * The last day of a time limit.
 *
 * @throws TongbanError `TB_INVALID_INPUT` for a date that does not exist, an amount that is no whole number, or a
 * suspension that ends before it begins
 * @example
 * deadline({ from: '2024-03-01', limit: { amount: 20, unit: 'WORKING_DAY' },
 *   suspensions: [{ from: '2024-03-08', to: '2024-03-14' }] }).date // '2024-04-08'
 */
export function deadline(input: DeadlineInput): Deadline {
  const { from, limit, suspensions = [], rollForward = false, calendar = nationalCalendar } = checked(input)
  const walk = new Walk(from, calendar, suspensions)
  if (limit.unit === 'WORKING_DAY') walk.count(limit.amount, (date) => walk.isWorked(date))
  else if (limit.unit === 'CALENDAR_DAY') walk.count(limit.amount, () => true)
  else walk.countAfter(addMonths(from, limit.unit === 'YEAR' ? limit.amount * 12 : limit.amount))
  if (rollForward && limit.unit !== 'WORKING_DAY') walk.rollForward()
  return walk.result()
}

/**
 * The day some working days after a date (before it when negative); 0 gives the date itself, worked or not. The date
 * is not counted.
 *
 * @throws TongbanError `TB_INVALID_INPUT` for a date that does not exist or an amount that is no whole number
 */
export function addWorkingDays(from: PlainDate, amount: number, calendar = nationalCalendar): Deadline {
  checkAmount(Math.abs(amount), 'WORKING_DAY')
  const walk = new Walk(checkedDate(from, 'from'), calendar, [], amount < 0 ? -1 : 1)
  walk.count(Math.abs(amount), (date) => walk.isWorked(date))
  return walk.result()
}

/** A finger on the calendar that remembers which unpublished years it needed. */
class Walk {
  readonly #calendar: WorkingCalendar
  readonly #suspensions: readonly Suspension[]
  readonly #step: 1 | -1
  readonly #missing = new Set<number>()
  #date: PlainDate

  constructor(from: PlainDate, calendar: WorkingCalendar, suspensions: readonly Suspension[], step: 1 | -1 = 1) {
    this.#date = from
    this.#calendar = calendar
    this.#suspensions = suspensions
    this.#step = step
  }

  /** Moves on until that many days were met that count and are not suspended. */
  count(amount: number, counts: (date: PlainDate) => boolean): void {
    for (let left = amount; left > 0; ) {
      this.#date = addDays(this.#date, this.#step)
      if (counts(this.#date) && !this.#isSuspended(this.#date)) left -= 1
    }
  }

  /** Moves to an end day, and beyond it by as many days as were suspended on the way. */
  countAfter(end: PlainDate): void {
    let suspended = 0
    for (; this.#date < end; this.#date = addDays(this.#date, 1))
      if (this.#isSuspended(addDays(this.#date, 1))) suspended += 1
    this.count(suspended, () => true)
  }

  rollForward(): void {
    while (!this.isWorked(this.#date)) this.#date = addDays(this.#date, 1)
  }

  isWorked(date: PlainDate): boolean {
    if (!hasYear(date, this.#calendar)) this.#missing.add(dateParts(date).year)
    return estimateWorkingDay(date, this.#calendar)
  }

  result(): Deadline {
    const missingYears = [...this.#missing].sort((a, b) => a - b)
    return missingYears.length === 0
      ? { date: this.#date, provisional: false, missingYears: [] }
      : { date: this.#date, provisional: true, missingYears }
  }

  #isSuspended(date: PlainDate): boolean {
    return this.#suspensions.some(({ from, to }) => from <= date && date <= to)
  }
}

function checked(input: DeadlineInput): DeadlineInput {
  checkedDate(input.from, 'from')
  checkAmount(input.limit.amount, input.limit.unit)
  for (const { from, to } of input.suspensions ?? []) {
    checkedDate(from, 'suspensions.from')
    if (checkedDate(to, 'suspensions.to') < from)
      throw new TongbanError('TB_INVALID_INPUT', { field: 'suspensions.to', detail: `>= ${from}` })
  }
  return input
}

function checkAmount(amount: number, unit: DayLimit['unit']): void {
  if (!Number.isInteger(amount) || amount < 0 || amount > maxAmounts[unit])
    throw new TongbanError('TB_INVALID_INPUT', { field: 'amount', detail: `0–${maxAmounts[unit]} ${unit}` })
}
