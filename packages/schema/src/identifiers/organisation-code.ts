import { type Check, invalid, reason, usable } from './check.ts'
import { organisationCheck } from './check-digits.ts'

/** An organisation code of GB 11714, the predecessor of the credit code and still the heart of it. */
export interface OrganisationCode {
  /** Nine characters without hyphen. */
  readonly code: string
}

const shape = /^[0-9A-Z]{8}-?[0-9X]$/

/**
 * Reads an organisation code (GB 11714), with or without the hyphen before its check character.
 * Lower case is read as upper case with a warning.
 */
export function parseOrganisationCode(input: string): Check<OrganisationCode> {
  const given = input.trim()
  const text = given.toUpperCase()
  const code = text.replace(/^(.{8})-(.)$/, '$1$2')
  if (code.length !== 9) return invalid(reason('LENGTH', 'code'))
  if (!shape.test(text)) return invalid(reason('CHARACTERS', 'code'))
  const expected = organisationCheck(code)
  if (code.charAt(8) !== expected) return invalid(reason('CHECK_CHARACTER', 'checkCharacter', expected))
  return usable({ code }, given === text ? [] : [reason('LOWER_CASE', 'code')])
}

/** The printed form, with the hyphen: `D2143569-X`. */
export const formatOrganisationCode = ({ code }: OrganisationCode): string => `${code.slice(0, 8)}-${code.slice(8)}`
