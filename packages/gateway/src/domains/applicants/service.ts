import type {
  IdentifyApplicantInput,
  IdentityDocumentType,
  IdentityLevel,
  RegisterCheck,
} from '../generated/resolvers.ts'
import type { RequestContext } from '../request.ts'

/** Who an applicant is. Personal data: never log it, never send it to a client. */
export interface ApplicantIdentity {
  readonly handle: string
  readonly kind: 'PERSON' | 'ORGANISATION'
  readonly documentType: IdentityDocumentType
  readonly documentNumber: string
  readonly name: string
  readonly level: IdentityLevel
  /** Equal for the same document, whatever the handle: what other rooms store to recognise the applicant again. */
  readonly fingerprint: string
  /** When the handle stops working. */
  readonly expiresAt: Date
}

/** An applicant who has just been identified. */
export interface RegisteredApplicant extends ApplicantIdentity {
  /** What the register of persons said of it just now; never kept. */
  readonly registerCheck: RegisterCheck
}

/** What other domains may ask about applicants. */
export interface ApplicantsService {
  /**
   * The identity behind a handle of the calling client.
   *
   * @throws TongbanError `TB_APPLICANT_UNKNOWN` for handles of others, unknown or expired ones alike
   */
  identify(handle: string, context: RequestContext): Promise<ApplicantIdentity>
  /**
   * Keeps a checked identity, sealed, under a new handle that works for the calling client for a day. Numbers of citizens are
   * checked with the register of persons as well, where there is one and it answers.
   *
   * @throws InputErrors with `TB_IDENTITY_INVALID`
   */
  register(input: IdentifyApplicantInput, context: RequestContext): Promise<RegisteredApplicant>
}
