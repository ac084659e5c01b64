import { localError } from '../errors/local.ts'
import { eventsList } from '../generated/events.ts'
import { TB_BAD_RESPONSE } from '../generated/local-errors.ts'
import type { EventFieldsFragment, EventsListQuery } from '../generated/types.ts'
import type { CallOptions, WaitOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import { askAgainLater, pause } from './poll.ts'
import { type IdLike, idOf } from './references.ts'

/** Which part of the feed to read. */
export interface FeedOptions {
  /** After this number: `sequence` of the last event that was dealt with. @default from the oldest kept */
  readonly after?: string | undefined
  /** Only these types, for example `case.decided`. @default all */
  readonly types?: readonly string[] | undefined
  /** How many to ask for at once, 1 to 100. @default 50 */
  readonly first?: number
}

/** Which events to follow. */
export interface FollowOptions extends FeedOptions {
  /** Only events of this submission. @default of all */
  readonly submission?: IdLike
}

type Page = EventsListQuery['events']
type Known = string | undefined

const wanted = ({ types, first }: FeedOptions) => ({ ...(types && { types }), ...(first !== undefined && { first }) })

/** Every event names the one before it. A page that does not fit to the one before must not pass for all there is. */
function checkChain({ settings: { locale } }: TongbanClient, page: NonNullable<Page>, after: Known): void {
  const wrong = () => localError(TB_BAD_RESPONSE, locale, { retryable: false, operation: 'eventsList' })
  if (page.hasMore && page.throughSequence === after) throw wrong()
  let known = after ?? page.events[0]?.previous
  for (const { previous, sequence } of page.events) {
    if (previous !== known) throw wrong()
    known = sequence
  }
}

/**
 * All events after a number, in order, up to the latest; then it ends. Keep the `sequence` of the last event you have dealt with: with
 * it as `after` reading goes on where it stopped, also in another process.
 *
 * @throws TongbanError `TB_EVENTS_GONE` when events after the number are no longer kept, `TB_EVENTS_AHEAD` when it was never given
 * @example
 * for await (const event of tongban.events.iterate({ after: last })) last = await handle(event)
 */
export async function* eventsIterate(
  client: TongbanClient,
  feed: FeedOptions = {},
  options: CallOptions = {},
): AsyncGenerator<EventFieldsFragment, void, undefined> {
  for (let { after } = feed; ; ) {
    const page = await eventsList(client, { ...wanted(feed), ...(after !== undefined && { after }) }, options)
    checkChain(client, page, after)
    yield* page.events
    if (!page.hasMore) return
    after = page.throughSequence
  }
}

/** Whole seconds the gateway may hold back an empty answer, so that it arrives before the attempt is given up. */
const patienceOf = ({ settings }: TongbanClient, { attemptTimeoutMs }: CallOptions): number =>
  Math.min(25, Math.max(0, Math.floor((attemptTimeoutMs ?? settings.attemptTimeoutMs) / 1000) - 2))

/**
 * All events after a number, in order, and those that come, until the loop is left or `signal` ends it. Trouble that passes by itself is
 * waited out; nothing is given twice or left out.
 *
 * @throws TongbanError as {@link eventsIterate}
 * @example
 * for await (const event of tongban.events.follow({ submission, after: cursor })) {
 *   if (event.type === 'case.decided') break
 * }
 */
export async function* eventsFollow(
  client: TongbanClient,
  feed: FollowOptions = {},
  options: WaitOptions = {},
): AsyncGenerator<EventFieldsFragment, void, undefined> {
  const about = feed.submission === undefined ? undefined : idOf(feed.submission)
  const asked = { ...wanted(feed), wait: patienceOf(client, options) }
  for (let { after } = feed; ; ) {
    const page = await askAgainLater(eventsList(client, { ...asked, ...(after !== undefined && { after }) }, options))
    if (page) {
      checkChain(client, page, after)
      for (const event of page.events) if (about === undefined || event.submission === about) yield event
      after = page.throughSequence
    }
    if (!page?.hasMore) await pause(client, options, options.intervalMs ?? 500)
  }
}
