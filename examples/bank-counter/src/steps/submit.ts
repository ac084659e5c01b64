import { createHash, randomUUID } from 'node:crypto'
import type { ApplicantFieldsFragment, Tongban } from '@tongban/sdk'
import type { ErrandPlan } from '../plan.ts'
import type { Trace } from '../trace.ts'
import type { checkMaterials } from './check.ts'

type Checked = Awaited<ReturnType<typeof checkMaterials>>
type SubmitInput = Parameters<Tongban['submissions']['submit']>[0]
type MaterialInput = SubmitInput['materials'][number]

/** The scan the clerk makes at the counter: the bank keeps the file, the gateway gets name, size and digest. */
function scanned(key: string, name: string): MaterialInput {
  const content = Buffer.from(`扫描件:${name}`, 'utf8')
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { key, document: { name: `${name}.pdf`, mediaType: 'application/pdf', sha256, bytes: content.byteLength } }
}

/** Certificates first; everything else is scanned at the counter. */
function materialsOf(check: Checked): MaterialInput[] {
  const held = new Map(
    check.satisfiable.flatMap(({ material, certificate }) =>
      certificate ? [[material.key, certificate] as const] : [],
    ),
  )
  const certificates = [...held].map(([key, certificate]) => ({ key, certificate }))
  const others = [...check.missing, ...check.satisfiable]
    .map(({ material }) => material)
    .filter(({ key }) => !held.has(key))
  const unique = new Map(others.map((material) => [material.key, material]))
  return [...certificates, ...[...unique.values()].map(({ key, name }) => scanned(key, name))]
}

/** Hands the errand in, once, whatever the network does. */
export async function submit(
  bank: Tongban,
  errand: {
    readonly item: { code: string }
    readonly answers: Readonly<Record<string, string>>
    readonly applicant: ApplicantFieldsFragment
    readonly consent: { readonly id: string } | undefined
    readonly check: Checked
    readonly plan: ErrandPlan
  },
  trace: Trace,
) {
  trace.step('提交申请')
  const { item, answers, applicant, consent, check, plan } = errand
  const input: SubmitInput = {
    item,
    answers,
    applicant,
    form: plan.form,
    materials: materialsOf(check),
    ...(consent ? { consent } : {}),
  }
  const submission = await bank.submissions.submit(input, { idempotencyKey: `loan-${randomUUID()}` })
  trace.line(`收件回执 ${submission.receiptNumber},已持久保存;材料 ${submission.materials.length} 份`)
  return submission
}
