import { TongbanError } from '../errors/index.ts'
import { addMonths, type PlainDate } from './plain-date.ts'
import { type Deadline, type Suspension, Walk } from './walk.ts'
import { checkedDate, nationalCalendar, type WorkingCalendar } from './working-calendar.ts'

/** How long something may take, in whole days or longer. Hours and minutes: see `workingTimeDeadline`. */
export interface DayLimit {
  /** A whole number, 0 or more. */
  readonly amount: number
  readonly unit: 'WORKING_DAY' | 'CALENDAR_DAY' | 'MONTH' | 'YEAR'
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
