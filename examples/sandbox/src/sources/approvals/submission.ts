import type { OutgoingSubmission } from '@tongban/gateway'
import { applyType, documentTypes, materialWays } from './codes.ts'

/** The content of `submit`, as the interface document lays it out. Holds personal data. */
export const submissionBody = (submission: OutgoingSubmission) => ({
  ywlsh: submission.reference,
  taskhandleitem: submission.itemCode,
  taskname: submission.itemName,
  taskversion: submission.itemVersion,
  applytype: applyType(submission.mode),
  applicant: {
    type: submission.applicant.kind === 'PERSON' ? '1' : '2',
    name: submission.applicant.name,
    idtype: documentTypes[submission.applicant.documentType] ?? '',
    idcode: submission.applicant.documentNumber,
    mobile: '',
  },
  receiver: {
    orgcode: submission.collectedBy.client,
    orgname: submission.collectedBy.branch,
    operator: submission.collectedBy.operator,
  },
  situation: { answer: Object.entries(submission.answers).map(([question, value]) => ({ question, value })) },
  form: { field: Object.entries(submission.form).map(([name, value]) => ({ name, value: String(value) })) },
  materials: {
    material: submission.materials.flatMap((material) => {
      const gettype = materialWays[material.satisfaction]
      if (gettype === undefined) return []
      const { key, name, certificateIdentifier, digest } = material
      return [{ code: key, name, gettype, certidentifier: certificateIdentifier, filename: '', filedigest: digest }]
    }),
  },
})
