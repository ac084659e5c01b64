import { instantOf } from '../calendar/instant.ts'
import { type CaseReport, reportKey, versionOf } from './report.ts'
import { type CaseStateName, canReach, progress } from './states.ts'

/** What the reports of a case say together. Depends on which reports there are, never on the order they came in. */
export interface CaseView {
  /** `undefined` only when there is no report. */
  readonly state: CaseStateName | undefined
  /** The report that says so. */
  readonly shown: CaseReport | undefined
  /** The highest data version; only its reports count. 0 when there is no report. */
  readonly dataVersion: number
  /** How the case was decided or ended, also after it was closed. Absent while open, or when reports contradict. */
  readonly decision?: CaseStateName
  /** Reports of that version that cannot belong to one history, such as 受理 beside 不予受理. For a person to look at. */
  readonly conflicts: readonly CaseReport[]
}

const decisions: ReadonlySet<CaseStateName> = new Set([
  'APPROVED',
  'REJECTED',
  'NOT_ACCEPTED',
  'RETURNED',
  'SUPPLEMENT_EXPIRED',
  'FORWARDED',
  'WITHDRAWN',
])

/**
 * Reads a history. The reports of the highest data version count; among them the furthest state is shown
 * (`progress`), and of states that alternate the one with the latest time.
 */
export function viewCase(history: readonly CaseReport[]): CaseView {
  const dataVersion = Math.max(0, ...history.map(versionOf))
  const current = history.filter((report) => versionOf(report) === dataVersion)
  const shown = [...current].sort(further)[0]
  const decision = decisionOf(current)
  return {
    state: shown?.state,
    shown,
    dataVersion,
    ...(decision === undefined ? {} : { decision }),
    conflicts: current.filter((report) => current.some((other) => contradict(report.state, other.state))),
  }
}

/** Whether two states cannot both have happened: neither leads to the other. */
export const contradict = (a: CaseStateName, b: CaseStateName): boolean => a !== b && !canReach(a, b) && !canReach(b, a)

function decisionOf(current: readonly CaseReport[]): CaseStateName | undefined {
  const [first, ...others] = new Set(current.map(({ state }) => state).filter((state) => decisions.has(state)))
  return others.length === 0 ? first : undefined
}

/** Sorts the furthest first. The last comparison is only there so that equal times do not depend on arrival. */
const further = (a: CaseReport, b: CaseReport): number =>
  progress[b.state] - progress[a.state] || timeOf(b) - timeOf(a) || compare(reportKey(b), reportKey(a))

/** An unreadable time counts as the earliest, so that it never outweighs a readable one. */
const timeOf = ({ at }: CaseReport): number => instantOf(at) ?? Number.MIN_SAFE_INTEGER

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
