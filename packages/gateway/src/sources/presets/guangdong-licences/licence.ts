import { parseCertificateIdentifier } from '@tongban/schema'
import { z } from 'zod'
import type { CertificateInput } from '../../../domains/certificates/port.ts'
import { readJson } from '../../protocols/json.ts'
import { isRecord } from '../../protocols/path.ts'
import { field } from '../../reading/fields.ts'
import { isNothing } from '../../reading/nothing.ts'
import { holderDocuments, licenceStatuses, organisationCodes } from './codes.ts'

const list = field.codes(/[,，^]/)

/** Fields of a licence (`license/get_license`). */
export const licenceRow = z.object({
  license_code: field.required,
  license_item_code: field.text,
  name: field.text,
  id_code: field.text,
  holder_name: field.text,
  holder_identity_type: list,
  holder_identity_num: list,
  issue_org_name: field.text,
  issue_org_code: field.text,
  issue_date: field.day,
  begin_date: field.day,
  // Only a field that is there and empty says that there is no end.
  expiry_date: z.union([z.undefined(), field.ending]),
  license_status: field.text,
  trust_level: field.text,
  s_sign_cert: field.text,
  data_fields: z.unknown().optional(),
})
export type LicenceRow = z.output<typeof licenceRow>

/** Certificate type codes of 21 characters by the service's own catalogue codes. */
export type LicenceTypes = Readonly<Record<string, string>>

/** JSON in a text inside of JSON, by some services with single quotes; null when it is neither. */
function innerFields(value: unknown): Readonly<Record<string, unknown>> | null {
  if (isNothing(value)) return {}
  if (typeof value !== 'string') return isRecord(value) ? value : null
  const read = readJson(value) ?? readJson(value.replaceAll("'", '"'))
  return isRecord(read) ? read : null
}

const trustLevels = /^[A-D]$/

function faceOf({ data_fields, trust_level }: LicenceRow): NonNullable<CertificateInput['face']> {
  const fields = Object.entries(innerFields(data_fields) ?? {}).flatMap(([name, value]) => {
    const text = field.text.safeParse(value)
    return text.success ? [{ name, value: text.data }] : []
  })
  return [...fields, ...(trust_level === null ? [] : [{ name: '可信等级', value: trust_level }])]
}

/** Licences of this service have codes of their own; identifiers in the national form are checked, and kept whatever comes out. */
const warningsOf = ({ license_code, trust_level, data_fields, name }: LicenceRow): string[] => [
  ...(license_code.startsWith('1.2.156.')
    ? parseCertificateIdentifier(license_code).reasons.map(({ code, part }) => `${part}: ${code}`)
    : []),
  ...(trust_level === null || trustLevels.test(trust_level) ? [] : ['trust_level: UNKNOWN']),
  ...(innerFields(data_fields) === null ? ['data_fields: UNREADABLE'] : []),
  ...(name === null ? ['name: NOT_TOLD'] : []),
]

/** States are words, in whatever case. */
const statusOf = ({ license_status }: LicenceRow) => ({
  status: licenceStatuses.name(license_status?.toUpperCase() ?? null) ?? ('UNKNOWN' as const),
  rawStatus: licenceStatuses.raw(license_status),
})

/** The service numbers its catalogue itself (目录编码); the code of 21 characters is stated, or in the identifier, or mapped. */
const typeOf = ({ license_item_code, license_code }: LicenceRow, types: LicenceTypes): string | undefined => {
  const mapped = license_item_code === null ? undefined : types[license_item_code]
  const told = [mapped, license_item_code, parseCertificateIdentifier(license_code).value?.typeCode]
  return told.find((code) => code?.length === 21) ?? undefined
}

/** A licence as the gateway keeps it; null when it is of no type that has a code. */
export function licenceOf(row: LicenceRow, types: LicenceTypes = {}): CertificateInput | null {
  const typeCode = typeOf(row, types)
  if (typeCode === undefined) return null
  const { holder_identity_type: kinds, holder_identity_num: numbers, expiry_date: end } = row
  return {
    identifier: row.license_code,
    typeCode,
    name: row.name ?? typeCode,
    number: row.id_code,
    holderKind: organisationCodes.has(kinds[0] ?? '') ? 'ORGANISATION' : 'PERSON',
    holderName: row.holder_name ?? '',
    holderNumber: numbers.join('、'),
    holders: numbers.map((documentNumber, index) => ({
      documentType: holderDocuments.name(kinds[index] ?? kinds[0] ?? null) ?? 'OTHER',
      documentNumber,
    })),
    issuerName: row.issue_org_name ?? '',
    issuerCode: row.issue_org_code,
    issuedOn: row.issue_date,
    validFrom: row.begin_date,
    validTo: end && 'day' in end ? end.day : null,
    openEnded: end === null || (end !== undefined && 'openEnded' in end),
    ...statusOf(row),
    face: faceOf(row),
    warnings: warningsOf(row),
  }
}
