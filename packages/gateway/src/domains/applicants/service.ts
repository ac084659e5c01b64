import type { RequestContext } from '../request.ts'

/** Who an applicant is. Personal data: never log it, never send it to a client. */
export interface ApplicantIdentity {
  readonly handle: string
  readonly kind: 'PERSON' | 'ORGANISATION'
  /** SDL enum `IdentityDocumentType`. */
  readonly documentType: string
  readonly documentNumber: string
  readonly name: string
  readonly level: string
}

/** What other domains may ask about applicants. */
export interface ApplicantsService {
  /**
   * The identity behind a handle of the calling client.
   *
   * @throws TongbanError `TB_APPLICANT_UNKNOWN` for handles of others, unknown or expired ones alike
   */
  identify(handle: string, context: RequestContext): Promise<ApplicantIdentity>
}
