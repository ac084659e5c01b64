import { randomInt, randomUUID } from 'node:crypto'
import { TongbanError } from '@tongban/schema'
import { requireClient } from '../../access/caller.ts'
import type { Store } from '../../store/store.ts'
import type { ApplicantIdentity, ApplicantsService } from '../applicants/service.ts'
import type { RequestContext } from '../request.ts'
import { type ConsentRequest, checkRequest, contentDigest, handleDigest } from './check-request.ts'
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
    const { id: clientId } = requireClient(context.caller)
    const identify = () => identified(applicants, request, context)
    const kept = await consentByKey(store.db, clientId, idempotencyKey)
    if (kept) return consentEntity(await repeated(kept, request, identify), now())
    const row = { ...newConsent(request, await identify(), context, now()), idempotency_key: idempotencyKey }
    const inserted = (await insertConsent(store.db, row)) ?? (await consentByKey(store.db, clientId, idempotencyKey))
    if (!inserted) throw new TongbanError('TB_INTERNAL')
    return consentEntity(await repeated(inserted, request, identify), now())
  }
}

/**
 * The consent of an earlier request, if this one repeats it: the same content for the same person. A repetition may come
 * with the old handle, expired or not, or days later with a new one of the same person.
 */
async function repeated(
  row: ConsentRow,
  request: ConsentRequest,
  identify: () => Promise<ApplicantIdentity>,
): Promise<ConsentRow> {
  const sameContent = row.content_digest === contentDigest(request)
  const samePerson = async () =>
    row.handle_digest === handleDigest(request) || row.applicant_fingerprint === (await identify()).fingerprint
  if (sameContent && (await samePerson())) return row
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
  request: ConsentRequest,
  applicant: ApplicantIdentity,
  { caller }: RequestContext,
  now: Date,
): Omit<NewConsent, 'idempotency_key'> {
  const { types, purpose, uses, validMinutes } = request
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
    content_digest: contentDigest(request),
    handle_digest: handleDigest(request),
  }
}
