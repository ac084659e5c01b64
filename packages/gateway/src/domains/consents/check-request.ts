import { createHash } from 'node:crypto'
import { TongbanError } from '@tongban/schema'
import type { RequestConsentInput } from '../generated/resolvers.ts'
import { InputErrors } from '../user-errors.ts'

/** What is asked of the citizen, checked, with defaults filled in. */
export interface ConsentRequest {
  readonly applicant: string
  /** Sorted, each once. */
  readonly types: readonly string[]
  readonly purpose: string
  readonly uses: number
  readonly validMinutes: number
}

/** More types at once than anybody reads on a phone before saying yes. */
const maxTypes = 20
const maxPurpose = 200
const maxUses = 20
const maxMinutes = 1_440

/** Checks a request for consent. @throws InputErrors with a `TB_INVALID_INPUT` for each field that is wrong */
export function checkRequest(input: RequestConsentInput): ConsentRequest {
  const request = {
    applicant: input.applicant,
    types: [...new Set(input.certificateTypes)].sort(),
    purpose: input.purpose.normalize('NFC').trim(),
    uses: input.uses ?? 1,
    validMinutes: input.validMinutes ?? 30,
  }
  const faults = [
    ...outside('certificateTypes', request.types.length, maxTypes),
    ...outside('purpose', [...request.purpose].length, maxPurpose),
    ...outside('uses', request.uses, maxUses),
    ...outside('validMinutes', request.validMinutes, maxMinutes),
  ]
  if (faults.length > 0) throw new InputErrors(faults)
  return request
}

const outside = (field: string, value: number, most: number): TongbanError[] =>
  value >= 1 && value <= most
    ? []
    : [new TongbanError('TB_INVALID_INPUT', { field, detail: `1–${most}` }, { path: [field] })]

/** What was asked for, but for whom: a handle says only who a person is for a day. */
export const contentDigest = ({ types, purpose, uses, validMinutes }: ConsentRequest): string =>
  digestOf(JSON.stringify([types, purpose, uses, validMinutes]))

/** Recognises a handle again after it has expired, without keeping it. */
export const handleDigest = ({ applicant }: ConsentRequest): string => digestOf(applicant)

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url')
