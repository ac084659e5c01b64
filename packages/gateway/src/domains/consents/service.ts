import type { RequestContext } from '../request.ts'
import type { ConsentEntity } from './record.ts'

/** What somebody wants to read under a consent. */
export interface ConsentUse {
  readonly consentId: string
  readonly applicantHandle: string
  /** Types to read; null means all the consent covers. */
  readonly types: readonly string[] | null
}

/** A permission to read, counted. */
export interface ConsentGrant {
  readonly consentId: string
  readonly purpose: string
  readonly types: readonly string[]
}

/** What other domains may ask about consents. */
export interface ConsentsService {
  byId(id: string, context: RequestContext): Promise<ConsentEntity | null>
  /**
   * Uses a consent once, in its own transaction: two calls never share the last use.
   *
   * @throws TongbanError `TB_CONSENT_NOT_FOUND`, `TB_CONSENT_NOT_GRANTED`, `TB_CONSENT_ENDED`, `TB_CONSENT_MISMATCH`
   */
  use(use: ConsentUse, context: RequestContext): Promise<ConsentGrant>
  /** Checks without using: the consent is granted, not ended, and covers the applicant and the types. @throws the same errors */
  check(use: ConsentUse, context: RequestContext): Promise<ConsentGrant>
}
