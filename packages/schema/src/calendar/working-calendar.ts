import { TongbanError } from '../errors/index.ts'
import { dateParts, fromDayNumber, isPlainDate, type PlainDate, toDayNumber, weekdayOf } from './plain-date.ts'
import { type YearTable, yearTables } from './year-tables.ts'

/** Published years by year. A city may add a year before the package does, or replace one. */
export interface WorkingCalendar {
  readonly tables: ReadonlyMap<number, YearTable>
  /** Days that differ from the plain week: `true` worked, `false` off. */
  readonly exceptions: ReadonlyMap<PlainDate, boolean>
}

/** Makes a calendar from year tables; of two tables for a year the later counts. */
export function createCalendar(tables: readonly YearTable[]): WorkingCalendar {
  const byYear = new Map(tables.map((table) => [table.year, table]))
  return { tables: byYear, exceptions: new Map([...byYear.values()].flatMap(exceptionsOf)) }
}

/** The national calendar as published. */
export const nationalCalendar: WorkingCalendar = createCalendar(yearTables)

/**
 * Whether a day is a working day: the published arrangement, else Monday to Friday. `undefined` for a year without a
 * table, because nobody knows yet; use {@link estimateWorkingDay} where a guess that is marked as one will do.
 *
 * @throws TongbanError `TB_INVALID_INPUT` when the date does not exist
 */
export const isWorkingDay = (date: PlainDate, calendar = nationalCalendar): boolean | undefined =>
  hasYear(checkedDate(date, 'date'), calendar) ? estimateWorkingDay(date, calendar) : undefined

/** The same, but Monday to Friday where the year has no table. */
export const estimateWorkingDay = (date: PlainDate, calendar = nationalCalendar): boolean =>
  calendar.exceptions.get(date) ?? weekdayOf(date) <= 5

/** Whether the arrangement of a date's year is known. */
export const hasYear = (date: PlainDate, calendar: WorkingCalendar): boolean =>
  calendar.tables.has(dateParts(date).year)

/**
 * The date, when it exists and lies in the years time limits are about (1900 to 2199).
 *
 * @throws TongbanError `TB_INVALID_INPUT`
 */
export function checkedDate(date: PlainDate, field: string): PlainDate {
  if (!isPlainDate(date) || date < '1900' || date >= '2200')
    throw new TongbanError('TB_INVALID_INPUT', { field, detail: 'YYYY-MM-DD, 1900–2199' })
  return date
}

function exceptionsOf({ year, off, work }: YearTable): [PlainDate, boolean][] {
  const days = (text: string, worked: boolean) =>
    text.split(' ').flatMap((span) => expand(year, span).map((date): [PlainDate, boolean] => [date, worked]))
  return [...days(off, false), ...days(work, true)]
}

function expand(year: number, span: string): PlainDate[] {
  if (span === '') return []
  const [first = '', last = first] = span.split('/').map((day) => `${year}-${day}`)
  const start = toDayNumber(first)
  return Array.from({ length: toDayNumber(last) - start + 1 }, (_, index) => fromDayNumber(start + index))
}
