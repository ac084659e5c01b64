import { type CaseReport, reportKey, versionOf } from './report.ts'
import { progress } from './states.ts'
import { type CaseView, contradict, viewCase } from './view.ts'

/** What a report did to the case. */
export type ReportOutcome =
  /** The case moved on, or between alternating states such as 挂起 and 在办. */
  | 'ADVANCED'
  /** Nothing new: delivered before, or the state already shown at a later time. */
  | 'REPEATED'
  /** About an earlier step, or of an older data version. Kept; the shown state stays. */
  | 'LATE'
  /** A higher data version replaced what was said, at the same step or further on. */
  | 'CORRECTED'
  /** A higher data version moved the case back. Legitimate, but worth telling the applicant. */
  | 'REGRESSED'
  /** Contradicts other reports of the same data version. Kept and flagged for a person. */
  | 'CONFLICTING'

/** The case after a report. */
export interface AppliedReport extends CaseView {
  readonly outcome: ReportOutcome
  /** All distinct reports in the order they arrived; the given history is left as it was. */
  readonly history: readonly CaseReport[]
}

/**
 * Adds a report to the history of a case. Never throws and never loses a report: skipped, repeated, late and
 * out-of-order reports are normal, and impossible ones are kept and named. The resulting state is the same in
 * whatever order the same reports arrive.
 *
 * @param history the reports so far, oldest arrival first
 */
export function applyReport(history: readonly CaseReport[], report: CaseReport): AppliedReport {
  const before = viewCase(history)
  const key = reportKey(report)
  if (history.some((known) => reportKey(known) === key)) return { ...before, outcome: 'REPEATED', history }
  const grown = [...history, report]
  const after = viewCase(grown)
  return { ...after, outcome: outcomeOf(report, before, after), history: grown }
}

function outcomeOf(report: CaseReport, before: CaseView, after: CaseView): ReportOutcome {
  if (before.state === undefined || after.state === undefined) return 'ADVANCED'
  if (versionOf(report) < before.dataVersion) return 'LATE'
  if (versionOf(report) > before.dataVersion)
    return progress[after.state] < progress[before.state] ? 'REGRESSED' : 'CORRECTED'
  if (after.conflicts.some(({ state }) => contradict(state, report.state))) return 'CONFLICTING'
  if (after.state !== before.state) return 'ADVANCED'
  return after.shown === report ? 'REPEATED' : 'LATE'
}
