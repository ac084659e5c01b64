import { eventLogMigrations } from '../../work/event-log/tables.ts'
import { defineDomain } from '../domain.ts'
import { type FeedDeps, readFeed } from './feed.ts'
import { purgeJob } from './purge.ts'
import { streamRoute } from './stream-route.ts'
import { waitForNews } from './wait.ts'
import type { DeliverDeps } from './webhooks/deliver.ts'
import { createDispatcher } from './webhooks/dispatcher.ts'
import { webhookMigrations } from './webhooks/migrations.ts'
import { webhookResolvers } from './webhooks/resolvers.ts'
import { createSender } from './webhooks/send.ts'
import { createWebhooksService } from './webhooks/service.ts'
import { signingKey } from './webhooks/signing-keys.ts'

/** A lease outlives the attempt it was taken for: its holder may still be waiting for the answer. */
const leaseBeyondAttemptMs = 15_000

/** Events (事件): every step of a client's errands under a number without gaps, as a feed and by webhook. */
export const eventsDomain = defineDomain<'events', object>({
  name: 'events',
  migrations: { ...eventLogMigrations, ...webhookMigrations },
  build(deps) {
    const settings = deps.settings.events.webhooks
    const sender = createSender(settings)
    const delivering: DeliverDeps = {
      ...deps,
      sender,
      key: signingKey(deps.store, deps.seal),
      leaseMs: settings.attemptTimeoutMs + leaseBeyondAttemptMs,
      clients: deps.settings.events.receivers,
      random: Math.random,
    }
    const dispatcher = createDispatcher(delivering)
    const purge = purgeJob(deps)
    const webhooks = createWebhooksService({ ...delivering, settings: deps.settings })
    const feed: FeedDeps = { ...deps, wait: waitForNews(deps.store.db, deps.now) }
    const resolvers = webhookResolvers(delivering, webhooks)
    return {
      service: {},
      resolvers: {
        ...resolvers,
        Query: { ...resolvers.Query, events: (_, args, context) => readFeed(feed, args, context) },
      },
      jobs: [purge],
      routes: [streamRoute(feed)],
      start: async () => {
        await purge.plan()
        await dispatcher.start()
      },
      stop: async (graceMs) => {
        await dispatcher.stop(graceMs)
        await sender.close()
      },
    }
  },
})
