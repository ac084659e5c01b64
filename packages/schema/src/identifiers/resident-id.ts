import { isPlainDate } from '../calendar/plain-date.ts'
import { isProvince } from '../divisions/index.ts'
import { type Check, invalid, type Reason, reason, usable } from './check.ts'
import { mod11Dash2 } from './check-digits.ts'

/** Whose number it is. All three share the layout of GB 11643. */
export type ResidentIdKind =
  /** 居民身份证 */
  | 'RESIDENT'
  /** 港澳台居民居住证 (address codes 81, 82, 83) */
  | 'HK_MACAO_TAIWAN_RESIDENT'
  /** 外国人永久居留身份证 (from 2023-12-01: begins with 9; before: three letters and twelve digits) */
  | 'FOREIGN_PERMANENT_RESIDENT'

/** An identity number taken apart. Personal data: never log it, mask it before it is shown. */
export interface ResidentId {
  /** Canonical: 18 characters with capital X (or 15 for the old foreign form). */
  readonly code: string
  readonly kind: ResidentIdKind
  /** Six digits of the division of first registration, often withdrawn since; two digits for a foreign resident. */
  readonly division?: string
  /** Three digits (GB/T 2659) or letters of the nationality of a foreign resident. */
  readonly nationality?: string
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string
  readonly sex?: 'MALE' | 'FEMALE'
}

/**
 * Reads the number of a resident ID card (GB 11643; 18 digits or the old 15), of a residence permit for people from
 * Hong Kong, Macao and Taiwan, or of a foreign permanent resident card (both forms).
 * Invalid: characters, check digit, a birth date that does not exist. A division that no longer exists never makes a
 * number invalid, because it is the one of first registration.
 */
export function parseResidentId(input: string): Check<ResidentId> {
  const text = input.trim().toUpperCase()
  if (text.length === 18) return parse18(text)
  if (text.length !== 15) return invalid(reason('LENGTH', 'code'))
  return /^[A-Z]/.test(text) ? parseOldForeign(text) : parse15(text)
}

function parse18(text: string): Check<ResidentId> {
  if (!/^\d{17}[\dX]$/.test(text)) return invalid(reason('CHARACTERS', 'code'))
  if (text.charAt(17) !== mod11Dash2(text)) return invalid(reason('CHECK_CHARACTER', 'checkCharacter'))
  const value = takeApart(text)
  if (!isPlainDate(value.birthDate)) return invalid(reason('DATE', 'birthDate'))
  return usable(value, divisionRemarks(value))
}

function takeApart(code: string): ResidentId & { readonly birthDate: string } {
  const kind = kindOf(code)
  const birthDate = `${code.slice(6, 10)}-${code.slice(10, 12)}-${code.slice(12, 14)}`
  const sex = Number(code.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE'
  return kind === 'FOREIGN_PERMANENT_RESIDENT'
    ? { code, kind, division: code.slice(1, 3), nationality: code.slice(3, 6), birthDate, sex }
    : { code, kind, division: code.slice(0, 6), birthDate, sex }
}

function kindOf(code: string): ResidentIdKind {
  if (code.startsWith('9')) return 'FOREIGN_PERMANENT_RESIDENT'
  return /^8[123]0000/.test(code) ? 'HK_MACAO_TAIWAN_RESIDENT' : 'RESIDENT'
}

/** 830000 is the address code of the permits for Taiwan residents; GB/T 2260 itself numbers Taiwan 710000. */
function divisionRemarks({ kind, division = '' }: ResidentId): Reason[] {
  return kind === 'HK_MACAO_TAIWAN_RESIDENT' || isProvince(division) ? [] : [reason('DIVISION_UNKNOWN', 'division')]
}

/** The 15-digit form was withdrawn with its cards; databases still hold it. Read as its 18-digit successor. */
function parse15(text: string): Check<ResidentId> {
  if (!/^\d{15}$/.test(text)) return invalid(reason('CHARACTERS', 'code'))
  const body = `${text.slice(0, 6)}19${text.slice(6)}`
  const upgraded = parse18(body + mod11Dash2(body))
  if (upgraded.status === 'invalid') return upgraded
  const centenarian = /99[6-9]$/.test(text) ? [reason('CENTURY_UNCERTAIN', 'birthDate')] : []
  return usable(upgraded.value, [reason('OLD_FORM', 'code'), ...centenarian, ...upgraded.reasons])
}

function parseOldForeign(text: string): Check<ResidentId> {
  if (!/^[A-Z]{3}\d{12}$/.test(text)) return invalid(reason('CHARACTERS', 'code'))
  const value: ResidentId = { code: text, kind: 'FOREIGN_PERMANENT_RESIDENT', nationality: text.slice(0, 3) }
  return usable(value, [reason('OLD_FORM', 'code'), reason('CHECK_RULE_UNKNOWN', 'checkCharacter')])
}

/** The canonical form: 18 characters with capital X. */
export const formatResidentId = ({ code }: ResidentId): string => code
