import { TongbanError } from '@tongban/schema'
import type { Kysely } from 'kysely'
import { requireClient } from '../../access/caller.ts'
import { lastSequence, oldestSequence, readEvents } from '../../work/event-log/read-events.ts'
import type { DomainDeps } from '../domain.ts'
import type { EventPage, QueryEventsArgs } from '../generated/resolvers.ts'
import type { RequestContext } from '../request.ts'
import { readSequence, readTypes, readWhole } from './check-input.ts'
import { tellEvent } from './event.ts'
import type { WaitForNews } from './wait.ts'

/** What the feed needs. */
export interface FeedDeps extends Pick<DomainDeps, 'store' | 'seal'> {
  readonly wait: WaitForNews
}

const maxPage = 100
/** Below the time after which proxies give up on a silent connection. */
const maxWaitSeconds = 25

/** What of the feed is asked for, checked. */
interface Asked {
  readonly clientId: string
  readonly after: number | null
  readonly first: number
  readonly types: readonly string[] | null
}

/**
 * A part of the caller's events. A page says through which number it is complete, also where `types` leaves events out, so that
 * a receiver can prove that it missed none.
 *
 * @throws TongbanError `TB_INVALID_INPUT`; `TB_EVENTS_GONE` when events after the number are no longer kept; `TB_EVENTS_AHEAD`
 *   when the number was never given
 */
export async function readFeed(deps: FeedDeps, args: QueryEventsArgs, context: RequestContext): Promise<EventPage> {
  const asked: Asked = {
    clientId: requireClient(context.caller).id,
    after: args.after == null ? null : readSequence('after', args.after),
    first: readWhole('first', args.first ?? 50, [1, maxPage]),
    types: readTypes(args.types),
  }
  const waitMs = readWhole('wait', args.wait ?? 0, [0, maxWaitSeconds]) * 1000
  let page = await readPage(deps, asked)
  const wait = deps.wait({ clientId: asked.clientId, ms: waitMs, context })
  while (page.events.length === 0 && (await wait(Number(page.throughSequence)))) page = await readPage(deps, asked)
  return page
}

async function readPage(
  { store: { db }, seal }: FeedDeps,
  { clientId, after, first, types }: Asked,
): Promise<EventPage> {
  const last = await lastSequence(db, clientId)
  const from = await startOf(db, clientId, after, last)
  const rows = await readEvents(db, clientId, { after: from, through: last, types, limit: first + 1 })
  const shown = rows.slice(0, first)
  const hasMore = rows.length > first
  return {
    events: shown.map((row, index) => tellEvent(seal, row, shown[index - 1]?.seq ?? from)),
    throughSequence: String(hasMore ? (shown.at(-1)?.seq ?? from) : last),
    hasMore,
    lastSequence: String(last),
  }
}

/** Where reading begins. What is no longer kept must not pass for what never happened. */
async function startOf(db: Kysely<unknown>, clientId: string, after: number | null, last: number): Promise<number> {
  if (after !== null && after > last) throw new TongbanError('TB_EVENTS_AHEAD', { after, last }, { path: ['after'] })
  const oldest = (await oldestSequence(db, clientId)) ?? last + 1
  if (after === null) return oldest - 1
  if (after < oldest - 1) throw new TongbanError('TB_EVENTS_GONE', { oldest }, { path: ['after'] })
  return after
}
