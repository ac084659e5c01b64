import { randomUUID } from 'node:crypto'
import { type Locale, TongbanError } from '@tongban/schema'
import type { Transaction } from 'kysely'
import type { ClientCaller } from '../../access/caller.ts'
import { appendEvents } from '../../work/event-log/event-log.ts'
import type { ConsentsService } from '../consents/service.ts'
import { stateName } from '../consents/states.ts'
import type { DomainDeps } from '../domain.ts'
import type { SubmitCaseInput } from '../generated/resolvers.ts'
import type { ItemEntity } from '../items/record.ts'
import type { Operator } from '../request.ts'
import type { CheckedErrand } from './check-input.ts'
import { sealContent } from './content.ts'
import { deliveryJob } from './delivery-job.ts'
import { type RequestKey, takeKey } from './idempotency.ts'
import { newReceiptNumber } from './receipt-number.ts'
import type { SubmissionContent, SubmittedItem } from './record.ts'
import { addCustody, tables } from './store.ts'

/** Who hands in what. */
export interface Acceptance {
  readonly client: ClientCaller
  readonly operator: Operator | null
  readonly input: SubmitCaseInput
  readonly errand: CheckedErrand
  readonly request: RequestKey
  readonly locale: Locale
}

type Deps = Pick<DomainDeps, 'store' | 'queue' | 'seal' | 'now'> & {
  readonly consents: Pick<ConsentsService, 'handIn'>
}

/**
 * Accepts an errand: submission, idempotency record, custody, event and delivery job in one transaction. When this
 * returns, nothing that happens to the process can lose it.
 *
 * @returns the identifier of the submission, or undefined when another call took the idempotency key first
 */
export async function accept(deps: Deps, acceptance: Acceptance): Promise<string | undefined> {
  const id = randomUUID()
  const accepted = await deps.store.transaction(async (trx) => {
    const at = deps.now()
    const { fingerprint: applicant } = acceptance.errand.applicant
    if (!(await takeKey(trx, acceptance.request, { id, at, applicant }))) return false
    await restOnConsent(deps, trx, acceptance)
    const receiptNumber = await insert(deps, trx, id, at, acceptance)
    const { client, operator } = acceptance
    await addCustody(trx, {
      submission_id: id,
      at,
      action: 'ACCEPTED',
      by: client.title,
      branch: operator?.branch ?? null,
      operator: operator?.id ?? null,
      note: null,
    })
    await deps.queue.enqueue(deliveryJob, { submissionId: id }, { trx, singletonKey: id })
    await appendEvents(trx, client.id, [{ type: 'submission.accepted', at, submissionId: id, data: { receiptNumber } }])
    return true
  })
  if (!accepted) return undefined
  deps.queue.wake(deliveryJob.name)
  return id
}

/** What was read for one errand is not proof for as many as one likes: an errand with certificates is counted on its consent. */
async function restOnConsent(
  { consents }: Deps,
  trx: Transaction<unknown>,
  { errand, locale }: Acceptance,
): Promise<void> {
  const { consentId, materials } = errand
  const rests = materials.some(({ satisfaction }) => satisfaction === 'CERTIFICATE')
  if (consentId === null || !rests || (await consents.handIn(consentId, trx))) return
  throw new TongbanError('TB_CONSENT_ENDED', { state: stateName('EXHAUSTED', locale) }, { path: ['consent'] })
}

/** Inserts under a fresh receipt number; one that happens to exist already is drawn again. */
async function insert(
  deps: Deps,
  trx: Transaction<unknown>,
  id: string,
  at: Date,
  { client, operator, input, errand }: Acceptance,
): Promise<string> {
  const sealed = sealContent(deps.seal, id, contentOf(input, errand, operator))
  for (;;) {
    const receiptNumber = newReceiptNumber(at)
    const inserted = await tables(trx)
      .insertInto('submission')
      .values({
        id,
        client_id: client.id,
        client_title: client.title,
        receipt_number: receiptNumber,
        state: 'SUBMITTED',
        refusal: null,
        trouble: null,
        mode: input.mode ?? 'COUNTER',
        item: JSON.stringify(itemOf(errand.item)),
        submitted_at: at,
        sealed,
        attempts: 0,
        lease_until: null,
        lease: null,
        sent_until: null,
        tried_at: null,
      })
      .onConflict((conflict) => conflict.column('receipt_number').doNothing())
      .returning('receipt_number')
      .executeTakeFirst()
    if (inserted) return inserted.receipt_number
  }
}

function contentOf(
  { answers, form }: SubmitCaseInput,
  { applicant, materials }: CheckedErrand,
  operator: Operator | null,
): SubmissionContent {
  const { kind, documentType, documentNumber, name, level } = applicant
  return {
    applicant: { kind, documentType, documentNumber, name, level },
    answers,
    form: form ?? {},
    materials,
    collectedBy: { branch: operator?.branch ?? null, operator: operator?.id ?? null },
  }
}

const itemOf = (item: ItemEntity): SubmittedItem => ({
  code: item.code,
  name: item.name,
  type: item.type ?? undefined,
  version: item.version,
  divisionCode: item.divisionCode,
  agencyCode: item.agencyCode,
  limit: limitOf(item.timeLimit.promised) ?? limitOf(item.timeLimit.statutory),
})

/** A limit whose unit cannot be read sets no clock. */
function limitOf(stated: ItemEntity['timeLimit']['promised']): SubmittedItem['limit'] {
  if (stated === null || stated.unit === null) return null
  return { amount: stated.amount, unit: stated.unit, note: stated.note }
}
