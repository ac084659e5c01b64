import { type Check, parseCreditCode, parseResidentId, type ResidentId } from '@tongban/schema'
import type { IdentityDocumentType } from '../generated/resolvers.ts'

/** A sentence in both languages. */
export interface Sentence {
  readonly zh: string
  readonly en: string
}

/** The number as it is compared and sent on, or what is wrong with it. */
type DocumentCheck = { readonly number: string } | { readonly fault: Sentence }

/** What holds for a kind of document. */
export interface DocumentRule {
  readonly kind: 'PERSON' | 'ORGANISATION'
  readonly check: (given: string) => DocumentCheck
}

/** How the number of each kind of document is checked. */
export const documentRules: Readonly<Record<IdentityDocumentType, DocumentRule>> = {
  RESIDENT_ID: { kind: 'PERSON', check: (given) => residentNumber(given, isMainlandOrForeign) },
  CREDIT_CODE: { kind: 'ORGANISATION', check: (given) => codeOf(parseCreditCode(given)) },
  // Passports of other states have up to nine characters in their machine-readable zone (ICAO 9303), some print more.
  PASSPORT: { kind: 'PERSON', check: (given) => shaped(given, /^(?=.*\d)[A-Z0-9]{5,12}$/) },
  HK_MACAO_PERMIT: { kind: 'PERSON', check: (given) => shaped(given, /^[HM]\d{8}(\d{2})?$/) },
  TAIWAN_PERMIT: { kind: 'PERSON', check: (given) => shaped(given, /^\d{8}$/) },
  HK_MACAO_RESIDENCE: { kind: 'PERSON', check: (given) => residentNumber(given, addressIn('81', '82')) },
  TAIWAN_RESIDENCE: { kind: 'PERSON', check: (given) => residentNumber(given, addressIn('83')) },
  OTHER: { kind: 'PERSON', check: (given) => shaped(given, /^[\p{L}\p{N}()()\-/.]{1,40}$/u) },
}

const codeOf = (check: Check<{ readonly code: string }>): DocumentCheck =>
  check.status === 'invalid' ? { fault: check.reasons[0].message } : { number: check.value.code }

const isMainlandOrForeign = ({ kind }: ResidentId): boolean => kind !== 'HK_MACAO_TAIWAN_RESIDENT'

const addressIn =
  (...prefixes: readonly string[]) =>
  ({ kind, code }: ResidentId): boolean =>
    kind === 'HK_MACAO_TAIWAN_RESIDENT' && prefixes.some((prefix) => code.startsWith(prefix))

const otherDocument: Sentence = {
  zh: '该号码属于另一类证件,请重新选择证件类型。',
  en: 'This number belongs to another kind of document; choose that kind.',
}

function residentNumber(given: string, fits: (id: ResidentId) => boolean): DocumentCheck {
  const check = parseResidentId(given)
  if (check.status !== 'invalid' && !fits(check.value)) return { fault: otherDocument }
  return codeOf(check)
}

const wrongShape: Sentence = {
  zh: '号码格式不符,请对照证件重新录入。',
  en: 'The number does not have the form of this document; enter it again from the original.',
}

function shaped(given: string, shape: RegExp): DocumentCheck {
  const number = given.trim().toUpperCase()
  return shape.test(number) ? { number } : { fault: wrongShape }
}
