import type { RequestContext } from '../request.ts'
import type { CertificateEntity } from './record.ts'

/** Why certificates are read: goes to the platform (useCause) and into the access record. */
export interface ReadReason {
  readonly purpose: string
  readonly consentId: string | null
}

/** What other domains may ask about certificates. Every read leaves an access record. */
export interface CertificatesService {
  /** Certificates a person or organisation holds, one upstream call per platform. */
  ofHolder(
    holder: { readonly documentType: string; readonly documentNumber: string },
    types: readonly string[],
    reason: ReadReason,
    context: RequestContext,
  ): Promise<readonly CertificateEntity[]>
  /** One certificate; calls within a request are batched. */
  byIdentifier(identifier: string, reason: ReadReason, context: RequestContext): Promise<CertificateEntity | null>
  /** Name of a certificate type, or null when it is not known. */
  typeName(code: string): string | null
}
