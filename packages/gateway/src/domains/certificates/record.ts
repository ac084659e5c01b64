import type { CertificateVerification } from '../generated/resolvers.ts'
import type { WithProvenance } from '../provenance.ts'
import type { CertificateRecord } from './port.ts'

/** Why certificates are read: goes to the platform (useCause) and into the access record. */
export interface ReadReason {
  readonly purpose: string
  /** Global identifier of the consent it rests on; null where the law or the errand itself allows reading. */
  readonly consentId: string | null
}

/** Parent value of the SDL type `Certificate`. Holds personal data that its resolvers mask. */
export type CertificateEntity = WithProvenance<CertificateRecord> & {
  /** Why it was read; verifying it and fetching its file have the same reason. */
  readonly reason: ReadReason
  /** Recognise its holders in access records; a joint certificate has several. */
  readonly holderFingerprints: readonly string[]
}

/** Parent value of the SDL type `CertificateVerification`. */
export type VerificationEntity = WithProvenance<Omit<CertificateVerification, 'provenance'>>

/** What was done with personal data. */
export type AccessAction = 'certificate' | 'verification' | 'file' | 'download'

/** Parent value of the SDL type `AccessRecord`. Says nothing about the holder. */
export interface AccessRecordEntity {
  readonly id: string
  /** Position in the order of writing. */
  readonly sequence: number
  readonly at: Date
  readonly client: string
  readonly operator: string | null
  readonly action: string
  readonly certificateType: string | null
  readonly purpose: string | null
  readonly consentId: string | null
  readonly requestId: string
}
