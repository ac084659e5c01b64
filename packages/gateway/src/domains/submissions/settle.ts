import { isTongbanError } from '@tongban/schema'
import type { Transaction } from 'kysely'
import type { Source, Sourced } from '../../sources/source.ts'
import { appendEvents, type ClientEvent } from '../../work/event-log/event-log.ts'
import type { SourceCase } from '../cases/port.ts'
import type { CasesService } from '../cases/service.ts'
import type { DomainDeps } from '../domain.ts'
import type { CustodyAction } from '../generated/resolvers.ts'
import { type Held, release } from './delivery-store.ts'
import type { Trouble } from './record.ts'
import { addCustody } from './store.ts'

type Deps = Pick<DomainDeps, 'store' | 'now' | 'log'>

/** Who acts where no owner does. */
const gateway = '通办网关'

/** The owner took it: submission, custody, event and the mirrored case change together. */
export const settleTaken = (
  { store, now }: Deps,
  cases: CasesService,
  { held, source, taken }: { held: Held; source: Source; taken: Sourced<SourceCase> },
): Promise<void> =>
  store.transaction(async (trx) => {
    if (!(await release(trx, held, { state: 'TAKEN' }))) return
    const at = now()
    await addCustody(trx, link(held, { at, action: 'TAKEN', by: source.title, note: taken.value.number }))
    const told = await cases.begin(
      {
        submissionId: held.id,
        clientId: held.client_id,
        sourceId: source.id,
        itemName: held.item.name,
        limit: held.item.limit,
        case: taken.value,
        provenance: taken.provenance,
      },
      trx,
    )
    await appendEvents(trx, held.client_id, [eventOf(held, 'TAKEN', at), ...told])
  })

/** The owner will never take it; its reason is for the clerk. */
export const settleRefused = (
  { store, now }: Deps,
  { held, source, reason }: { held: Held; source: Source; reason: string },
): Promise<void> =>
  store.transaction(async (trx) => {
    if (!(await release(trx, held, { state: 'REFUSED', refusal: reason }))) return
    await record(trx, held, { at: now(), action: 'REFUSED', by: source.title, note: reason })
  })

/** How an attempt failed. */
export interface Failure {
  readonly error: unknown
  /** Whether the submission was sent, so that the owner may have it, now or soon. */
  readonly sent: boolean
  readonly givenUp: boolean
}

/** An attempt failed: the submission waits for the next, or, when there is none, for an operator. */
export async function letGo({ store, now, log }: Deps, held: Held, { error, sent, givenUp }: Failure): Promise<void> {
  const trouble = troubleOf(error)
  const fields = { submission: held.id, source: trouble.sourceId, code: trouble.code, attempt: held.attempts }
  log.warn(fields, givenUp ? 'a submission could not be delivered' : 'a delivery failed')
  await store.transaction(async (trx) => {
    if (!(await release(trx, held, { state: givenUp ? 'EXPIRED' : 'SUBMITTED', trouble, sent }))) return
    const at = now()
    // of hundreds of equal failures, the first one says it all
    if (trouble.code !== held.trouble?.code)
      await addCustody(trx, link(held, { at, action: 'DELIVERY_TRIED', by: gateway, note: trouble.code }))
    if (givenUp) await record(trx, held, { at, action: 'EXPIRED', by: gateway, note: trouble.code })
  })
}

/** Nobody's failure: the gateway stops, or it is too early. The next worker need not wait for the lease to end. */
export async function handBack({ store }: Deps, held: Held, sent: boolean): Promise<void> {
  await release(store.db, held, { state: 'SUBMITTED', trouble: held.trouble, sent })
}

const troubleOf = (error: unknown): Trouble =>
  isTongbanError(error)
    ? { code: error.code, params: error.params, sourceId: error.source ?? null }
    : { code: 'TB_INTERNAL', params: {}, sourceId: null }

interface Link {
  readonly at: Date
  readonly action: CustodyAction
  readonly by: string
  readonly note: string | null
}

const link = ({ id }: Held, { at, action, by, note }: Link) => ({
  submission_id: id,
  at,
  action,
  by,
  branch: null,
  operator: null,
  note,
})

/** A final step: the chain of custody and the client's events say the same. */
async function record(trx: Transaction<unknown>, held: Held, step: Link): Promise<void> {
  await addCustody(trx, link(held, step))
  await appendEvents(trx, held.client_id, [eventOf(held, step.action, step.at)])
}

const eventOf = ({ id }: Held, action: CustodyAction, at: Date): ClientEvent => ({
  type: `submission.${action.toLowerCase()}`,
  at,
  submissionId: id,
  data: {},
})
