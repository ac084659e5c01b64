import { randomUUID } from 'node:crypto'
import { TongbanError } from '@tongban/schema'
import DataLoader from 'dataloader'
import type { Transaction } from 'kysely'
import { type KeyedRows, keyedRows } from '../../work/coalesce/keyed-rows.ts'
import type { ClientEvent } from '../../work/event-log/event-log.ts'
import type { DomainDeps } from '../domain.ts'
import type { RequestContext } from '../request.ts'
import { fetchOf, nextPoll } from './apply-answer.ts'
import { eventsOf } from './events.ts'
import { merge, unknown } from './mirror.ts'
import { schedulePoll } from './polling.ts'
import type { CaseEntity } from './record.ts'
import type { CasesService, TakenCase } from './service.ts'
import { addReports, insertCase, readCases } from './store.ts'
import { takeTold } from './take-told.ts'

/** The service of this domain; `byId` is for its own resolvers. */
export interface OwnCasesService extends CasesService {
  /** A case of the calling client, or null. */
  byId(id: string, context: RequestContext): Promise<CaseEntity | null>
}

export function createCasesService(deps: DomainDeps): OwnCasesService {
  const { db } = deps.store
  const rows = {
    id: keyedRows(
      (ids) => readCases(db, 'id', ids),
      ({ id }) => id,
    ),
    submission_id: keyedRows(
      (ids) => readCases(db, 'submission_id', ids),
      ({ submissionId }) => submissionId,
    ),
  }
  const load = async (by: keyof typeof rows, key: string, context: RequestContext) =>
    ownOnly(await loader(rows[by], context).load(key), context)
  return {
    begin: (taken, trx) => begin(deps, taken, trx),
    told: (sourceId, reports) => takeTold(deps, sourceId, reports),
    ofSubmission: (submissionId, context) => load('submission_id', submissionId, context),
    byId: (id, context) => load('id', id, context),
  }
}

/** A client sees only cases of its own submissions; those of others do not exist for it. */
const ownOnly = (found: CaseEntity | null, { caller }: RequestContext): CaseEntity | null =>
  caller.kind === 'client' && found?.clientId === caller.id ? found : null

/** Each case at most once in a request. */
const loader = (rows: KeyedRows<CaseEntity>, context: RequestContext) =>
  context.once(
    rows,
    () => new DataLoader<string, CaseEntity | null>(async (keys) => (await rows(keys)).map((found) => found ?? null)),
  )

async function begin(deps: DomainDeps, taken: TakenCase, trx: Transaction<unknown>): Promise<readonly ClientEvent[]> {
  const now = deps.now()
  const id = randomUUID()
  const merged = merge(unknown, taken.case)
  const poll = nextPoll(deps, merged.added, now)
  const inserted = await insertCase(trx, {
    id,
    submission_id: taken.submissionId,
    client_id: taken.clientId,
    source_id: taken.sourceId,
    number: taken.case.number,
    item_name: taken.itemName,
    time_limit: taken.limit,
    data_version: merged.dataVersion,
    details: merged.details,
    reached: true,
    lost: false,
    changed_at: now,
    ...fetchOf(taken),
    ...poll,
  })
  if (!inserted) return refuseForeignNumber(taken, trx)
  await addReports(trx, id, { after: 0, reports: merged.added, at: now })
  if (poll.next_poll_at) await schedulePoll(deps, taken.sourceId, poll.next_poll_at, { trx })
  const { submissionId } = taken
  const before = { id, submissionId, reports: [], supplements: [] }
  return eventsOf(before, { ...before, ...merged.details, reports: merged.added }, now)
}

/** Begun already: nothing to do. Otherwise the owner answered with the case of somebody else, which must never be shown. */
async function refuseForeignNumber(
  { submissionId, sourceId }: TakenCase,
  trx: Transaction<unknown>,
): Promise<readonly ClientEvent[]> {
  const [known] = await readCases(trx, 'submission_id', [submissionId])
  if (known) return []
  const detail = 'cases.number: belongs to another submission'
  throw new TongbanError('TB_SOURCE_SHAPE', { source: sourceId, detail }, { source: sourceId })
}
