import { randomInt, randomUUID } from 'node:crypto'
import { TongbanError } from '@tongban/schema'
import { requireClient } from '../../access/caller.ts'
import type { Store } from '../../store/store.ts'
import type { ApplicantIdentity, ApplicantsService } from '../applicants/service.ts'
import type { RequestContext } from '../request.ts'
import { type ConsentRequest, checkRequest, contentDigest } from './check-request.ts'
import type { ConsentDecisions } from './service.ts'
import { type ConsentRow, consentByKey, consentEntity, insertConsent, type NewConsent } from './store.ts'

/** How long the citizen has to answer. The time the consent then lasts begins with the answer. */
const answerMs = 30 * 60_000

/** What asking needs. */
export interface AskingParts {
  readonly store: Store
  readonly applicants: ApplicantsService
  readonly now: () => Date
}

/** Asks the citizen for permission, once per idempotency key. */
export function asking({ store, applicants, now }: AskingParts): ConsentDecisions['request'] {
  return async (input, idempotencyKey, context) => {
    const request = checkRequest(input)
    const digest = contentDigest(request)
    const { id: clientId } = requireClient(context.caller)
    const kept = await consentByKey(store.db, clientId, idempotencyKey)
    if (kept) return consentEntity(sameContent(kept, digest), now())
    const applicant = await identified(applicants, request, context)
    const row = newConsent(request, applicant, context, now())
    const keyed = { ...row, idempotency_key: idempotencyKey, content_digest: digest }
    const inserted = (await insertConsent(store.db, keyed)) ?? (await consentByKey(store.db, clientId, idempotencyKey))
    if (!inserted) throw new TongbanError('TB_INTERNAL')
    return consentEntity(sameContent(inserted, digest), now())
  }
}

function sameContent(row: ConsentRow, digest: string): ConsentRow {
  if (row.content_digest === digest) return row
  throw new TongbanError('TB_IDEMPOTENCY_KEY_REUSED', {}, { path: ['idempotencyKey'] })
}

async function identified(
  applicants: ApplicantsService,
  { applicant }: ConsentRequest,
  context: RequestContext,
): Promise<ApplicantIdentity> {
  try {
    return await applicants.identify(applicant, context)
  } catch (cause) {
    if (cause instanceof TongbanError && cause.code === 'TB_APPLICANT_UNKNOWN')
      throw new TongbanError(cause.code, {}, { path: ['applicant'], cause })
    throw cause
  }
}

function newConsent(
  { types, purpose, uses, validMinutes }: ConsentRequest,
  applicant: ApplicantIdentity,
  { caller }: RequestContext,
  now: Date,
): Omit<NewConsent, 'idempotency_key' | 'content_digest'> {
  const client = requireClient(caller)
  return {
    id: randomUUID(),
    client_id: client.id,
    client_title: client.title,
    applicant_fingerprint: applicant.fingerprint,
    types: JSON.stringify(types),
    purpose,
    uses,
    uses_left: uses,
    valid_minutes: validMinutes,
    match_code: randomInt(10_000).toString().padStart(4, '0'),
    state: 'PENDING',
    requested_at: now,
    decided_at: null,
    expires_at: new Date(now.getTime() + answerMs),
  }
}
