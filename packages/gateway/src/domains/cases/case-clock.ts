import {
  addWorkingDays,
  type CaseView,
  clockLight,
  deadline,
  elapsedWorkingDays,
  instantOf,
  type PlainDate,
  parseOpeningHours,
  type Suspension,
  shanghaiDate,
  workingTimeDeadline,
} from '@tongban/schema'
import type { CaseClock, CaseLight } from '../generated/resolvers.ts'
import type { TimeOptions } from '../time.ts'
import { viewOf } from './mirror.ts'
import type { CaseLimit, CaseRecord, MirroredReport } from './record.ts'

/** States in which the owner counts its time; who skips 受理 counts from the first of these. */
const counting = new Set(['ACCEPTED', 'IN_REVIEW', 'SUSPENDED', 'APPROVED', 'REJECTED'])

/**
 * The legal clock of a case; null until it is accepted, or when its item states no limit. The start day is not counted,
 * suspended days are left out, and a year without a published calendar makes it provisional.
 */
export function clockOf(record: CaseRecord, now: Date, options: TimeOptions): CaseClock | null {
  const start = startOf(record)
  if (record.limit === null || start === undefined) return null
  const on = lastDayCounted(record, now)
  const suspensions = suspensionsUntil(record, on)
  const span = { from: start.date, to: on }
  const elapsed = elapsedWorkingDays({ ...span, suspensions })
  const suspended = elapsedWorkingDays(span) - elapsed
  const due = dueOf(start, record.limit, { suspensions, suspended }, options)
  return {
    limit: record.limit,
    startedOn: start.date,
    dueOn: due.date,
    elapsed,
    suspended,
    provisional: due.provisional,
  }
}

/** Green, yellow or red by the local rule; of an ended case, as it was on the day of its decision. */
export function lightOf(record: CaseRecord, now: Date, options: TimeOptions): CaseLight | null {
  const clock = clockOf(record, now, options)
  if (clock === null) return null
  const { yellowWorkingDaysBefore } = options
  return clockLight({ dueOn: clock.dueOn, on: lastDayCounted(record, now), yellowWorkingDaysBefore })
}

interface Start {
  readonly date: PlainDate
  /** Shanghai time, `YYYY-MM-DDTHH:mm`. */
  readonly moment: string
}

/** The first report of acceptance; a day the owner states outweighs it. */
function startOf({ acceptedOn, reports }: CaseRecord): Start | undefined {
  const first = earliest(reports, 'ACCEPTED') ?? earliestOf(reports.filter(({ state }) => counting.has(state)))
  const moment = first === undefined ? undefined : shanghaiMoment(first)
  if (acceptedOn === null) return moment === undefined ? undefined : { date: moment.slice(0, 10), moment }
  return { date: acceptedOn, moment: moment?.startsWith(acceptedOn) ? moment : `${acceptedOn}T00:00` }
}

interface Suspended {
  readonly suspensions: readonly Suspension[]
  /** Working days suspended so far. */
  readonly suspended: number
}

function dueOf(start: Start, { amount, unit }: CaseLimit, { suspensions, suspended }: Suspended, options: TimeOptions) {
  if (unit !== 'HOUR' && unit !== 'MINUTE')
    return deadline({ from: start.date, limit: { amount, unit }, suspensions, rollForward: true })
  const opening = parseOpeningHours(options.opening)
  const due = workingTimeDeadline({ from: start.moment, limit: { amount, unit }, opening })
  // promises in hours are kept on the spot; one that is suspended all the same gains whole working days
  const moved = addWorkingDays(due.at.slice(0, 10), suspended)
  return { date: moved.date, provisional: due.provisional || moved.provisional }
}

/** Today, or the day on which the case was decided or ended. */
function lastDayCounted({ reports }: CaseRecord, now: Date): PlainDate {
  const view = viewOf(reports)
  const end = endOf(view, reports)
  return end === undefined ? shanghaiDate(now.getTime()) : shanghaiDate(end)
}

function endOf(view: CaseView, reports: readonly MirroredReport[]): number | undefined {
  if (view.decision !== undefined) return earliest(reports, view.decision)
  return view.state === 'CLOSED' || view.state === 'VOID' ? earliest(reports, view.state) : undefined
}

const suspensionsUntil = ({ suspensions }: CaseRecord, on: PlainDate): readonly Suspension[] =>
  suspensions.map(({ from, to }) => ({ from, to: to ?? on })).filter(({ from, to }) => from <= to)

const earliest = (reports: readonly MirroredReport[], state: string): number | undefined =>
  earliestOf(reports.filter((report) => report.state === state))

function earliestOf(reports: readonly MirroredReport[]): number | undefined {
  const instants = reports.flatMap(({ at }) => instantOf(at) ?? [])
  return instants.length === 0 ? undefined : Math.min(...instants)
}

const shanghaiMoment = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16)
