import { field, type Sm2KeyPair, sm2Decrypt, sourceFailure } from '@tongban/gateway'
import { parseCertificateIdentifier } from '@tongban/schema'
import { z } from 'zod'
import { documentTypeOf, isOrganisation, statuses, verifyResults } from './codes.ts'

const text = field.text

export const certificateRow = z.object({
  certName: field.required,
  certTypeCode: field.required,
  certNumber: text,
  certificateIdentifier: field.required,
  issueOrg: field.required,
  issueOrgCode: text,
  issueDate: field.day,
  holderName: field.codes(),
  holderCode: field.codes(),
  holderTypeCode: text,
  validFrom: field.day,
  validTo: field.ending,
  certStatus: text,
  certData: z.unknown(),
})
type CertificateRow = z.output<typeof certificateRow>

const face = field.list(field.list(z.object({ name: field.required, value: text, orderNum: field.whole })))

/** The face data: groups of fields, or the same as JSON, encrypted for our key. */
function faceOf(certData: unknown, keys: Sm2KeyPair | undefined) {
  const read = face.safeParse(
    keys && typeof certData === 'string' && certData !== '' ? decrypt(certData, keys) : certData,
  )
  if (!read.success) throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'certData: expected groups of fields' })
  const groups = read.data.map((group) => group.toSorted((a, b) => (a.orderNum ?? 0) - (b.orderNum ?? 0)))
  return groups.flat().map(({ name, value }) => ({ name, value }))
}

function decrypt(certData: string, { privateKey }: Sm2KeyPair): unknown {
  try {
    return JSON.parse(sm2Decrypt(certData, privateKey))
  } catch {
    // Neither the plain text nor a parser's remark about it may leave this place.
    throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'certData: cannot be decrypted with our SM2 key' })
  }
}

/** Live platforms issue identifiers with wrong check characters: a remark, never a refusal. */
const warningsOf = (identifier: string) =>
  parseCertificateIdentifier(identifier).reasons.map(({ code, part }) => `${part}: ${code}`)

/** A certificate as the gateway keeps it. On this platform an empty end is no end. */
export const certificateOf = (row: CertificateRow, keys: Sm2KeyPair | undefined) => ({
  identifier: row.certificateIdentifier,
  typeCode: row.certTypeCode,
  name: row.certName,
  number: row.certNumber,
  holderKind: isOrganisation(row.holderTypeCode) ? ('ORGANISATION' as const) : ('PERSON' as const),
  holderName: row.holderName.join('、'),
  holderNumber: row.holderCode.join('、'),
  // The platform tells one type for all holders.
  holders: row.holderCode.map((documentNumber) => ({
    documentType: documentTypeOf(row.holderTypeCode),
    documentNumber,
  })),
  issuerName: row.issueOrg,
  issuerCode: row.issueOrgCode,
  issuedOn: row.issueDate,
  validFrom: row.validFrom,
  validTo: row.validTo && 'day' in row.validTo ? row.validTo.day : null,
  openEnded: row.validTo === null || 'openEnded' in row.validTo,
  status: statuses.name(row.certStatus) ?? ('UNKNOWN' as const),
  rawStatus: statuses.raw(row.certStatus),
  face: faceOf(row.certData, keys),
  warnings: warningsOf(row.certificateIdentifier),
})

export const verification = field.object(z.object({ verifyResult: text, certStatus: text, signer: text }))

/** A verdict rests on both the result and the state in the register; when the state is unknown there is none. */
const verdictOf = (result: 'PASSED' | 'FAILED', certificateStatus: string) => {
  if (certificateStatus === 'UNKNOWN') return 'UNKNOWN' as const
  if (certificateStatus !== 'VALID') return 'NOT_IN_FORCE' as const
  return result === 'PASSED' ? ('GENUINE' as const) : ('MISMATCH' as const)
}

/** What the register says; nothing at all means that it does not know the certificate. */
export const verificationOf = (identifier: string, said: z.output<typeof verification>) => {
  if (said === null)
    return { identifier, status: 'NOT_FOUND' as const, certificateStatus: 'UNKNOWN' as const, signedBy: null }
  const result = verifyResults.name(said.verifyResult)
  if (!result) throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'verifyResult: expected 0 or 1' })
  const certificateStatus = statuses.name(said.certStatus) ?? ('UNKNOWN' as const)
  return { identifier, status: verdictOf(result, certificateStatus), certificateStatus, signedBy: said.signer }
}
