import type { Seal } from '../../../store/seal.ts'
import type { Store } from '../../../store/store.ts'
import { connection, readPage } from '../../connection.ts'
import type { Resolvers } from '../../generated/resolvers.ts'
import { isInt8 } from '../../position.ts'
import { answering } from '../../user-errors.ts'
import { eventId, writtenInstant } from '../event.ts'
import { listAttempts, shownAttempt } from './attempts.ts'
import { downAfter } from './lanes.ts'
import type { DeliveryRow, WebhookEntity } from './record.ts'
import type { WebhooksService } from './service.ts'
import type { SigningKey } from './signing-keys.ts'
import { listDead, webhookId } from './store.ts'

/** What the resolvers need beside the service. */
export interface WebhookResolverDeps {
  readonly store: Store
  readonly seal: Seal
  readonly key: () => Promise<SigningKey>
}

/** The resolvers of webhooks. */
export const webhookResolvers = (deps: WebhookResolverDeps, webhooks: WebhooksService): Resolvers => ({
  Query: {
    webhooks: (_, _args, context) => webhooks.list(context),
    webhookAttempts: async (_, args, context) => {
      const { id } = await webhooks.find(args.webhook, context)
      const page = readPage(args, { attempts: id }, isInt8)
      const rows = await listAttempts(deps.store.db, id, { before: page.after, limit: page.first + 1 })
      const { edges, pageInfo } = connection(page, rows, (row) => row.id)
      return { edges: edges.map(({ cursor, node }) => ({ cursor, node: shownAttempt(node) })), pageInfo }
    },
    webhookDeadLetters: async (_, args, context) => {
      const webhook = await webhooks.find(args.webhook, context)
      const page = readPage(args, { dead: webhook.id }, isInt8)
      const rows = await listDead(deps.store.db, webhook.id, { after: page.after ?? 0, limit: page.first + 1 })
      const { edges, pageInfo } = connection(page, rows, ({ seq }) => seq)
      return { edges: edges.map(({ cursor, node }) => ({ cursor, node: deadLetter(deps, webhook, node) })), pageInfo }
    },
    webhookSigningKeys: async () => {
      const { id, publicKey } = await deps.key()
      return [{ id, publicKey, algorithm: 'SM2' }]
    },
  },
  Mutation: {
    createWebhook: async (_, { input }, context) => {
      const { value, userErrors } = await answering(context.locale, () => webhooks.create(input, context))
      return { issued: value, userErrors }
    },
    rotateWebhookSecret: async (_, { id, overlapHours }, context) => {
      const rotate = () => webhooks.rotate(id, overlapHours ?? 24, context)
      const { value, userErrors } = await answering(context.locale, rotate)
      return { issued: value, userErrors }
    },
    updateWebhook: async (_, { id, input }, context) => {
      const { value, userErrors } = await answering(context.locale, () => webhooks.update(id, input, context))
      return { webhook: value, userErrors }
    },
    deleteWebhook: async (_, { id }, context) => ({ webhook: await webhooks.remove(id, context), userErrors: [] }),
    sendTestEvent: async (_, { id }, context) => ({
      attempt: shownAttempt(await webhooks.sendTest(id, context)),
      userErrors: [],
    }),
    replayEvents: async (_, args, context) => {
      const { value, userErrors } = await answering(context.locale, () => webhooks.replay(args, context))
      return { webhook: value, userErrors }
    },
  },
  Webhook: {
    id: ({ id }) => webhookId(id),
    stateReason: ({ state_reason }) => state_reason,
    throughSequence: ({ position }) => String(position),
    deadLetters: ({ dead }) => dead,
    failingSince: ({ failing_since }) => failing_since?.toISOString() ?? null,
    nextAttemptAt: ({ state, failures, due_at }) =>
      state === 'ACTIVE' && failures >= downAfter ? due_at.toISOString() : null,
    createdAt: ({ created_at }) => created_at.toISOString(),
  },
})

const deadLetter = ({ seal }: WebhookResolverDeps, { client_id }: WebhookEntity, row: DeliveryRow) => ({
  sequence: String(row.seq),
  event: eventId(seal, client_id, row.seq),
  attempts: row.attempts,
  // every attempt has ended in some way
  outcome: row.outcome ?? 'UNREACHABLE',
  at: writtenInstant(row.next_at),
})
