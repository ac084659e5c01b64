import { setTimeout } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { keyedRows } from '../../work/coalesce/keyed-rows.ts'
import { lastSequences } from '../../work/event-log/read-events.ts'
import type { RequestContext } from '../request.ts'

/** How often those who wait look again. All of them look at the same moments, and together ask the database once. */
const lookEveryMs = 250
/** Kept back of the request's time, so that an empty answer still arrives in it. */
const answerMs = 1_000

/** How long to wait, and for whom. */
export interface Patience {
  readonly clientId: string
  readonly ms: number
  readonly context: Pick<RequestContext, 'signal' | 'deadline'>
}

/** Begins a wait, bounded over all its uses: each use waits until there is an event beyond a number, and says whether there is one. */
export type WaitForNews = (patience: Patience) => (known: number) => Promise<boolean>

/** Waiting for events of a log. */
export function waitForNews(db: Kysely<unknown>, now: () => Date): WaitForNews {
  const counters = keyedRows(
    (clientIds) => lastSequences(db, clientIds),
    ({ client_id }) => client_id,
  )
  return ({ clientId, ms, context: { signal, deadline } }) => {
    // the deadline is of the gateway's clock; the caller waits by the one on the wall
    const left = deadline - now().getTime() - answerMs
    const until = Date.now() + Math.min(ms, left)
    return async (known) => {
      while (Date.now() < until) {
        const next = lookEveryMs - (Date.now() % lookEveryMs)
        // ends with the request: whoever has gone away waits for nothing
        await setTimeout(Math.min(next, until - Date.now()), undefined, { signal })
        const [counter] = await counters([clientId])
        if ((counter?.last ?? 0) > known) return true
      }
      return false
    }
  }
}
