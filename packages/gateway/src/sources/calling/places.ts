import { BulkheadRejectedError, bulkhead } from 'cockatiel'
import { sourceFailure } from '../failures.ts'
import type { SourceLimits } from '../source.ts'

/** The places for attempts under way at one source (bulkhead): all operations share them, and so do hedges. */
export interface Places {
  /** Waits for a place. @throws TongbanError `TB_SOURCE_BUSY` when too many are waiting */
  take<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result>
  /** Whether there is one for which nobody waits. */
  isFree(): boolean
}

const busyRetryMs = 1_000

/** Places of one source. */
export function createPlaces({ maxConcurrent, maxQueued }: SourceLimits): Places {
  const places = bulkhead(maxConcurrent, maxQueued)
  return {
    async take(signal, work) {
      try {
        return await places.execute(work, signal)
      } catch (error) {
        if (!(error instanceof BulkheadRejectedError)) throw error
        throw sourceFailure('TB_SOURCE_BUSY', {}, { retryAfterMs: busyRetryMs, cause: error })
      }
    },
    isFree: () => places.executionSlots > 0,
  }
}
