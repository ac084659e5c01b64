import type { Transaction } from 'kysely'
import type { RequestConsentInput } from '../generated/resolvers.ts'
import type { RequestContext } from '../request.ts'
import type { ConsentEntity } from './record.ts'

/** What somebody wants to read under a consent. */
export interface ConsentUse {
  /** Global identifier, as clients hold it. */
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

/** What other domains may ask about consents. Nothing is cached: what a citizen revokes has ended. */
export interface ConsentsService {
  /** A consent of the calling client, or any for a client that passes on decisions; null otherwise. */
  byId(id: string, context: RequestContext): Promise<ConsentEntity | null>
  /**
   * Uses a consent once, in its own transaction: two calls never share the last use.
   *
   * @throws TongbanError `TB_APPLICANT_UNKNOWN`, `TB_CONSENT_NOT_FOUND`, `TB_CONSENT_NOT_GRANTED`, `TB_CONSENT_ENDED`,
   * `TB_CONSENT_MISMATCH`
   */
  use(use: ConsentUse, context: RequestContext): Promise<ConsentGrant>
  /**
   * Checks without using whether {@link ConsentsService.use} would be allowed now.
   *
   * @throws the same errors
   */
  usable(use: ConsentUse, context: RequestContext): Promise<ConsentGrant>
  /**
   * Checks that a consent may be referred to: it is granted, neither revoked nor expired, and covers the applicant and the
   * types. One whose uses are spent still proves that what was read under it was allowed.
   *
   * @throws the same errors
   */
  check(use: ConsentUse, context: RequestContext): Promise<ConsentGrant>
  /**
   * Lets one errand rest on a consent, in the transaction that accepts it: there are never more errands than readings that
   * the citizen allowed, and none under a consent that was revoked meanwhile.
   *
   * @returns false when no errand can rest on it any more
   */
  handIn(consentId: string, trx: Transaction<unknown>): Promise<boolean>
}

/** What the mutations of this room do. */
export interface ConsentDecisions {
  /**
   * Asks the citizen. The same key with the same content gives the same consent again.
   *
   * @throws InputErrors; TongbanError `TB_APPLICANT_UNKNOWN`, `TB_IDEMPOTENCY_KEY_REUSED`
   */
  request(input: RequestConsentInput, idempotencyKey: string, context: RequestContext): Promise<ConsentEntity>
  /**
   * Passes on the citizen's answer.
   *
   * @throws TongbanError `TB_CONSENT_NOT_FOUND`, `TB_CONSENT_CODE_WRONG` (the fifth time the consent is refused),
   * `TB_CONSENT_DECIDED`, `TB_CONSENT_ENDED`
   */
  decide(
    answer: { readonly id: string; readonly matchCode: string; readonly granted: boolean },
    context: RequestContext,
  ): Promise<ConsentEntity>
  /** Ends a consent; repeating it changes nothing. @throws TongbanError `TB_CONSENT_NOT_FOUND`, `TB_CONSENT_ENDED` */
  revoke(id: string, context: RequestContext): Promise<ConsentEntity>
}
