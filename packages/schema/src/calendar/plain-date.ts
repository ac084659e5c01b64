/**
 * A day in Asia/Shanghai, `YYYY-MM-DD`. Days are text and whole numbers here, never `Date` objects: a `Date` is an
 * instant and shows another day in another zone.
 */
export type PlainDate = string

const dayMs = 86_400_000

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** Whether a text is a day that exists, written `YYYY-MM-DD`, in the year 1000 or later. */
export function isPlainDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === '') return false
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysInMonth(+year, +month)
}

/** Year, month (1–12) and day of a date. */
export const dateParts = (date: PlainDate): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

/** The date with these parts. */
const plainDate = (year: number, month: number, day: number): PlainDate =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

/** Whole days since 1970-01-01. `Date.UTC` knows no time zone, so this is pure arithmetic. */
export function toDayNumber(date: PlainDate): number {
  const { year, month, day } = dateParts(date)
  return Date.UTC(year, month - 1, day) / dayMs
}

/** The inverse of {@link toDayNumber}. */
export const fromDayNumber = (dayNumber: number): PlainDate => new Date(dayNumber * dayMs).toISOString().slice(0, 10)

/** The date some days later, or earlier when negative. */
export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(toDayNumber(date) + days)

/** The date some months later; a day the month does not have becomes its last day (Civil Code art. 202). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = dateParts(date)
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return plainDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** Day of the week, 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekdayOf = (date: PlainDate): number => ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1

/** The day it is in Shanghai at an instant given in milliseconds since 1970. China has kept UTC+8 since 1991. */
export const shanghaiDate = (epochMs: number): PlainDate => new Date(epochMs + 8 * 3_600_000).toISOString().slice(0, 10)

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
