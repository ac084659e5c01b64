import { addDays, isWorkingDay } from '@tongban/schema'

/** On which days a file is expected, so that a day without one is noticed (缺日). */
export interface Expectation {
  /** Every day, working days with the national arrangement of holidays (a year without a published one expects nothing), or a rule of your own. */
  readonly days: 'EVERY_DAY' | 'WORKING_DAYS' | ((day: string) => boolean)
  /** First day of all. @default the first day that was taken */
  readonly from?: string
  /** Hours after the beginning of a day at which its file is missing, Asia/Shanghai. @default 36, the next noon */
  readonly dueAfterHours?: number
}

const isExpected = (day: string, { days }: Expectation): boolean =>
  typeof days === 'function' ? days(day) : days === 'EVERY_DAY' || isWorkingDay(day) === true

const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

/** Days that are due and expected, from the first one to `until` (included, when given). */
export function dueDays(expectation: Expectation, first: string, until: string | undefined, now: Date): string[] {
  const { dueAfterHours = 36 } = expectation
  const days: string[] = []
  for (let day = first; until === undefined || day <= until; day = addDays(day, 1)) {
    if (midnight(day) + dueAfterHours * 3_600_000 > now.getTime()) break
    if (isExpected(day, expectation)) days.push(day)
  }
  return days
}
