import { addDays, dateParts, type PlainDate } from './plain-date.ts'
import { estimateWorkingDay, hasYear, type WorkingCalendar } from './working-calendar.ts'

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

/** Days on which the clock stands still (特别程序, 挂起), both ends included. For one still open, `to` is today. */
export interface Suspension {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** A finger on the calendar that remembers which unpublished years it needed. */
export class Walk {
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
