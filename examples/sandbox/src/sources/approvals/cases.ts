import { field, sourceFailure } from '@tongban/gateway'
import { type FinishResultName, finishStates } from '@tongban/schema'
import { z } from 'zod'
import { decisions, finishResults, states, steps } from './codes.ts'

const text = field.text

/** A case as the system tells it. Elements that hold names of persons (`applyname`, `handler`) are not read. */
export const caseRow = z.object({
  projid: field.required,
  ywlsh: text,
  dataver: field.whole,
  deptname: text,
  state: field.required,
  receivetime: field.instant,
  accepttime: field.day,
  finishtime: field.instant,
  noderesult: text,
  doneresult: text,
  doneresultver: text,
  doneexplain: text,
  supplement: field.object(
    z.object({
      askedtime: field.instant,
      duedate: field.day,
      part: field.list(z.object({ material: text, field: text, reason: text })),
    }),
  ),
  suspension: field.object(z.object({ begintime: field.day, endtime: field.day, reason: text })),
  result: field.object(z.object({ certidentifier: text })),
})
export type CaseRow = z.output<typeof caseRow>

/** A step of a case's history. */
export const nodeRow = z.object({
  nodecode: text,
  noderesult: text,
  state: text,
  begintime: field.instant,
  endtime: field.instant,
  explain: text,
})
export type NodeRow = z.output<typeof nodeRow>

/** What a step means: the decision, the certificate, or simply the state it left the case in. */
const meaningOf = (node: NodeRow) => {
  if (node.nodecode === 'JD') return { state: decisions.name(node.noderesult), raw: decisions.raw(node.noderesult) }
  const step = steps.name(node.nodecode)
  if (step) return { state: step, raw: steps.raw(node.nodecode) }
  return { state: states.name(node.state), raw: states.raw(node.state) }
}

/** Steps as reports; a step whose code or time cannot be read is not told as something else. */
const reportsOf = (row: CaseRow, nodes: readonly NodeRow[]) =>
  nodes.flatMap((node) => {
    const { state, raw } = meaningOf(node)
    const at = node.begintime ?? node.endtime
    return state && at ? [{ at, state, raw, by: row.deptname, note: node.explain }] : []
  })

/** When a case has no history yet: its receipt, and its state now if that is known to be another. */
const reportsOfRow = (row: CaseRow) => {
  const receipt = row.receivetime && { at: row.receivetime, state: 'RECEIVED' as const, raw: states.raw('02') }
  const state = states.name(row.state)
  // Where no later time is told, the receipt is the last moment that has certainly passed.
  const at = row.finishtime ?? row.receivetime
  const latest = state && at && state !== 'RECEIVED' ? { at, state, raw: states.raw(row.state) } : null
  const reports = [receipt, latest].flatMap((report) => (report ? [{ ...report, by: row.deptname }] : []))
  if (!state || reports.length === 0)
    throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'case: no state or no time that can be read' })
  return reports
}

/**
 * Granted or refused by the decision, or by a finish result of the version the case names. Null while it is open, and when it
 * ended without a decision (不予受理, 退件, 转报, 作废, …): then its state says how.
 */
const grantedBy = (decision: 'APPROVED' | 'REJECTED' | null, finish: FinishResultName | null): boolean | null => {
  const ended = finish === null ? 'CLOSED' : finishStates[finish]
  if (ended === 'REJECTED') return false
  if (ended !== 'CLOSED') return null
  return decision === null && finish !== 'CERT_ISSUED' ? null : decision !== 'REJECTED'
}

const resultOf = (row: CaseRow, nodes: readonly NodeRow[]) => {
  const decision = nodes.findLast(({ nodecode, noderesult }) => nodecode === 'JD' && decisions.name(noderesult))
  const finish = finishResults(row.doneresultver).name(row.doneresult)
  const granted = grantedBy(decisions.name(decision?.noderesult ?? null), finish)
  if (granted === null) return null
  return {
    granted,
    decidedAt: decision?.begintime ?? row.finishtime,
    reason: row.doneexplain,
    certificateIdentifier: row.result?.certidentifier ?? null,
  }
}

const supplementsOf = ({ supplement }: CaseRow) =>
  supplement?.askedtime
    ? [
        {
          askedAt: supplement.askedtime,
          dueOn: supplement.duedate,
          parts: supplement.part.map((part) => ({ ...part, reason: part.reason ?? '请补正' })),
        },
      ]
    : []

const suspensionsOf = ({ suspension }: CaseRow) =>
  suspension?.begintime ? [{ from: suspension.begintime, to: suspension.endtime, reason: suspension.reason }] : []

/** A case with its history as the gateway keeps it. */
export const caseOf = (row: CaseRow, nodes: readonly NodeRow[]) => {
  const reports = reportsOf(row, nodes)
  return {
    number: row.projid,
    reference: row.ywlsh,
    dataVersion: row.dataver ?? 1,
    reports: reports.length > 0 ? reports : reportsOfRow(row),
    acceptedOn: row.accepttime,
    suspensions: suspensionsOf(row),
    supplements: supplementsOf(row),
    result: resultOf(row, nodes),
  }
}
