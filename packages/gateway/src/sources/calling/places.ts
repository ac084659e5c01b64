import { sourceFailure } from '../failures.ts'
import type { SourceLimits } from '../source.ts'

/** The places for attempts under way at one source (bulkhead): all operations share them, and so do hedges. */
export interface Places {
  /** Waits for a place, in the order in which they came. @throws TongbanError `TB_SOURCE_BUSY` when too many are waiting */
  take<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result>
  /** Whether there is one for which nobody waits. */
  isFree(): boolean
}

const busyRetryMs = 1_000

/**
 * Places of one source. Our own, because the bulkhead of cockatiel keeps those who have left in its queue until a place is free,
 * so that a crowd of cancelled calls at a silent source keeps out everybody else.
 */
export function createPlaces({ maxConcurrent, maxQueued }: SourceLimits): Places {
  const waiting = new Set<() => void>()
  let taken = 0
  const wait = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const called = () => {
        signal.removeEventListener('abort', gone)
        resolve()
      }
      const gone = () => {
        waiting.delete(called)
        reject(signal.reason)
      }
      waiting.add(called)
      signal.addEventListener('abort', gone, { once: true })
    })
  const admit = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted()
    if (taken < maxConcurrent) taken += 1
    else if (waiting.size < maxQueued) await wait(signal)
    else throw sourceFailure('TB_SOURCE_BUSY', {}, { retryAfterMs: busyRetryMs })
  }
  /** The place goes straight to the one who has waited longest: nobody who has just come can take it. */
  const release = () => {
    const [next] = waiting
    if (next === undefined) taken -= 1
    else {
      waiting.delete(next)
      next()
    }
  }
  return {
    async take(signal, work) {
      await admit(signal)
      try {
        return await work()
      } finally {
        release()
      }
    },
    isFree: () => taken < maxConcurrent,
  }
}
