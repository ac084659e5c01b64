import { maskIdNumber, maskName } from '@tongban/schema'
import type { Applicant } from '../generated/resolvers.ts'
import type { Operator } from '../request.ts'
import type { RegisteredApplicant } from './service.ts'

/**
 * An applicant as clients may see one. Organisations are public; of a person's number a clerk at a counter sees six and four
 * characters to compare with the document, anybody else one and one, because the middle is the date of birth.
 */
export function maskedApplicant(identity: RegisteredApplicant, operator: Operator | null): Applicant {
  const { handle, kind, documentType, documentNumber, name, level, registerCheck, expiresAt } = identity
  const shown = { handle, kind, documentType, level, registerCheck, expiresAt: expiresAt.toISOString() }
  if (kind === 'ORGANISATION') return { ...shown, name, documentNumber }
  const audience = operator?.id ? 'HALL' : 'PUBLIC'
  return { ...shown, name: maskName(name), documentNumber: maskIdNumber(documentNumber, audience) }
}
