import { field, sourceFailure } from '@tongban/gateway'
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
  const state = states.name(row.state)
  const at = row.finishtime ?? row.receivetime
  if (!state || !at) throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'case: no state or no time that can be read' })
  return [{ at, state, raw: states.raw(row.state), by: row.deptname }]
}

/** Granted by the decision; refused by it, or by a finish result of the version the case names. Null while it is open. */
const resultOf = (row: CaseRow, nodes: readonly NodeRow[]) => {
  const decision = nodes.findLast(({ nodecode, noderesult }) => nodecode === 'JD' && decisions.name(noderesult))
  const finish = finishResults(row.doneresultver).name(row.doneresult)
  const isGranted = decisions.name(decision?.noderesult ?? null) === 'APPROVED' && finish !== 'REJECTED'
  if (!decision && finish === null) return null
  return {
    granted: isGranted,
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
