import type { Transaction } from 'kysely'
import type { Store } from '../../../store/store.ts'
import type { OpenTestStore } from '../../../store/testing.ts'
import { appendEvents } from '../../../work/event-log/event-log.ts'
import type { QueryEventsArgs } from '../../generated/resolvers.ts'
import { testCaller, testClock, testContext } from '../../testing.ts'
import { eventsDomain } from '../domain.ts'
import { readFeed } from '../feed.ts'
import { waitForNews } from '../wait.ts'
import { createWebhooksService, type WebhooksDeps } from '../webhooks/service.ts'
import { gatewayOn, worldSettings } from './gateway.ts'

export const hour = 3_600_000

/** Writes events of a client, in one transaction. */
export const append = (store: Store, client: string, ...types: readonly string[]): Promise<void> =>
  store.transaction((trx) => appendIn(trx, client, types))

const appendIn = (trx: Transaction<unknown>, client: string, types: readonly string[]) =>
  appendEvents(
    trx,
    client,
    types.map((type) => ({
      type,
      at: new Date('2026-03-02T01:00:00Z'),
      submissionId: 's-1',
      data: { case: 'c-1', state: 'X' },
    })),
  )

/** The room of events on one store, with a clock and deliveries that move when told. */
export async function openEvents(open: OpenTestStore) {
  const store = await open({ migrations: eventsDomain.migrations })
  const clock = testClock()
  const gateway = gatewayOn(store, clock.now)
  const deps: WebhooksDeps = { ...gateway.delivering, settings: { events: worldSettings } }
  const wait = waitForNews(store.db, clock.now)
  const service = createWebhooksService(deps)
  const context = (client = 'bank') => testContext({ caller: testCaller(client, 'events:read', 'webhooks:write') })
  /** Delivers all that is due now. */
  const settle = async (dispatcher = gateway.dispatcher) => {
    while ((await dispatcher.round()) > 0);
  }
  /** Lets all time pass in which something is due, at most so long. */
  const pass = async (ms: number, steps = 200) => {
    for (let step = 0; step < steps; step += 1) {
      clock.forward(ms / steps)
      await settle()
    }
  }
  /** A page of the feed, asked for with the least. */
  const feed = (args: Partial<QueryEventsArgs> = {}, asking = context()) =>
    readFeed({ ...deps, wait }, { after: null, types: null, ...args }, asking)
  const replay = (webhook: string, args: { fromSequence?: string; deadLetters?: boolean }, client?: string) =>
    service.replay({ webhook, fromSequence: null, deadLetters: null, ...args }, context(client))
  const reset = () => store.query('truncate client_event, client_event_counter, webhook cascade')
  return { store, clock, deps, service, context, settle, pass, feed, replay, reset, ...gateway }
}

export type EventsWorld = Awaited<ReturnType<typeof openEvents>>
