import type { Store } from '../store/store.ts'
import type { Log } from '../telemetry/types.ts'
import type { JobSource } from './claims.ts'
import { createJobTable } from './create-queue.ts'
import type { Queue } from './queue.ts'

/** A queue whose pace the test decides: the same tables and outbox, no timers. */
export interface SteppedQueue extends Queue {
  /**
   * Runs each job that waits now once, whatever its start time, and says how each ended.
   *
   * @param name - only jobs of this kind
   */
  round(name?: string): Promise<readonly string[]>
}

/** A durable queue that runs jobs only when a test says so. */
export function createSteppedQueue(store: Store, log: Log, now: () => Date = () => new Date()): SteppedQueue {
  const jobs = createJobTable({ store, log, now }, { supervise: false })
  let sources: readonly JobSource[] = []
  return {
    ...jobs.queue,
    wake: () => {},
    start: async () => {
      sources = await jobs.open()
    },
    stop: () => jobs.close(),
    round: async (name) => {
      const outcomes: string[] = []
      for (const source of sources.filter((each) => name === undefined || each.name === name)) {
        for (const claim of await source.claim(100, { early: true })) {
          outcomes.push(await claim.run(new AbortController().signal))
        }
      }
      return outcomes
    },
  }
}
