import type { Seal } from '../../store/seal.ts'
import type { OutgoingSubmission } from '../cases/port.ts'
import { openContent } from './content.ts'
import type { Held } from './delivery-store.ts'
import type { Answers, HandedMaterial } from './record.ts'

/** What the owner receives. Personal data: never log it. */
export function outgoing(seal: Seal, held: Held): OutgoingSubmission {
  const { applicant, answers, form, materials, collectedBy } = openContent(seal, held)
  const { item } = held
  return {
    reference: held.id,
    itemCode: item.code,
    itemName: item.name,
    itemVersion: item.version,
    divisionCode: item.divisionCode,
    agencyCode: item.agencyCode,
    mode: held.mode,
    submittedAt: held.submitted_at.toISOString(),
    applicant: {
      kind: applicant.kind,
      documentType: applicant.documentType,
      documentNumber: applicant.documentNumber,
      name: applicant.name,
    },
    answers: flat(answers),
    form,
    materials: materials.map(outgoingMaterial),
    collectedBy: { client: held.client_title, ...collectedBy },
  }
}

/** Owners take one text for a question; several choices are joined by `^`, as the national item base does. */
const flat = (answers: Answers): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key, typeof value === 'string' ? value : value.join('^')]),
  )

const outgoingMaterial = ({ key, name, satisfaction, certificate, document }: HandedMaterial) => ({
  key,
  name,
  satisfaction,
  certificateIdentifier: certificate,
  digest: document?.sha256 ?? null,
})
