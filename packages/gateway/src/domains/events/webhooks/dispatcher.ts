import { setTimeout } from 'node:timers/promises'
import { type DeliverDeps, runLane, type Stopping } from './deliver.ts'
import { endAllLeases, takeLanes } from './lanes.ts'

/** Delivers events to webhooks in the background, together with other gateways on the same database. */
export interface Dispatcher {
  start(): Promise<void>
  /** Takes no more, waits for attempts under way up to the grace time, then breaks them off; what was not settled is sent again. */
  stop(graceMs: number): Promise<void>
  /** Takes what is due now and runs it to its end. For tests and for programs that keep their own time. @returns how many webhooks */
  round(): Promise<number>
}

/** How many webhooks one process sends to at once. */
const mostLanes = 16
/** How often webhooks with something to send are looked for: one statement for all of them. */
const lookEveryMs = 250

export function createDispatcher(deps: DeliverDeps): Dispatcher {
  const { leaseMs, clients } = deps
  const soon = new AbortController()
  const atOnce = new AbortController()
  const stopping: Stopping = { soon: soon.signal, now: atOnce.signal }
  const running = new Set<Promise<void>>()
  let looping: Promise<void> = Promise.resolve()

  const begin = async (): Promise<readonly Promise<void>[]> => {
    const limit = mostLanes - running.size
    if (limit === 0) return []
    const lanes = await takeLanes(deps.store.db, { now: deps.now(), leaseMs, clients, limit })
    return lanes.map((lane) => {
      const run = runLane(deps, lane, stopping)
        .catch((error: unknown) => {
          if (!atOnce.signal.aborted) deps.log.error({ webhook: lane.id, error }, 'a webhook could not be served')
        })
        .finally(() => running.delete(run))
      running.add(run)
      return run
    })
  }
  const loop = async (): Promise<void> => {
    while (!soon.signal.aborted) {
      await begin().catch((error: unknown) => deps.log.error({ error }, 'webhooks could not be looked for'))
      await setTimeout(lookEveryMs, undefined, { signal: soon.signal }).catch(() => {})
    }
  }

  return {
    async start() {
      // nobody else can have an embedded database open: whoever held a lease is dead
      if (deps.store.kind === 'pglite') await endAllLeases(deps.store.db)
      looping = loop()
    },
    async stop(graceMs) {
      soon.abort()
      await looping
      const grace = new AbortController()
      const timeUp = setTimeout(graceMs, undefined, { signal: grace.signal }).catch(() => {})
      await Promise.race([Promise.all(running), timeUp])
      grace.abort()
      atOnce.abort()
      await Promise.all(running)
    },
    async round() {
      const begun = await begin()
      await Promise.all(begun)
      return begun.length
    },
  }
}
