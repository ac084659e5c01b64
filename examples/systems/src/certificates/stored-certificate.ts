import { z } from 'zod'
import { holderTypes } from '../city/applicants.ts'
import { certificateTypeByCode } from '../city/certificate-types.ts'
import { keyOf } from '../shared/stored.ts'
import { type Certificate, statusNames } from './certificate.ts'

const certificateType = z.string().transform((code, context) => {
  const type = certificateTypeByCode(code)
  if (type) return type
  context.addIssue('unknown certificate type')
  return z.NEVER
})

const holder = z.object({ name: z.string(), code: z.string(), type: z.literal(holderTypes) })

/** A certificate as it is kept: the type by its code. Reading it gives the certificate. */
export const storedCertificate = z.object({
  type: certificateType,
  identifier: z.string().min(1),
  number: z.string(),
  holders: z.tuple([holder], holder).readonly(),
  issuer: z.object({ name: z.string(), code: z.string(), division: z.string() }),
  issuedOn: z.string(),
  validTo: z.string().optional(),
  status: keyOf(statusNames),
  details: z.array(z.object({ name: z.string(), columnName: z.string(), value: z.string() })).readonly(),
})
export type StoredCertificate = z.output<typeof storedCertificate>

export const packCertificate = ({ type, ...rest }: Certificate): z.input<typeof storedCertificate> => ({
  ...rest,
  type: type.code,
})

export const unpackCertificate = (stored: StoredCertificate): Certificate => ({ validTo: undefined, ...stored })
