import type { TreeRecord } from '../shared/tree.ts'
import type { CaseRecord, HistoryNode } from './case.ts'
import { nodeNames, stateNames } from './codes.ts'

const supplementRow = ({ supplement, state }: CaseRecord): TreeRecord =>
  supplement && state === '06'
    ? {
        supplement: {
          askedtime: supplement.askedAt,
          duedate: supplement.dueOn,
          part: supplement.parts.map((part) => ({ ...part })),
        },
      }
    : {}

const suspensionRow = ({ suspension }: CaseRecord): TreeRecord =>
  suspension
    ? { suspension: { begintime: suspension.beganAt, endtime: suspension.endedAt, reason: suspension.reason } }
    : {}

const resultRow = ({ result }: CaseRecord): TreeRecord =>
  result
    ? {
        result: {
          resulttype: result.type,
          resultname: result.name,
          resultno: result.number,
          resultdate: result.date,
          certtypecode: result.certificateType,
          certidentifier: result.certificateIdentifier,
        },
      }
    : {}

/** A case as the find operations tell it. */
export const caseRow = (kase: CaseRecord): TreeRecord => ({
  projid: kase.number,
  ywlsh: kase.submission.reference,
  dataver: String(kase.dataver),
  taskhandleitem: kase.item.handleCode,
  taskversion: kase.submission.version || String(kase.item.version),
  taskname: kase.item.template.name,
  deptcode: kase.item.agency.code,
  deptname: kase.item.agency.name,
  applyname: kase.submission.applicant.name,
  state: kase.state,
  statename: stateNames[kase.state],
  receivetime: kase.receivedAt,
  accepttime: kase.acceptedAt,
  promisedate: kase.promisedOn.replaceAll('-', ''),
  finishtime: kase.finishedAt,
  noderesult: kase.noderesult,
  doneresult: kase.doneresult,
  doneresultver: '2',
  doneexplain: kase.explain,
  ...supplementRow(kase),
  ...suspensionRow(kase),
  ...resultRow(kase),
})

const nodeType = ({ code, state }: HistoryNode): '1' | '2' | '3' => {
  if (code === 'SJ') return '1'
  return state === '07' || state === '10' || state === '13' ? '3' : '2'
}

/** One step of the history. */
export const nodeRow = (node: HistoryNode): TreeRecord => ({
  serial: String(node.serial),
  dataver: String(node.dataver),
  nodecode: node.code,
  nodename: nodeNames[node.code],
  nodetype: nodeType(node),
  nodestate: '2',
  noderesult: node.result,
  specialtype: node.special,
  state: node.state,
  handler: '经办人甲',
  begintime: node.at,
  endtime: node.endedAt,
  explain: node.explain,
})
