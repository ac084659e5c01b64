import {
  type Call,
  compactTime,
  defineSource,
  distinctBy,
  field,
  inBatches,
  type SoapRequest,
  soap,
  sourceFailure,
} from '@tongban/gateway'
import { z } from 'zod'
import { type CaseRow, caseOf, caseRow, nodeRow } from './approvals/cases.ts'
import { states } from './approvals/codes.ts'
import { submissionBody } from './approvals/submission.ts'

/** Where the approval system is, and who we are there. */
export interface ApprovalsOptions {
  readonly url: string
  readonly appid: string
  readonly token: string
}

const envelope = {
  success: { path: 'returncode', in: ['1000'] },
  payload: 'body',
  message: 'returnmsg',
  none: ['3004'],
  auth: ['2001', '2002'],
  unwell: ['9999'],
} as const

/** Answers to a submission that settle it: taken, no such item, taken before. The whole document is read, not its body. */
const settling = { ...envelope, success: { path: 'returncode', in: ['1000', '3002', '3003'] }, payload: '' }

const submitReply = z.object({
  returncode: field.required,
  returnmsg: field.text,
  body: field.object(z.object({ projid: field.text, receivetime: field.instant })),
})
type SubmitReply = z.output<typeof submitReply>
const findReply = field.object(z.object({ case: caseRow }))
const casesReply = z.object({ cases: field.object(z.object({ case: field.list(caseRow) })) })
const historyReply = field.object(z.object({ history: field.object(z.object({ node: field.list(nodeRow) })) }))

type ApprovalsCall = Call<SoapRequest>

const historyOf = async (number: string, call: ApprovalsCall) => {
  const body = { projid: number }
  const reply = await call({ operation: 'cases.history', safe: true, action: 'history', body, reply: historyReply })
  return reply?.history?.node ?? []
}

const withHistory = async (row: CaseRow, call: ApprovalsCall) => caseOf(row, await historyOf(row.projid, call))

const find = async (reference: string, call: ApprovalsCall) => {
  const body = { ywlsh: reference }
  const action = 'findByReference'
  const found = await call({ operation: 'cases.findByReference', safe: true, action, body, reply: findReply })
  return found && withHistory(found.case, call)
}

/** The receipt as the first report of the case. */
const takenBy = ({ body }: SubmitReply, reference: string) => {
  if (!body?.projid || !body.receivetime)
    throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'cases.submit.body: no number or no time' })
  const reports = [{ at: body.receivetime, state: 'RECEIVED' as const, raw: states.raw('02') }]
  return { number: body.projid, reference, reports }
}

/**
 * 绍兴市行政审批系统: SOAP 1.1, GB18030 both ways, an XML document inside a string.
 *
 * A submission whose answer never came is an error like any other and never "refused": whoever delivers asks
 * `findByReference` before sending it again.
 */
export const approvals = ({ url, appid, token }: ApprovalsOptions) =>
  defineSource({
    id: 'sx-approvals',
    title: '绍兴市行政审批系统',
    covers: { divisions: ['3306', '5116'] },
    // It writes a case down before it answers, so that nothing it was sent arrives late.
    limits: { settleMs: 1_000 },
    protocol: soap({
      endpoint: `${url}/services/ApprovalService`,
      namespace: 'http://ws.approval.sx.example/',
      charset: 'gb18030',
      document: { head: ({ now }) => ({ appid, token, timestamp: compactTime(now()) }) },
      envelope,
    }),
    cases: {
      async submit(submission, call) {
        const answer = await call({
          operation: 'cases.submit',
          action: 'submit',
          body: submissionBody(submission),
          envelope: settling,
          reply: submitReply,
        })
        if (answer.returncode === '3002')
          return { outcome: 'refused', reason: answer.returnmsg ?? '事项不存在或已取消' }
        // 3003: an earlier attempt got through after all.
        const taken = answer.returncode === '3003' ? await find(submission.reference, call) : null
        return { outcome: 'taken', case: taken ?? takenBy(answer, submission.reference) }
      },

      findByReference: find,

      async byNumbers(numbers, call) {
        const rows = await inBatches(numbers, { size: 50 }, async (some) => {
          const body = { projids: { projid: some } }
          const action = 'findByNumbers'
          const reply = await call({ operation: 'cases.byNumbers', safe: true, action, body, reply: casesReply })
          return reply.cases?.case ?? []
        })
        const latest = distinctBy(rows, ({ projid }) => projid)
        return inBatches(latest, { size: 1, concurrency: 8 }, ([row]) =>
          Promise.all(row ? [withHistory(row, call)] : []),
        )
      },
    },
  })
