import { z } from 'zod'
import { caseStates } from '../../city/cases.ts'

const text = z.string().min(1)

/** What the source file reads of the upstream's answers, as that of any other system would. */
export const itemRow = z.object({
  code: text,
  name: text,
  type: z.enum(['ADMINISTRATIVE_LICENSE', 'PUBLIC_SERVICE']),
  version: text,
  divisionCode: text,
  agencyCode: text,
  visits: z.int(),
  conditions: z.array(text),
  process: z.array(text),
  materials: z.array(
    z.object({
      key: text,
      name: text,
      necessity: z.enum(['REQUIRED', 'OPTIONAL']),
      form: z.enum(['ORIGINAL', 'ELECTRONIC_FILE']),
      source: z.enum(['APPLICANT', 'GOVERNMENT']),
      copies: z.int(),
      standard: text,
      basis: text,
    }),
  ),
})

export const agencyRow = z.object({
  code: text,
  name: text,
  divisionCode: text,
  address: text,
  telephone: text,
})

export const caseRow = z.object({
  number: text,
  reference: text,
  acceptedOn: z.iso.date(),
  reports: z.array(z.object({ at: text, state: z.enum(caseStates), by: text, note: text })),
})

const certificateRow = z.object({
  identifier: text,
  typeCode: text,
  name: text,
  holderName: text,
  holderNumber: text,
  issuerName: text,
  issuedOn: z.iso.date(),
  validTo: z.iso.date(),
  openEnded: z.boolean(),
  status: z.literal('VALID'),
})

/** The upstream answers one list per holder. */
export const certificateRows = z.array(z.array(certificateRow)).transform((lists) =>
  lists.flat().map((row) => ({
    ...row,
    holderKind: 'PERSON' as const,
    holders: [{ documentType: 'RESIDENT_ID' as const, documentNumber: row.holderNumber }],
  })),
)
