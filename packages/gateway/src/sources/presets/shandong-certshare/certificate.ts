import { parseCertificateIdentifier } from '@tongban/schema'
import type { CertificateInput } from '../../../domains/certificates/port.ts'
import { sourceFailure } from '../../failures.ts'
import { field } from '../../reading/fields.ts'
import { parseInner } from '../parse.ts'
import type { WrittenCertificate } from './cert-data.ts'
import { documentOf, isOrganisation, statusesOf, typeName } from './codes.ts'
import { type CertificateColumns, certificateColumns, knownColumn } from './columns.ts'

/** What is known of a certificate besides what it says. */
export interface CertificateContext {
  /** Type that was asked for, when the answer does not name one. */
  readonly askedType?: string
  /** Whether the platform is known to hand out certificates in force only. */
  readonly onlyInForce: boolean
}

/** A certificate, with what a verification needs of it. */
export interface ReadCertificate {
  readonly certificate: CertificateInput
  readonly signedBy: string | null
}

/** Also of identifiers that are wrong elsewhere. */
const typeIn = /^1\.2\.156\.3005\.2\.([0-9A-Z]{21})\./

const typeCodeOf = ({ zzlxdm, zzbs }: CertificateColumns, { askedType }: CertificateContext): string => {
  const code = zzlxdm ?? typeIn.exec(zzbs)?.[1] ?? askedType
  if (code?.length === 21) return code
  throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'ZZLXDM: expected a type code of 21 characters' })
}

const statusOf = ({ zzzt }: CertificateColumns, typeCode: string, { onlyInForce }: CertificateContext) => {
  const statuses = statusesOf(typeCode)
  const unstated = onlyInForce && zzzt === null ? ('VALID' as const) : ('UNKNOWN' as const)
  return { status: statuses.name(zzzt) ?? unstated, rawStatus: statuses.raw(zzzt) }
}

/** Names are joined by `^`, or by commas when there are as many as holders: a name of its own may have a comma. */
function namesOf({ czzt, czztdm }: CertificateColumns): readonly string[] {
  if (czzt === null) return []
  const parts = czzt.split(czzt.includes('^') ? '^' : /[,，]/).map((name) => name.trim())
  return czzt.includes('^') || parts.length === czztdm.length ? parts.filter(Boolean) : [czzt]
}

/** Holders with one type for all, or each with its own. */
const holdersOf = ({ czztdm, czztdmlxdm }: CertificateColumns) =>
  czztdm.map((documentNumber, index) => ({
    documentType: documentOf(czztdmlxdm[index] ?? czztdmlxdm[0] ?? null),
    documentNumber,
  }))

/** An empty end is none (长期); of a missing column nothing is known. */
const endOf = ({ zzyxqjzrq }: CertificateColumns) => ({
  validTo: zzyxqjzrq && 'day' in zzyxqjzrq ? zzyxqjzrq.day : null,
  openEnded: zzyxqjzrq === null || (zzyxqjzrq !== undefined && 'openEnded' in zzyxqjzrq),
})

/** What is particular to the type, by column, when no groups say what is on the face. */
const faceOf = ({ face, columns }: WrittenCertificate): CertificateInput['face'] =>
  face
    ? [...face]
    : Object.entries(columns).flatMap(([name, value]) => {
        const text = knownColumn(name) === undefined ? field.text.safeParse(value) : { success: false as const }
        return text.success ? [{ name, value: text.data }] : []
      })

/** Live platforms issue identifiers with wrong check characters: a remark, never a refusal. */
const warningsOf = ({ zzbs, zzmc }: CertificateColumns): string[] => [
  ...parseCertificateIdentifier(zzbs).reasons.map(({ code, part }) => `${part}: ${code}`),
  ...(zzmc === null ? ['name: NOT_TOLD'] : []),
]

/** Whether the answer names a certificate and says nothing else of it. */
export const isBareIdentifier = ({ columns }: WrittenCertificate): boolean =>
  Object.keys(columns).every((name) => knownColumn(name) === 'zzbs')

/** The identifier of a certificate. @throws TongbanError `TB_SOURCE_SHAPE` */
export const identifierIn = ({ columns }: WrittenCertificate): string => parseInner(certificateColumns, columns).zzbs

/** Reads a certificate. @throws TongbanError `TB_SOURCE_SHAPE` with the column that cannot be read */
export function readCertificate(written: WrittenCertificate, context: CertificateContext): ReadCertificate {
  const columns = parseInner(certificateColumns, written.columns)
  const typeCode = typeCodeOf(columns, context)
  const { zzbs, zzmc, zzbh, czztdm, czztdmlxdm, zzbfjg, zzbfjgdm, zzbfrq, zzyxqqsrq, zzqzmc } = columns
  const certificate: CertificateInput = {
    identifier: zzbs,
    typeCode,
    name: zzmc ?? typeName(typeCode),
    number: zzbh,
    holderKind: isOrganisation(czztdmlxdm[0] ?? null) ? 'ORGANISATION' : 'PERSON',
    holderName: namesOf(columns).join('、'),
    holderNumber: czztdm.join('、'),
    holders: holdersOf(columns),
    issuerName: zzbfjg ?? '',
    issuerCode: zzbfjgdm,
    issuedOn: zzbfrq,
    validFrom: zzyxqqsrq,
    ...endOf(columns),
    ...statusOf(columns, typeCode, context),
    face: faceOf(written),
    warnings: warningsOf(columns),
  }
  return { certificate, signedBy: zzqzmc }
}
