import { parseCertificateTypeCode } from './certificate-type-code.ts'
import { type Check, invalid, type Reason, reason, usable, within } from './check.ts'
import { lettersOffByOneMod37Comma36, mod37Comma36, offByOneMod37Comma36 } from './check-digits.ts'
import { parseCreditCode } from './credit-code.ts'
import { parseOrganisationCode } from './organisation-code.ts'

/** Object identifier under which GB/T 36904 numbers electronic certificates. */
export const certificateRoot = '1.2.156.3005.2'

/** How the issuer of a certificate is given. All of these occur in published identifiers. */
export type IssuerForm = 'CREDIT_CODE' | 'DIVISION' | 'DIVISION_AND_ORGANISATION' | 'UNKNOWN'

/** A certificate identifier (证照标识) taken apart. */
export interface CertificateIdentifier {
  /** Certificate type code, 21 characters. */
  readonly typeCode: string
  readonly issuer: string
  readonly issuerForm: IssuerForm
  /** Free length, digits and letters. */
  readonly serial: string
  /** Three digits from `001`, one more on every change, renewal or re-issue. */
  readonly version: string
  readonly checkCharacter: string
}

const parts = /^1\.2\.156\.3005\.2\.([^.]+)\.([^.]+)\.([^.]+)\.(\d{3})\.([0-9A-Z])$/

/**
 * Reads a certificate identifier (GB/T 36904): root, type code, issuer, serial, version and an ISO 7064 MOD 37,36 check
 * character over those four without dots. A wrong check character is a warning, because live systems issue them; the
 * fault of one vendor's class is recognised and named.
 */
export function parseCertificateIdentifier(input: string): Check<CertificateIdentifier> {
  const given = input.trim()
  const text = given.toUpperCase()
  const [, typeCode = '', issuer = '', serial = '', version = '', checkCharacter = ''] = parts.exec(text) ?? []
  if (typeCode === '') return invalid(reason('SHAPE', 'identifier'))
  const value = { typeCode, issuer, issuerForm: issuerFormOf(issuer), serial, version, checkCharacter }
  return usable(value, [
    ...(given === text ? [] : [reason('LOWER_CASE', 'identifier')]),
    ...within('typeCode', parseCertificateTypeCode(typeCode).reasons),
    ...(value.issuerForm === 'UNKNOWN' ? [reason('ISSUER_FORM_UNKNOWN', 'issuer')] : []),
    ...checkRemarks(value),
  ])
}

/** The canonical form with root and dots, which also names the OFD file. */
export const formatCertificateIdentifier = (id: CertificateIdentifier): string =>
  [certificateRoot, id.typeCode, id.issuer, id.serial, id.version, id.checkCharacter].join('.')

/** The check character that belongs to type code, issuer, serial and version. */
export const certificateCheckCharacter = (
  id: Pick<CertificateIdentifier, 'typeCode' | 'issuer' | 'serial' | 'version'>,
): string => mod37Comma36(body(id))

const body = (id: Pick<CertificateIdentifier, 'typeCode' | 'issuer' | 'serial' | 'version'>): string =>
  id.typeCode + id.issuer + id.serial + id.version

function issuerFormOf(issuer: string): IssuerForm {
  if (parseCreditCode(issuer).status !== 'invalid') return 'CREDIT_CODE'
  if (/^\d{6}$/.test(issuer)) return 'DIVISION'
  const organisation = parseOrganisationCode(issuer.slice(6))
  return /^\d{6}/.test(issuer) && organisation.status !== 'invalid' ? 'DIVISION_AND_ORGANISATION' : 'UNKNOWN'
}

function checkRemarks(id: CertificateIdentifier): Reason[] {
  const text = body(id)
  if (!/^[0-9A-Z]+$/.test(text)) return [reason('CHECK_CHARACTER_NOT_COMPUTABLE', 'checkCharacter')]
  const expected = mod37Comma36(text)
  if (id.checkCharacter === expected) return []
  const mismatch = reason('CHECK_CHARACTER', 'checkCharacter', expected)
  const knownFault = [offByOneMod37Comma36(text), lettersOffByOneMod37Comma36(text)].includes(id.checkCharacter)
  return knownFault ? [mismatch, reason('CHECK_CHARACTER_OFF_BY_ONE', 'checkCharacter', expected)] : [mismatch]
}
