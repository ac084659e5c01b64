import { randomUUID } from 'node:crypto'
import { TongbanError } from '@tongban/schema'
import { requireClient } from '../../../access/caller.ts'
import { lastSequence, oldestSequence } from '../../../work/event-log/read-events.ts'
import type { DomainSettings } from '../../domain.ts'
import type { CreateWebhookInput, MutationReplayEventsArgs, UpdateWebhookInput } from '../../generated/resolvers.ts'
import { isPlain } from '../../plain-text.ts'
import type { RequestContext } from '../../request.ts'
import { invalid, readSequence, readTypes, readWhole } from '../check-input.ts'
import { writtenInstant } from '../event.ts'
import { type AttemptRow, addAttempt } from './attempts.ts'
import { checkUrl } from './check-url.ts'
import { type DeliverDeps, post } from './deliver.ts'
import type { WebhookEntity } from './record.ts'
import { firstSecret, nextSecret } from './secrets.ts'
import {
  beginAnew,
  changeWebhook,
  findWebhook,
  insertWebhook,
  listWebhooks,
  removeWebhook,
  untake,
  webhookId,
} from './store.ts'

/** A webhook with the secret that is shown once. */
export interface IssuedSecret {
  readonly webhook: WebhookEntity
  readonly secret: string
}

/** What clients do with their webhooks. All throw `TB_WEBHOOK_NOT_FOUND` for those of others. */
export interface WebhooksService {
  list(context: RequestContext): Promise<readonly WebhookEntity[]>
  /** @throws TongbanError `TB_WEBHOOK_NOT_FOUND` */
  find(id: string, context: RequestContext): Promise<WebhookEntity>
  create(input: CreateWebhookInput, context: RequestContext): Promise<IssuedSecret>
  update(id: string, input: UpdateWebhookInput, context: RequestContext): Promise<WebhookEntity>
  /** @returns the webhook as it was */
  remove(id: string, context: RequestContext): Promise<WebhookEntity>
  rotate(id: string, overlapHours: number, context: RequestContext): Promise<IssuedSecret>
  sendTest(id: string, context: RequestContext): Promise<AttemptRow>
  replay(args: MutationReplayEventsArgs, context: RequestContext): Promise<WebhookEntity>
}

/** What the service needs. */
export interface WebhooksDeps extends DeliverDeps {
  readonly settings: Pick<DomainSettings, 'events'>
}

const maxDescription = 200
const maxOverlapHours = 168
const hourMs = 3_600_000

export function createWebhooksService(deps: WebhooksDeps): WebhooksService {
  const { db } = deps.store
  const find = async (id: string, { caller }: RequestContext): Promise<WebhookEntity> => {
    const found = await findWebhook(db, requireClient(caller).id, id)
    if (found) return found
    throw new TongbanError('TB_WEBHOOK_NOT_FOUND')
  }
  return {
    find,
    list: ({ caller }) => listWebhooks(db, requireClient(caller).id),
    create: (input, { caller }) => create(deps, requireClient(caller).id, input),
    async update(id, input, context) {
      await update(deps, await find(id, context), input)
      return find(id, context)
    },
    async remove(id, context) {
      const webhook = await find(id, context)
      await removeWebhook(db, webhook.id)
      return webhook
    },
    async rotate(id, overlapHours, context) {
      const overlapMs = readWhole('overlapHours', overlapHours, [0, maxOverlapHours]) * hourMs
      const webhook = await find(id, context)
      const { secret, sealed } = nextSecret(deps.seal, webhook, deps.now(), overlapMs)
      await changeWebhook(db, webhook.id, { sealed })
      return { webhook, secret }
    },
    sendTest: async (id, context) => sendTest(deps, await find(id, context), context.signal),
    async replay(args, context) {
      await replay(deps, await find(args.webhook, context), args)
      return find(args.webhook, context)
    },
  }
}

async function create(deps: WebhooksDeps, clientId: string, input: CreateWebhookInput): Promise<IssuedSecret> {
  const { webhooks: settings } = deps.settings.events
  const { db } = deps.store
  const checked = {
    url: checkUrl(input.url, settings),
    types: readTypes(input.types),
    description: readDescription(input.description),
  }
  const last = await lastSequence(db, clientId)
  const position = input.afterSequence == null ? last : await readStart(deps, clientId, input.afterSequence)
  if ((await listWebhooks(db, clientId)).length >= settings.maxPerClient)
    throw invalid('url', `≤ ${settings.maxPerClient} webhooks`)
  const { id, secret, sealed } = firstSecret(deps.seal)
  const row = { ...checked, id, client_id: clientId, sealed, position, created_at: deps.now() }
  return { webhook: await insertWebhook(db, row), secret }
}

