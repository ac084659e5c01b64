import { addWorkingDays } from './deadline.ts'
import { addDays, type PlainDate } from './plain-date.ts'
import type { Suspension } from './walk.ts'
import { estimateWorkingDay, nationalCalendar, type WorkingCalendar } from './working-calendar.ts'

/** 黄灯 / 红灯 of a running case. */
export type ClockLight = 'GREEN' | 'YELLOW' | 'RED'

/** What the light of a case is read from. */
export interface LightInput {
  readonly dueOn: PlainDate
  /** Today, or the day the case was decided. */
  readonly on: PlainDate
  /** From how many working days before the last day the light is yellow. A local rule. @default 1 */
  readonly yellowWorkingDaysBefore?: number
  /** @default nationalCalendar */
  readonly calendar?: WorkingCalendar
}

/** Green, yellow near the last day and on it, red after it. */
export function clockLight({
  dueOn,
  on,
  yellowWorkingDaysBefore = 1,
  calendar = nationalCalendar,
}: LightInput): ClockLight {
  if (on > dueOn) return 'RED'
  return on >= addWorkingDays(dueOn, -yellowWorkingDaysBefore, calendar).date ? 'YELLOW' : 'GREEN'
}

/** Working days used so far: after `from`, up to and including `to`, without those suspended. */
export function elapsedWorkingDays(
  { from, to, suspensions = [] }: { from: PlainDate; to: PlainDate; suspensions?: readonly Suspension[] },
  calendar = nationalCalendar,
): number {
  let elapsed = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    const suspended = suspensions.some((span) => span.from <= date && date <= span.to)
    if (!suspended && estimateWorkingDay(date, calendar)) elapsed += 1
  }
  return elapsed
}
