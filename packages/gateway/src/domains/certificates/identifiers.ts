import { formatCertificateIdentifier, type Locale, parseCertificateIdentifier } from '@tongban/schema'
import type { Subject } from '../../sources/directory.ts'

/** The form in which identifiers are compared: platforms differ in case and blanks. */
export function canonical(identifier: string): string {
  const check = parseCertificateIdentifier(identifier)
  return check.status === 'invalid' ? identifier.trim() : formatCertificateIdentifier(check.value)
}

/** What the directory is asked for: the type inside the identifier, when one can be read. */
export function subjectOf(identifier: string): Subject {
  const check = parseCertificateIdentifier(identifier)
  return check.status === 'invalid' ? {} : { certificateType: check.value.typeCode }
}

/** What is odd about an identifier, in words. Live systems issue wrong check characters, so these are warnings only. */
export const identifierWarnings = (identifier: string, locale: Locale): readonly string[] =>
  parseCertificateIdentifier(identifier).reasons.map(({ message }) => (locale === 'en' ? message.en : message.zh))