/** A place in the log from which everything is there. @throws TongbanError `TB_EVENTS_AHEAD`, `TB_EVENTS_GONE`, `TB_INVALID_INPUT` */
async function readStart({ store: { db } }: WebhooksDeps, clientId: string, text: string): Promise<number> {
  const after = readSequence('afterSequence', text)
  const last = await lastSequence(db, clientId)
  if (after > last) throw new TongbanError('TB_EVENTS_AHEAD', { after, last })
  const oldest = (await oldestSequence(db, clientId)) ?? last + 1
  if (after < oldest - 1) throw new TongbanError('TB_EVENTS_GONE', { oldest })
  return after
}

function readDescription(text: string | null | undefined): string | null {
  if (text == null || text.trim() === '') return null
  if ([...text].length > maxDescription || !isPlain(text)) throw invalid('description', `≤ ${maxDescription}`)
  return text.trim()
}

async function update(deps: WebhooksDeps, webhook: WebhookEntity, input: UpdateWebhookInput): Promise<void> {
  const { url, types, description, state } = input
  const change = {
    ...(url == null ? {} : { url: checkUrl(url, deps.settings.events.webhooks) }),
    ...(types === undefined ? {} : { types: typesText(types) }),
    ...(description === undefined ? {} : { description: readDescription(description) }),
  }
  if (state === 'DISABLED') throw invalid('state', 'ACTIVE, PAUSED')
  if (state === 'PAUSED') return changeWebhook(deps.store.db, webhook.id, { ...change, state, state_reason: null })
  if (state === 'ACTIVE') return resume(deps, webhook, change)
  return changeWebhook(deps.store.db, webhook.id, change)
}

function typesText(types: readonly string[] | null): string | null {
  const read = readTypes(types)
  return read && JSON.stringify(read)
}

/** What waits begins its timetable anew, at once. */
const resume = ({ store, now }: WebhooksDeps, { id }: WebhookEntity, change: object): Promise<void> =>
  store.transaction(async (trx) => {
    const at = now()
    const fresh = { state: 'ACTIVE', state_reason: null, failures: 0, failing_since: null, due_at: at } as const
    await changeWebhook(trx, id, { ...change, ...fresh })
    await beginAnew(trx, id, 'WAITING', at)
  })

/**
 * Delivers again. The lane is taken from whoever sends just now: what it has under way is not written down and sent once more.
 */
async function replay(deps: WebhooksDeps, webhook: WebhookEntity, args: MutationReplayEventsArgs): Promise<void> {
  const { fromSequence, deadLetters } = args
  if ((fromSequence == null) === (deadLetters !== true)) throw invalid('fromSequence', 'fromSequence | deadLetters')
  const from = fromSequence == null ? null : Math.max(1, readSequence('fromSequence', fromSequence))
  const after = from === null ? null : await readStart(deps, webhook.client_id, String(from - 1))
  const now = deps.now()
  await deps.store.transaction(async (trx) => {
    const free = { lease: null, lease_until: null, due_at: now }
    // never forwards: what lies between would not be delivered
    const position = after === null ? webhook.position : Math.min(after, webhook.position)
    await changeWebhook(trx, webhook.id, after === null ? free : { ...free, position, taken: position })
    await (after === null ? beginAnew(trx, webhook.id, 'DEAD', now) : untake(trx, webhook.id, position))
  })
}

/** Sends an event that is in no feed, and notes the attempt. */
async function sendTest(deps: WebhooksDeps, webhook: WebhookEntity, signal: AbortSignal): Promise<AttemptRow> {
  const at = deps.now()
  const id = `evt_test_${randomUUID()}`
  const event = { id, sequence: null, previous: null, type: 'webhook.test', at: writtenInstant(at) }
  const body = JSON.stringify({ ...event, submission: null, case: null, data: { webhook: webhookId(webhook.id) } })
  const began = performance.now()
  const sent = await post(deps, webhook, { id, body, at }, signal)
  const duration_ms = Math.round(performance.now() - began)
  return addAttempt(deps.store.db, {
    webhook_id: webhook.id,
    seq: null,
    event_id: id,
    attempt: 1,
    at,
    duration_ms,
    ...sent,
  })
}
