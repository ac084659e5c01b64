import { isProvince } from '../divisions/index.ts'
import { type Check, invalid, type Reason, reason, usable } from './check.ts'
import { creditCheck, creditCodeAlphabet } from './check-digits.ts'
import { parseOrganisationCode } from './organisation-code.ts'

/** What kind of body a credit code was given to, by its first two characters. */
export type RegistrationKind = (typeof registrationKinds)[keyof typeof registrationKinds]

/** GB 32100: registering department and kind of body. Other pairs exist and are read with a warning. */
const registrationKinds = {
  11: 'STATE_BODY',
  12: 'PUBLIC_INSTITUTION',
  13: 'MASS_ORGANISATION',
  51: 'SOCIAL_ASSOCIATION',
  52: 'PRIVATE_NON_ENTERPRISE',
  53: 'FOUNDATION',
  91: 'ENTERPRISE',
  92: 'INDIVIDUAL_BUSINESS',
  93: 'FARMERS_COOPERATIVE',
} as const

/** A unified social credit code (GB 32100-2015) taken apart. */
export interface CreditCode {
  /** 18 characters, upper case. */
  readonly code: string
  /** Absent when the first two characters are not in our list. */
  readonly kind?: RegistrationKind
  /** Six digits of the division where the body was first registered. */
  readonly division: string
  /** Nine characters of the organisation code inside (characters 9–17). */
  readonly organisationCode: string
}

const shape = new RegExp(`^[${creditCodeAlphabet}]{18}$`)

/**
 * Reads a unified social credit code (统一社会信用代码, GB 32100-2015).
 * Invalid: length, letters I O S V Z, check character. Warning: everything a registering department may have done
 * differently, such as an unknown kind, a historic division or an organisation code that does not check by itself.
 */
export function parseCreditCode(input: string): Check<CreditCode> {
  const given = input.trim()
  const code = given.toUpperCase()
  if (code.length !== 18) return invalid(reason('LENGTH', 'code'))
  if (!shape.test(code)) return invalid(reason('CHARACTERS', 'code'))
  const expected = creditCheck(code)
  if (code.charAt(17) !== expected) return invalid(reason('CHECK_CHARACTER', 'checkCharacter', expected))
  const value = takeApart(code)
  return usable(value, [...(given === code ? [] : [reason('LOWER_CASE', 'code')]), ...remarks(value)])
}

function takeApart(code: string): CreditCode {
  const kind = Object.entries(registrationKinds).find(([prefix]) => code.startsWith(prefix))?.[1]
  return {
    code,
    ...(kind === undefined ? {} : { kind }),
    division: code.slice(2, 8),
    organisationCode: code.slice(8, 17),
  }
}

function remarks({ kind, division, organisationCode }: CreditCode): Reason[] {
  const embedded = parseOrganisationCode(organisationCode)
  return [
    ...(kind === undefined ? [reason('REGISTRATION_KIND_UNKNOWN', 'kind')] : []),
    ...(division === '100000' || isProvince(division) ? [] : [reason('DIVISION_UNKNOWN', 'division')]),
    ...(embedded.status === 'invalid' ? [reason('EMBEDDED_ORGANISATION_CODE', 'organisationCode')] : []),
  ]
}

/** The canonical form: 18 characters, upper case. */
export const formatCreditCode = ({ code }: CreditCode): string => code
