import type { CertificateStatus } from '../generated/resolvers.ts'
import type { RequestContext } from '../request.ts'
import type { CertificateEntity, ReadReason, VerificationEntity } from './record.ts'

/** Whose certificates. */
export interface Holder {
  /** SDL enum `IdentityDocumentType`. */
  readonly documentType: string
  readonly documentNumber: string
}

/** Which certificates of whom, and what allows to read them. */
export interface ConsentedReading {
  readonly applicantHandle: string
  /** Global identifier, as clients hold it. */
  readonly consentId: string
  /** Null: all the consent covers. */
  readonly types: readonly string[] | null
}

/** Certificates named by their identifiers, by whom, and what allows to read them. */
export interface NamedReading extends Omit<ConsentedReading, 'types'> {
  readonly identifiers: readonly string[]
}

/** What other domains may ask about certificates. Every read leaves an access record before it is answered. */
export interface CertificatesService {
  /**
   * Certificates of an applicant under a consent, with one upstream call per platform. This uses the consent once, but not
   * when a platform does not answer.
   *
   * @throws TongbanError `TB_APPLICANT_UNKNOWN`, those of a consent, those of a source
   */
  underConsent(reading: ConsentedReading, context: RequestContext): Promise<readonly CertificateEntity[]>
  /**
   * How certificates stand that an applicant names, in the order of the identifiers; null where the applicant holds no such
   * certificate. Whose they are is known from the access records of this consent, as long as it is neither revoked nor
   * expired, and only whether they are in force is asked; anything else is read now, which uses the consent once.
   *
   * @throws the same errors
   */
  standing(reading: NamedReading, context: RequestContext): Promise<readonly (CertificateStatus | null)[]>
  /** One certificate; calls within a request are batched. */
  byIdentifier(identifier: string, reason: ReadReason, context: RequestContext): Promise<CertificateEntity | null>
  /** What its platform says of a certificate now; calls within a request are batched. */
  verify(identifier: string, reason: ReadReason, context: RequestContext): Promise<VerificationEntity>
  /** Name of a certificate type, or null when it is not known. */
  typeName(code: string): string | null
}
