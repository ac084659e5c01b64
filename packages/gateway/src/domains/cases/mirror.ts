import {
  applyReport,
  type CaseStateName,
  type CaseView,
  type CaseReport as LifeReport,
  viewCase,
} from '@tongban/schema'
import type { SourceCase } from './port.ts'
import type { CaseDetails, CaseRecord, MirroredReport } from './record.ts'

/** What an answer of the owner changes in the mirror. */
export interface Merge {
  /** Reports not known before, in the order told. The history only grows. */
  readonly added: readonly MirroredReport[]
  readonly dataVersion: number
  readonly details: CaseDetails
  readonly changed: boolean
}

/** What is known of a case before an answer. */
export type Known = Pick<CaseRecord, 'reports' | 'dataVersion' | keyof CaseDetails>

/**
 * Merges an answer of the owner into what is known. Late, repeated and out-of-order answers are normal: reports are
 * kept once each, and details of an older data version never replace newer ones.
 */
export function merge(known: Known, told: SourceCase): Merge {
  const added = newReports(known.reports, told)
  const stale = told.dataVersion < known.dataVersion
  const details = stale ? detailsOf(known) : detailsOf(told)
  return {
    added,
    details,
    dataVersion: Math.max(known.dataVersion, told.dataVersion),
    changed:
      added.length > 0 ||
      told.dataVersion > known.dataVersion ||
      JSON.stringify(details) !== JSON.stringify(detailsOf(known)),
  }
}

/** Nothing known yet: the first answer is all new. */
export const unknown: Known = {
  reports: [],
  dataVersion: 0,
  acceptedOn: null,
  suspensions: [],
  supplements: [],
  result: null,
}

/** Always in the same order of keys, so that equal details are equal as text. */
const detailsOf = ({ acceptedOn, suspensions, supplements, result }: CaseDetails): CaseDetails => ({
  acceptedOn,
  suspensions: suspensions.map(({ from, to, reason }) => ({ from, to, reason })),
  supplements: supplements.map(({ askedAt, dueOn, parts }) => ({
    askedAt,
    dueOn,
    parts: parts.map(({ field, material, reason }) => ({ field, material, reason })),
  })),
  result: result && {
    granted: result.granted,
    decidedAt: result.decidedAt,
    reason: result.reason,
    certificateIdentifier: result.certificateIdentifier,
  },
})

function newReports(known: readonly MirroredReport[], { reports, dataVersion }: SourceCase): readonly MirroredReport[] {
  let history: readonly LifeReport[] = known.map(lifeReport)
  const added: MirroredReport[] = []
  for (const report of reports) {
    const mirrored = { ...report, dataVersion }
    const applied = applyReport(history, lifeReport(mirrored))
    if (applied.history.length > history.length) added.push(mirrored)
    history = applied.history
  }
  return added
}

/** The life cycle's view of a case. */
export const viewOf = (reports: readonly MirroredReport[]): CaseView => viewCase(reports.map(lifeReport))

/** State to show; a case always has a report. */
export const stateOf = (view: CaseView): CaseStateName => view.state ?? 'SUBMITTED'

const lifeReport = ({ state, at, dataVersion, by, note, raw }: MirroredReport): LifeReport => ({
  state,
  at,
  dataVersion,
  ...(by === null ? {} : { by }),
  ...(note === null ? {} : { note }),
  ...(raw === null ? {} : { raw }),
})

/** The history to show: what a later data version repeats unchanged is shown once. Oldest first. */
export function historyOf(reports: readonly MirroredReport[]): readonly MirroredReport[] {
  const told = new Map(
    reports.map((report) => [JSON.stringify([report.state, report.at, report.by, report.note, report.raw]), report]),
  )
  return [...told.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}
