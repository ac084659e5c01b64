import { applicantFingerprint } from '../applicants/fingerprint.ts'
import type { ApplicantsService } from '../applicants/service.ts'
import type { ConsentsService } from '../consents/service.ts'
import type { RequestContext } from '../request.ts'
import type { Access } from './access-records/ledger.ts'
import type { Proofs } from './access-records/proofs.ts'
import { fetchOfHolder, type SourcedCertificate } from './platforms.ts'
import { certificateLoader, type ReadingParts, verificationLoader, withHolders } from './reading.ts'
import type { CertificateEntity, ReadReason } from './record.ts'
import type { CertificatesService, Holder } from './service.ts'
import { standingUnder } from './standing.ts'

/** What the service is made from. */
export interface ServiceParts extends ReadingParts {
  readonly applicants: ApplicantsService
  readonly consents: ConsentsService
  readonly proofs: Proofs
}

/** The service of certificates. */
export function createCertificatesService(parts: ServiceParts): CertificatesService {
  const { directory, ledger, names, seal, applicants, consents } = parts
  const recorded = async (
    found: readonly SourcedCertificate[],
    { holder, types, reason }: HolderReading,
    context: RequestContext,
  ): Promise<readonly CertificateEntity[]> => {
    const holderFingerprint = applicantFingerprint(seal, holder)
    const entities = found.map((one) => ({ ...withHolders(one, seal, [holderFingerprint]), reason }))
    await ledger.record(
      types.flatMap((type) => accessesOf(entities, type, holderFingerprint, reason)),
      context,
    )
    await names.learn(found)
    return entities
  }
  const underConsent: CertificatesService['underConsent'] = async (reading, context) => {
    const holder = await applicants.identify(reading.applicantHandle, context)
    const { types, purpose, consentId } = await consents.usable(reading, context)
    const reason = { purpose, consentId }
    const person = applicantFingerprint(seal, holder)
    const found = await fetchOfHolder(directory, holder, types, { ...reason, person }, context)
    // Used only now, so that a dead platform does not cost the citizen's permission; and before anything leaves, so that
    // of two calls one gets the last use, and a consent revoked meanwhile gives nothing.
    await consents.use(reading, context)
    return recorded(found, { holder, types, reason }, context)
  }
  const verify = verificationLoader(parts)
  return {
    byIdentifier: certificateLoader(parts),
    verify,
    typeName: names.nameOf,
    underConsent,
    standing: standingUnder(parts, { underConsent, verify }),
  }
}

interface HolderReading {
  readonly holder: Holder
  readonly types: readonly string[]
  readonly reason: ReadReason
}

/** Each certificate that was read; that somebody holds none of a type is personal as well, so that is recorded, too. */
function accessesOf(
  found: readonly CertificateEntity[],
  certificateType: string,
  holderFingerprint: string,
  reason: ReadReason,
): readonly Access[] {
  const common = { action: 'certificate', certificateType, reason } as const
  const held = found.filter(({ typeCode }) => typeCode === certificateType)
  if (held.length === 0) return [{ ...common, identifier: null, holderFingerprints: [holderFingerprint] }]
  return held.map(({ identifier, holderFingerprints, status }) => ({
    ...common,
    identifier,
    holderFingerprints,
    status,
  }))
}
