import { TongbanError } from '@tongban/schema'
import DataLoader from 'dataloader'
import { requireClient } from '../../access/caller.ts'
import { type KeyedRows, keyedRows } from '../../work/coalesce/keyed-rows.ts'
import { connection, readPage } from '../connection.ts'
import type { DomainDeps } from '../domain.ts'
import type { MutationSubmitCaseArgs, QuerySubmissionsArgs } from '../generated/resolvers.ts'
import { keyOf } from '../global-id.ts'
import type { RequestContext } from '../request.ts'
import { accept } from './accept.ts'
import { checkInput, identify } from './check-input.ts'
import type { CheckPeers } from './check-materials.ts'
import { earlierSubmission, requestKey } from './idempotency.ts'
import { readReceiptNumber } from './receipt-number.ts'
import type { SubmissionEntity } from './record.ts'
import type { SubmissionsService } from './service.ts'
import { type CustodyRow, isPosition, listSubmissions, type Position, readCustody, readSubmissions } from './store.ts'

type ListArgs = Partial<QuerySubmissionsArgs>

/** The service of this domain, with what its own resolvers need. */
export interface OwnSubmissionsService extends SubmissionsService {
  /** By global identifier or receipt number. */
  find(id: string, context: RequestContext): Promise<SubmissionEntity | null>
  /** A page of the caller's submissions, newest first. */
  list(args: ListArgs, context: RequestContext): Promise<SubmissionPage>
  /**
   * Accepts an errand; repeating it with the same key and content gives the same submission.
   *
   * @throws InputErrors what to correct
   * @throws TongbanError `TB_IDEMPOTENCY_KEY_REUSED`
   */
  submit(args: MutationSubmitCaseArgs, context: RequestContext): Promise<SubmissionEntity>
  custodyOf(id: string, context: RequestContext): Promise<readonly CustodyRow[]>
}

type SubmissionPage = ReturnType<typeof connection<SubmissionEntity, Position>>

export const createSubmissionsService = (deps: DomainDeps, peers: CheckPeers): OwnSubmissionsService => {
  const rows = keyedRows(
    (ids) => readSubmissions(deps.store.db, 'id', ids),
    ({ id }) => id,
  )
  const byId = async (id: string, context: RequestContext) =>
    ownOnly(await submissionLoader(rows, context).load(id), context)
  return {
    byId,
    find: async (id, context) => {
      const key = keyOf('Submission', id)
      if (key !== undefined) return byId(key, context)
      const receiptNumber = readReceiptNumber(id)
      if (receiptNumber === undefined) return null
      const [found] = await readSubmissions(deps.store.db, 'receipt_number', [receiptNumber])
      return ownOnly(found ?? null, context)
    },
    list: (args, context) => list(deps, args, context),
    submit: (args, context) => submit(deps, peers, args, context),
    custodyOf: (id, context) => custodyLoader(deps, context).load(id),
  }
}

/** A client sees only its own submissions; those of others do not exist for it. */
const ownOnly = (found: SubmissionEntity | null, { caller }: RequestContext): SubmissionEntity | null =>
  caller.kind === 'client' && found?.clientId === caller.id ? found : null

async function list({ store }: DomainDeps, args: ListArgs, context: RequestContext): Promise<SubmissionPage> {
  const client = requireClient(context.caller)
  const states = args.states ?? null
  const page = readPage(args, { client: client.id, states }, isPosition)
  const rows = await listSubmissions(store.db, client.id, { states, after: page.after, limit: page.first + 1 })
  return connection(page, rows, ({ submittedAt, id }): Position => [submittedAt, id])
}

async function submit(
  deps: DomainDeps,
  peers: CheckPeers,
  args: MutationSubmitCaseArgs,
  context: RequestContext,
): Promise<SubmissionEntity> {
  const client = requireClient(context.caller)
  const { input } = args
  const request = requestKey(deps.seal, client.id, args)
  // A repetition is answered before anything is checked again: what was accepted stays accepted.
  const replay = async (): Promise<SubmissionEntity | undefined> => {
    const applicant = async () => (await identify(peers, input, context)).fingerprint
    const id = await earlierSubmission(deps.store.db, request, applicant)
    return id === undefined ? undefined : stored(deps, id)
  }
  const earlier = await replay()
  if (earlier) return earlier
  const takeIn = async (): Promise<SubmissionEntity | undefined> => {
    const errand = await checkInput(deps, peers, input, context)
    const { operator, locale } = context
    const taking = { ...deps, consents: peers.consents }
    const id = await accept(taking, { client, operator, input, errand, request, locale })
    return id === undefined ? replay() : stored(deps, id)
  }
  const accepted = await takeIn().catch(async (error: unknown) => {
    // The same call, sent twice at once, may have taken the last use of the consent and been accepted meanwhile.
    const meanwhile = await replay()
    if (meanwhile) return meanwhile
    throw error
  })
  if (accepted) return accepted
  throw new TongbanError('TB_INTERNAL')
}

const stored = async ({ store }: DomainDeps, id: string): Promise<SubmissionEntity | undefined> =>
  (await readSubmissions(store.db, 'id', [id]))[0]

const submissionLoader = (rows: KeyedRows<SubmissionEntity>, context: RequestContext) =>
  context.once(
    rows,
    () =>
      new DataLoader<string, SubmissionEntity | null>(async (ids) => (await rows(ids)).map((found) => found ?? null)),
  )

const custodyOfRequest = {}
const custodyLoader = ({ store }: DomainDeps, context: RequestContext) =>
  context.once(
    custodyOfRequest,
    () =>
      new DataLoader<string, readonly CustodyRow[]>(async (ids) => {
        const byId = Map.groupBy(await readCustody(store.db, ids), ({ submission_id }) => submission_id)
        return ids.map((id) => byId.get(id) ?? [])
      }),
  )
