import type { Tongban } from '@tongban/sdk'
import type { Trace } from '../trace.ts'

const stateText: Readonly<Record<string, string>> = {
  SUBMITTED: '待送达业务属地',
  DELIVERING: '正在送达',
  TAKEN: '业务属地已接收',
  REFUSED: '业务属地拒收',
  EXPIRED: '送达失败',
  RECEIVED: '收件',
  SUPPLEMENT: '补正',
  ACCEPTED: '受理',
  NOT_ACCEPTED: '不予受理',
  IN_REVIEW: '审查',
  SUSPENDED: '特别程序',
  APPROVED: '准予',
  REJECTED: '不予许可',
  CERT_ISSUED: '出证',
  DELIVERED: '送达',
  CLOSED: '办结',
  RETURNED: '退件',
}

const timeOf = (at: string): string => at.slice(11, 19)

/** Follows the case until its owner has closed it, printing each report once. */
export async function followUntilClosed(bank: Tongban, submission: { readonly id: string }, trace: Trace) {
  trace.step('跟踪办理进度')
  const printed = new Set<string>()
  const once = (text: string) => {
    if (!printed.has(text)) trace.line(text)
    printed.add(text)
  }
  let last: Awaited<ReturnType<Tongban['submissions']['get']>> | undefined
  for await (const current of bank.submissions.follow(submission, { intervalMs: 500 })) {
    last = current
    for (const { at, action } of current.custody) if (action === 'TAKEN') once(`${timeOf(at)}  ${stateText.TAKEN}`)
    if (current.case) once(`办件编号 ${current.case.number},到期日 ${current.case.clock?.dueOn ?? '受理后计算'}`)
    for (const { at, state, note } of current.case?.history ?? [])
      once(`${timeOf(at)}  ${stateText[state] ?? state}${note ? `:${note}` : ''}`)
  }
  if (last?.stateReason) trace.line(last.stateReason)
  return last?.case ?? null
}

/** A case as the counter follows it. */
export type FollowedCase = Awaited<ReturnType<typeof followUntilClosed>>
