import { type Locale, TongbanError } from '@tongban/schema'
import type { ApplicantIdentity } from '../applicants/service.ts'
import type { CertificateStatus } from '../generated/resolvers.ts'
import type { RequestContext } from '../request.ts'
import type { CheckPeers } from './check-materials.ts'
import type { Handed, StandIn } from './handed-materials.ts'
import { refusalWords } from './refusal-words.ts'

/** Who hands what in, and the consent named. */
export interface ConsentNeed {
  readonly applicant: ApplicantIdentity
  readonly handed: readonly Handed[]
  readonly consentId: string | null
}

/**
 * Checks the consent an errand names, and that each certificate in it is the applicant's and in force, as its platform says.
 *
 * @returns what is wrong with single certificates
 * @throws TongbanError `TB_CONSENT_REQUIRED`, those of a consent, those of a source
 */
export async function checkCertificates(
  { consents, certificates }: Pick<CheckPeers, 'consents' | 'certificates'>,
  { applicant, handed, consentId }: ConsentNeed,
  context: RequestContext,
): Promise<readonly TongbanError[]> {
  const standIns = handed.flatMap((each) => (each.standIn ? [{ ...each.standIn, material: each.handed.name }] : []))
  if (consentId === null) {
    if (standIns.length === 0) return []
    throw new TongbanError('TB_CONSENT_REQUIRED')
  }
  const reading = { consentId, applicantHandle: applicant.handle }
  // The consent is stored with the submission and told to the owner, so it must be one even where nothing rests on it.
  if (standIns.length === 0) {
    await consents.check({ ...reading, types: null }, context)
    return []
  }
  const identifiers = standIns.map(({ identifier }) => identifier)
  const statuses = await certificates.standing({ ...reading, identifiers }, context)
  return standIns.flatMap((standIn, index) => refusalOf(standIn, statuses[index] ?? null, context.locale))
}

function refusalOf(
  { material, path }: StandIn & { readonly material: string },
  status: CertificateStatus | null,
  locale: Locale,
): readonly TongbanError[] {
  if (status === 'VALID') return []
  const words = refusalWords(locale)
  const detail = status === null ? words.notHeld : words.notInForce(words.status[status])
  return [new TongbanError('TB_MATERIAL_WAY_INVALID', { material, detail }, { path })]
}
