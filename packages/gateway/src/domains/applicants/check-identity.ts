import { type Locale, TongbanError } from '@tongban/schema'
import type { IdentifyApplicantInput } from '../generated/resolvers.ts'
import { InputErrors } from '../user-errors.ts'
import { documentRules, type Sentence } from './documents.ts'

/** An identity whose number and name passed their checks. */
export interface CheckedIdentity extends IdentifyApplicantInput {
  readonly kind: 'PERSON' | 'ORGANISATION'
}

const fields = {
  documentNumber: { zh: '证件号码', en: 'The document number' },
  name: { zh: '姓名或名称', en: 'The name' },
} as const satisfies Record<string, Sentence>

const wrongName: Sentence = {
  zh: '应与证件一致,1–100 字,不能含星号。',
  en: 'write it as on the document, 1 to 100 characters, without asterisks.',
}

/**
 * Brings number and name to the form in which they are compared and sent on.
 *
 * @throws InputErrors with a `TB_IDENTITY_INVALID` for each field that is wrong
 */
export function checkIdentity(input: IdentifyApplicantInput, locale: Locale): CheckedIdentity {
  const { kind, check } = documentRules[input.documentType]
  const document = check(input.documentNumber)
  const name = input.name.normalize('NFC').trim().replace(/\s+/g, ' ')
  const faults = [
    ...('fault' in document ? [refusal('documentNumber', document.fault, locale)] : []),
    ...(isName(name) ? [] : [refusal('name', wrongName, locale)]),
  ]
  if ('fault' in document || faults.length > 0) throw new InputErrors(faults)
  return { kind, documentType: input.documentType, documentNumber: document.number, name, level: input.level }
}

/** Letters must be there, control characters must not. A masked name must not come back as a real one. */
const isName = (name: string): boolean =>
  name.length >= 1 && name.length <= 100 && /\p{L}/u.test(name) && !/[\p{C}**]/u.test(name)

/** What is wrong with a field, for the person who entered it. */
export function refusal(field: keyof typeof fields, fault: Sentence, locale: Locale): TongbanError {
  const inLocale = (sentence: Sentence): string => (locale === 'en' ? sentence.en : sentence.zh)
  const params = { field: inLocale(fields[field]), detail: inLocale(fault) }
  return new TongbanError('TB_IDENTITY_INVALID', params, { path: [field] })
}
