import type { Tongban } from '@tongban/sdk'
import type { ErrandPlan } from '../plan.ts'
import type { Trace } from '../trace.ts'
import type { FollowedCase } from './follow.ts'

const verdictText = {
  GENUINE: '真实有效',
  NOT_IN_FORCE: '真实但已失效',
  MISMATCH: '信息不一致',
  NOT_FOUND: '未找到',
  UNKNOWN: '未载明是否有效',
} as const

/** Reads the certificate the case ended with and asks its platform whether it holds. */
export async function readResult(bank: Tongban, followed: FollowedCase, plan: ErrandPlan, trace: Trace): Promise<void> {
  trace.step('读取并核验结果证照')
  const identifier = followed?.result?.certificateIdentifier
  if (!followed || !identifier) return trace.line(followed?.result?.granted ? '该事项不产生电子证照' : '没有准予的结果')
  const { result } = await bank.cases.result({ id: followed.id })
  const certificate = result?.certificate
  if (certificate) {
    trace.line(`${certificate.name}  ${certificate.issuer.name}  ${certificate.issuedOn ?? ''}`)
    trace.list(certificate.face.map(({ name, value }) => `${name}:${value ?? ''}`))
  }
  const verification = await bank.certificates.verify({ identifier, purpose: plan.purpose })
  trace.line(
    `核验结论:${verification ? verdictText[verification.status] : '未取得'}(${verification?.signedBy ?? '证照平台'})`,
  )
}

/** Lists the newest trading notices that fit. */
export async function listNotices(bank: Tongban, { noticeText, division }: ErrandPlan, trace: Trace): Promise<void> {
  trace.step(`相关公共资源交易公告:“${noticeText}”`)
  const inDivision = await bank.notices.search({ text: noticeText, divisions: [division], first: 5 })
  const page = inDivision.items.length > 0 ? inDivision : await bank.notices.search({ text: noticeText, first: 5 })
  trace.list(page.items.map(({ publishedAt, title }) => `${publishedAt.slice(0, 10)}  ${title}`))
}
