import { type Check, type Reason, reason, usable, within } from './check.ts'
import { parseCreditCode } from './credit-code.ts'
import { type DivisionCode, parseDivisionCode } from './division-code.ts'
import { parseOrganisationCode } from './organisation-code.ts'

/** What the agency part of a provincial code turned out to be. */
export type AgencyForm = 'CREDIT_CODE' | 'ORGANISATION_CODE' | 'UNKNOWN'

/**
 * A code in the form of a provincial item library (Sichuan and others):
 * basic code – division (12) – sequence (3) – agency – version (1) – extension (2).
 */
export interface ProvincialItemCode {
  readonly kind: 'PROVINCIAL'
  readonly code: string
  /** May itself hold hyphens. */
  readonly basicCode: string
  readonly division: DivisionCode
  readonly sequence: string
  /** As given, also when it is no credit code. */
  readonly agency: string
  readonly agencyForm: AgencyForm
  readonly version: string
  readonly extension: string
}

// Read from the right: a basic code may hold hyphens (`L-510103-0001`) and so may an agency (`00877868-5`).
const shape = /^(.+)-(\d{12})-(\d{3})-([0-9A-Za-z]{8}-[0-9Xx]|[^-]+)-(\d)-(\d{2})$/

/** Reads a provincial item code from the right, or gives `undefined` when the text does not have that form. */
export function parseProvincialItemCode(input: string): Check<ProvincialItemCode> | undefined {
  const code = input.trim()
  const [, basicCode = '', divisionCode = '', sequence = '', agency = '', version = '', extension = ''] =
    shape.exec(code) ?? []
  const division = parseDivisionCode(divisionCode)
  if (division.status === 'invalid') return undefined
  const { form, remarks } = judgeAgency(agency)
  const value: ProvincialItemCode = {
    kind: 'PROVINCIAL',
    code,
    basicCode,
    division: division.value,
    sequence,
    agency,
    agencyForm: form,
    version,
    extension,
  }
  return usable(value, [...within('division', division.reasons), ...remarks])
}

/** Data of one province: 86 % credit codes; the rest lost a digit, are older codes, or were typed to fill the field. */
function judgeAgency(agency: string): { form: AgencyForm; remarks: readonly Reason[] } {
  const credit = parseCreditCode(agency)
  if (credit.status !== 'invalid') return { form: 'CREDIT_CODE', remarks: within('agency', credit.reasons) }
  const organisation = parseOrganisationCode(agency)
  if (organisation.status !== 'invalid')
    return { form: 'ORGANISATION_CODE', remarks: [reason('AGENCY_ORGANISATION_CODE', 'agency')] }
  return {
    form: 'UNKNOWN',
    remarks: [
      reason('AGENCY_FORM_UNKNOWN', 'agency'),
      ...within('agency', closest(agency, credit.reasons, organisation.reasons)),
    ],
  }
}

/** A nine-character code failed as an organisation code, anything else as a credit code. */
const closest = (agency: string, credit: readonly Reason[], organisation: readonly Reason[]): readonly Reason[] =>
  agency.replace('-', '').length === 9 ? organisation : credit
