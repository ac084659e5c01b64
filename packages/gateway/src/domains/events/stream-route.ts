import type { Route, RouteRequest } from '../domain.ts'
import type { Event, EventPage } from '../generated/resolvers.ts'
import { type FeedDeps, readFeed } from './feed.ts'

const maxEvents = 100
/** Longer than any request may take: the wait ends with the request. */
const waitSeconds = 25
/** How soon a client comes back, in milliseconds. */
const comeBackMs = 250

/**
 * The feed as server-sent events (HTML Standard, "Server-sent events"): the `id` of each is its number. An answer ends when it has said
 * something or the request's time is over; the client comes back by itself with `Last-Event-ID`, so nothing is lost between two answers,
 * whichever gateway gives them.
 */
export const streamRoute = (deps: FeedDeps): Route => ({
  method: 'GET',
  path: '/events',
  scope: 'events:read',
  async handle(request, context) {
    const page = await readFeed(deps, { ...wanted(request), first: maxEvents, wait: waitSeconds }, context)
    return { status: 200, headers: { 'content-type': 'text/event-stream; charset=utf-8' }, body: written(page) }
  },
})

/** The header wins: it is how far the client has come since it was given the address. */
const wanted = ({ headers, query }: RouteRequest) => ({
  after: headers['last-event-id'] || query.after || null,
  types: query.types?.split(',') ?? null,
})

/** Ends with the number through which the answer is complete, also where it holds no event: an empty one only moves the client's mark. */
const written = ({ events, throughSequence }: EventPage): string =>
  [`retry: ${comeBackMs}`, ...events.map(writtenEvent), `id: ${throughSequence}`].map((part) => `${part}\n\n`).join('')

const writtenEvent = (event: Event): string =>
  `id: ${event.sequence}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}`
