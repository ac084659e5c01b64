import { setTimeout as pause } from 'node:timers/promises'
import { type Ending, type Failure, failed } from './ending.ts'
import type { Operation } from './operations.ts'

/** How far a call may go. */
export interface Reach {
  readonly isSafe: boolean
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal
  /** Milliseconds until the last one who waits gives up. */
  leftMs(): number
}

const firstPauseMs = 50
const longestPauseMs = 1_000

/** Full jitter, so that calls that failed together do not come again together; after what the source itself asked for. */
const pauseBefore = (repeat: number, { failure }: Failure): number =>
  (failure.retryAfterMs ?? 0) + Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** repeat)

/** Repeats what may be repeated, while it may help, fits into the time left, and the operation can afford it. */
export async function repeated<Reply>(
  { limits, breaker, repeats }: Operation,
  { isSafe, signal, leftMs }: Reach,
  once: () => Promise<Ending<Reply>>,
): Promise<Ending<Reply>> {
  const most = isSafe ? limits.maxRetries : 0
  for (let repeat = 0; ; repeat++) {
    const ending = await once()
    if (!failed(ending) || !ending.mayPass || repeat === most) return ending
    const ms = pauseBefore(repeat, ending)
    if (ms >= leftMs() || !breaker.isClosed() || !repeats.spend()) return ending
    await pause(ms, undefined, { signal })
  }
}
