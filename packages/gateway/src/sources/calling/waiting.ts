import { TongbanError } from '@tongban/schema'
import { sourceFailure } from '../failures.ts'
import type { CallContext, OperationLimits } from '../source.ts'
import type { Bounds } from './bounds.ts'

/**
 * How long one caller waits for a call: until the request's own deadline, or the total time-out when that is nearer. A source that
 * had the time of an attempt and has not answered was too slow, and that is counted against it; with less it cannot be blamed.
 */
export function waitingOf(
  { attemptTimeoutMs, totalTimeoutMs }: Pick<OperationLimits, 'attemptTimeoutMs' | 'totalTimeoutMs'>,
  { signal, deadline = Number.POSITIVE_INFINITY }: CallContext,
  now: Date,
): Bounds<TongbanError> {
  const left = deadline - now.getTime()
  const isHurried = left < Math.min(attemptTimeoutMs, totalTimeoutMs)
  return {
    signal,
    timeoutMs: Math.min(left, totalTimeoutMs),
    onTimeout: () => (isHurried ? new TongbanError('TB_DEADLINE_EXCEEDED') : sourceFailure('TB_SOURCE_TIMEOUT')),
    onAbort: () => new TongbanError('TB_CANCELLED'),
  }
}

/** Why nobody waits at all: the caller has gone, or it is too late. */
export const refusalOf = ({ signal, timeoutMs, onTimeout, onAbort }: Bounds<TongbanError>): TongbanError | null => {
  if (signal?.aborted) return onAbort()
  return timeoutMs <= 0 ? onTimeout() : null
}
