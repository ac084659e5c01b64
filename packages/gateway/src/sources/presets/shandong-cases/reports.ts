import { type CaseStateName, finishStates, type StepResultName } from '@tongban/schema'
import type { SourceCaseInput } from '../../../domains/cases/port.ts'
import { finishResults, stepStates as nodeStates, type ShandongVersion, specialNodes, stepResults } from './codes.ts'
import type { BaseRow, FinishRow, ProcessRow, SpecialRow } from './rows.ts'

/** The rows of one case, the highest version of each. */
export interface CaseRows {
  readonly base: BaseRow
  readonly process: readonly ProcessRow[]
  readonly special: readonly SpecialRow[]
  readonly finish: readonly FinishRow[]
}

type Report = SourceCaseInput['reports'][number]

/** What a step says about the state; a step that agrees, disagrees or sends back to the desk before decides nothing yet. */
const stepStates: Readonly<Record<StepResultName, CaseStateName | null>> = {
  NOT_ACCEPTED: 'NOT_ACCEPTED',
  ACCEPTED: 'ACCEPTED',
  SUPPLEMENT: 'SUPPLEMENT',
  SUSPENDED: 'SUSPENDED',
  AGREED: null,
  DISAGREED: null,
  SENT_BACK: null,
}

const dayOf = (instant: string): string => instant.slice(0, 10)
const byTime = (one: { readonly at: string }, other: { readonly at: string }) =>
  Date.parse(one.at) - Date.parse(other.at)

/** What a step has decided; one that still waits has decided nothing, whatever stands there. */
const resultOf = ({ NODESTATE, NODERESULT }: ProcessRow): StepResultName | null =>
  nodeStates.name(NODESTATE) === 'WAITING' ? null : stepResults.name(NODERESULT)

const acceptance = ({ process }: CaseRows) => process.toSorted(byTime).find((step) => resultOf(step) === 'ACCEPTED')

/** Where a case stands by nothing but having been taken in, and accepted or not by then. */
const goingOn = (rows: CaseRows, at: string): CaseStateName => {
  const accepted = acceptance(rows)
  return accepted !== undefined && Date.parse(at) >= Date.parse(accepted.at) ? 'IN_REVIEW' : 'RECEIVED'
}

const stepReports = (rows: CaseRows): Report[] =>
  rows.process.map((step) => {
    const { at, NODENAME: note, PROCUNITNAME: by, NODERESULT: code } = step
    const result = resultOf(step)
    const state = (result && stepStates[result]) ?? goingOn(rows, at)
    return { at, state, raw: stepResults.raw(code), by, note }
  })

/** Public notice and checks on the spot go on within the time limit (行政许可法 Art. 45 does not name them). */
const specialStates: Readonly<Record<string, CaseStateName | undefined>> = {
  SUPPLEMENT: 'SUPPLEMENT',
  PRE_REVIEW_SUPPLEMENT: 'SUPPLEMENT',
  PRE_REVIEW_REJECTED: 'RETURNED',
  HEARING: 'SUSPENDED',
  SUSPENSION: 'SUSPENDED',
}

function specialReports(rows: CaseRows): Report[] {
  return rows.special.flatMap(({ at, end, NODENAME: note, PROCUNITNAME: by, NODERESULT: code }) => {
    const kind = specialNodes.name(code)
    const begun: Report = {
      ...{ at, raw: specialNodes.raw(code), by, note },
      state: (kind && specialStates[kind]) ?? goingOn(rows, at),
    }
    const isOver = end !== null && kind !== 'PRE_REVIEW_REJECTED'
    return isOver ? [begun, { at: end, state: goingOn(rows, end), by, note }] : [begun]
  })
}

/** What goes on in a case after an instant: when it was taken up again, if nobody has said it. */
const nextEvent = ({ process, finish }: CaseRows, after: string): string | null =>
  [...process.filter(({ NODERESULT }) => NODERESULT !== null), ...finish]
    .toSorted(byTime)
    .find(({ at }) => Date.parse(at) > Date.parse(after))?.at ?? null

const suspensionsOf = (rows: CaseRows) =>
  rows.special
    .filter(({ NODERESULT }) => ['HEARING', 'SUSPENSION'].includes(specialNodes.name(NODERESULT) ?? ''))
    .map(({ at, end, NODENAME: reason }) => {
      const until = end ?? nextEvent(rows, at)
      return { from: dayOf(at), to: until && dayOf(until), reason }
    })

const supplementsOf = ({ special }: CaseRows) =>
  special
    .filter(({ NODERESULT }) => specialNodes.name(NODERESULT)?.endsWith('SUPPLEMENT') === true)
    .map(({ at: askedAt, NODEPROCADV: advice, LISTS: lists, NODENAME: name }) => {
      const reason = [advice, lists].filter((part) => part !== null).join(';') || (name ?? '补齐补正')
      return { askedAt, parts: [{ reason }] }
    })

/** By which version a row was finished; null where the column says something that nobody has agreed. */
export type VersionOfFinish = (row: FinishRow) => { readonly version: ShandongVersion | null; readonly stored: string }

/**
 * How a case ended. A row in this table says that it has ended; what its code means is said only where that is confirmed. The
 * number of a paper certificate is not the identifier of an electronic one, so none is given.
 */
function ending(
  row: FinishRow,
  versionOf: VersionOfFinish,
): Pick<SourceCaseInput, 'result'> & { readonly report: Report } {
  const { at, DONERESULT: code, EXITRES: reason } = row
  const { version, stored } = versionOf(row)
  const name = version && finishResults[version].name(code)
  const raw = code === null ? null : { system: 'shandong', tableVersion: version ?? stored, code }
  const decided = name === 'CERT_ISSUED' || name === 'REJECTED'
  return {
    report: { at, state: name ? finishStates[name] : 'CLOSED', raw, note: reason },
    result: decided ? { granted: name === 'CERT_ISSUED', decidedAt: at, reason } : null,
  }
}

/** A case out of its rows. */
export function caseOf(rows: CaseRows, versionOf: VersionOfFinish): SourceCaseInput {
  const { base, process, special, finish } = rows
  const [last] = finish.toSorted(byTime).toReversed()
  const end = last && ending(last, versionOf)
  const accepted = acceptance(rows)
  const received: Report = { at: base.at, state: 'RECEIVED' }
  return {
    number: base.PROJID,
    reference: base.PROJID,
    dataVersion: Math.max(1, ...[base, ...process, ...special, ...finish].map(({ DATAVER }) => DATAVER)),
    reports: [received, ...stepReports(rows), ...specialReports(rows), ...(end ? [end.report] : [])].toSorted(byTime),
    acceptedOn: accepted ? dayOf(accepted.at) : null,
    suspensions: suspensionsOf(rows),
    supplements: supplementsOf(rows),
    result: end?.result ?? null,
  }
}
