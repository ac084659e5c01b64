import type { ApplicantFieldsFragment, Tongban } from '@tongban/sdk'
import type { ErrandPlan } from '../plan.ts'
import type { Trace } from '../trace.ts'

/** Identifies the customer; from here on only the handle is used. */
export async function identify(
  bank: Tongban,
  customer: Parameters<Tongban['applicants']['identify']>[0],
  trace: Trace,
) {
  trace.step('核验申请人身份')
  const applicant = await bank.applicants.identify(customer)
  trace.line(`${applicant.name}  ${applicant.documentNumber}(当面核验)`)
  return applicant
}

type Checked = Awaited<ReturnType<typeof checkMaterials>>

/** Hears everything that is needed, at once. */
export async function checkMaterials(
  bank: Tongban,
  errand: {
    item: { code: string }
    answers: Readonly<Record<string, string>>
    applicant: ApplicantFieldsFragment
    consent?: { id: string }
  },
  trace: Trace,
) {
  trace.step(errand.consent ? '授权后再次核对材料' : '材料核对(一次性告知)')
  const check = await bank.items.checkMaterials(errand)
  if (check.incompleteReason) trace.line(check.incompleteReason)
  // 未载明不等于“无”
  if (!check.materialsKnown) return check
  trace.line('无需提交:')
  trace.list(check.fetched.map(({ material }) => material.name))
  trace.line('可由电子证照替代:')
  trace.list(check.satisfiable.map(satisfiableText))
  trace.line('需由申请人提供:')
  trace.list(
    check.missing.map(
      ({ material, howToGet, deferrable }) => `${material.name}${deferrable ? '(可容缺后补)' : ''}:${howToGet}`,
    ),
  )
  return check
}

function satisfiableText({ material, certificateType, held, needsConsent }: Checked['satisfiable'][number]): string {
  const state = needsConsent ? '需申请人授权' : held ? '已取得' : '未持有'
  return `${material.name} ← ${certificateType.name ?? certificateType.code}(${state})`
}

/** Asks the customer, who answers on their own phone. */
export async function askConsent(
  bank: Tongban,
  phone: Tongban,
  { satisfiable }: Checked,
  plan: ErrandPlan,
  trace: Trace,
) {
  if (satisfiable.length === 0) return undefined
  trace.step('请求授权')
  const consent = await bank.consents.request({ certificates: satisfiable, purpose: plan.purpose, uses: 1 })
  trace.line(`柜面屏幕显示核对码 ${consent.matchCode},用途“${consent.purpose}”,可用 ${consent.uses} 次`)
  await phone.consents.decide({ id: consent.id, matchCode: consent.matchCode, granted: true })
  const granted = await consent.granted({ intervalMs: 200 })
  trace.line('申请人已在手机上同意')
  return granted
}
