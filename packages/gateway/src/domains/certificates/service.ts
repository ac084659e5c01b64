import type { RequestContext } from '../request.ts'
import type { CertificateEntity, ReadReason, VerificationEntity } from './record.ts'

/** Whose certificates. */
export interface Holder {
  /** SDL enum `IdentityDocumentType`. */
  readonly documentType: string
  readonly documentNumber: string
}

/** What other domains may ask about certificates. Every read leaves an access record before it is answered. */
export interface CertificatesService {
  /** Certificates a person or organisation holds, one upstream call per platform. The consent is the caller's to use. */
  ofHolder(
    holder: Holder,
    types: readonly string[],
    reason: ReadReason,
    context: RequestContext,
  ): Promise<readonly CertificateEntity[]>
  /** One certificate; calls within a request are batched. */
  byIdentifier(identifier: string, reason: ReadReason, context: RequestContext): Promise<CertificateEntity | null>
  /** What its platform says of a certificate now; calls within a request are batched. */
  verify(identifier: string, reason: ReadReason, context: RequestContext): Promise<VerificationEntity>
  /** Name of a certificate type, or null when it is not known. */
  typeName(code: string): string | null
}
