import type { ApplicantsService } from '../applicants/service.ts'
import type { ConsentsService } from '../consents/service.ts'
import type { Proofs } from './access-records/proofs.ts'
import { canonical, subjectOf } from './identifiers.ts'
import type { CertificatesService } from './service.ts'

/** What is needed to tell how certificates stand. */
export interface StandingParts {
  readonly applicants: ApplicantsService
  readonly consents: ConsentsService
  readonly proofs: Proofs
}

/**
 * How certificates that an applicant names stand. The platform is asked for the applicant's own and never by identifier: an
 * identifier may be anybody's, and nobody's certificate is read under another's consent.
 */
export const standingUnder =
  (
    { applicants, consents, proofs }: StandingParts,
    { underConsent, verify }: Pick<CertificatesService, 'underConsent' | 'verify'>,
  ): CertificatesService['standing'] =>
  async ({ applicantHandle, consentId, identifiers }, context) => {
    const reading = { applicantHandle, consentId }
    const granted = await consents.check({ ...reading, types: typesOf(identifiers) }, context)
    const { fingerprint } = await applicants.identify(applicantHandle, context)
    const proven = await proofs.read({ consentId: granted.consentId, holderFingerprint: fingerprint }, identifiers)
    const unread = identifiers.filter((identifier) => !proven.has(canonical(identifier)))
    const found = unread.length === 0 ? [] : await underConsent({ ...reading, types: typesOf(unread) }, context)
    // Read before, perhaps hours ago: whose it is stays true, whether it is in force is asked now, which needs no reading.
    const reason = { purpose: granted.purpose, consentId: granted.consentId }
    const known = identifiers.filter((identifier) => proven.has(canonical(identifier)))
    const verified = await Promise.all(known.map((identifier) => verify(identifier, reason, context)))
    const statuses = new Map([
      ...known.map((identifier, index) => [canonical(identifier), verified[index]?.certificateStatus ?? null] as const),
      ...found.map(({ identifier, status }) => [canonical(identifier), status] as const),
    ])
    return identifiers.map((identifier) => statuses.get(canonical(identifier)) ?? null)
  }

const typesOf = (identifiers: readonly string[]): readonly string[] => [
  ...new Set(identifiers.flatMap((identifier) => subjectOf(identifier).certificateType ?? [])),
]
