import { type Check, invalid, reason, usable, within } from './check.ts'
import { type CreditCode, parseCreditCode } from './credit-code.ts'

/** A certificate type code (证照类型代码): who defines the certificate, and a serial. */
export interface CertificateTypeCode {
  /** 21 characters. */
  readonly code: string
  /** The authority that defines (not: issues) the certificate. */
  readonly definedBy: CreditCode
  /** Three digits. */
  readonly serial: string
}

/** Reads a certificate type code: the 18-character credit code of the defining authority and a 3-digit serial. */
export function parseCertificateTypeCode(input: string): Check<CertificateTypeCode> {
  const given = input.trim()
  const code = given.toUpperCase()
  if (code.length !== 21) return invalid(reason('LENGTH', 'code'))
  const serial = code.slice(18)
  if (!/^\d{3}$/.test(serial)) return invalid(reason('CHARACTERS', 'serial'))
  const authority = parseCreditCode(code.slice(0, 18))
  if (authority.status === 'invalid')
    return invalid(reason('CREDIT_CODE', 'definedBy'), ...within('definedBy', authority.reasons))
  const lowerCase = given === code ? [] : [reason('LOWER_CASE', 'code')]
  return usable({ code, definedBy: authority.value, serial }, [...lowerCase, ...within('definedBy', authority.reasons)])
}

/** The canonical form: 21 characters, upper case. */
export const formatCertificateTypeCode = ({ code }: CertificateTypeCode): string => code
