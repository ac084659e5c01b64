import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  type CircuitBreakerPolicy,
  CircuitState,
  CountBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  noJitterGenerator,
  retry,
} from 'cockatiel'
import { isEndedByUs, isPassing, sourceFailure } from '../failures.ts'
import type { SourceLimits } from '../source.ts'

/** The policies of one source: one bulkhead for all its calls, one breaker for each operation. */
export interface Policies {
  /** Runs attempts of an operation; only safe ones are repeated. */
  run<Result>(operation: string, safe: boolean, signal: AbortSignal, attempt: () => Promise<Result>): Promise<Result>
  /** Operations whose calls are refused at once for the moment. */
  broken(): readonly string[]
}

const unwell = handleWhen(isPassing)
const busyRetryMs = 1_000

/**
 * An operation is broken when half of its last 20 attempts failed, or of the first five. A trial that its caller gave up has
 * not shown that the source is well again, so the breaker stays open.
 */
const breakerOf = (limits: SourceLimits): CircuitBreakerPolicy => {
  const counts = handleWhen(
    (error) => isPassing(error) || (breaker.state === CircuitState.HalfOpen && isEndedByUs(error)),
  )
  const breaker = circuitBreaker(counts, {
    breaker: new CountBreaker({ threshold: 0.5, size: 20, minimumNumberOfCalls: 5 }),
    halfOpenAfter: new ExponentialBackoff({
      generator: noJitterGenerator,
      initialDelay: limits.recoverAfterMs,
      maxDelay: Math.max(limits.recoverAfterMs, 60_000),
    }),
  })
  return breaker
}

/** Told when an operation is given up for a while, and when it is back. */
export interface BreakerEvents {
  broken(operation: string): void
  recovered(operation: string): void
}

const refusal = (error: unknown, limits: SourceLimits): unknown => {
  if (error instanceof BulkheadRejectedError)
    return sourceFailure('TB_SOURCE_BUSY', {}, { retryAfterMs: busyRetryMs, cause: error })
  if (error instanceof BrokenCircuitError)
    return sourceFailure('TB_SOURCE_UNAVAILABLE', {}, { retryAfterMs: limits.recoverAfterMs, cause: error })
  return error
}

/**
 * Order, from the outside: repeat (with jitter) → wait for a place → breaker → attempt. The breaker stands inside the queue,
 * so that a queue in front of a source that has just died empties at once.
 */
export function createPolicies(limits: SourceLimits, events: BreakerEvents): Policies {
  const places = bulkhead(limits.maxConcurrent, limits.maxQueued)
  const breakers = new Map<string, CircuitBreakerPolicy>()
  const repeat = retry(unwell, {
    maxAttempts: limits.maxRetries,
    backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 1_000 }),
  })
  const breaker = (operation: string) => {
    const known = breakers.get(operation)
    if (known) return known
    const fresh = breakerOf(limits)
    fresh.onBreak(() => events.broken(operation))
    fresh.onReset(() => events.recovered(operation))
    breakers.set(operation, fresh)
    return fresh
  }
  return {
    async run(operation, safe, signal, attempt) {
      const once = () => places.execute(() => breaker(operation).execute(attempt, signal), signal)
      try {
        return await (safe ? repeat.execute(once, signal) : once())
      } catch (error) {
        throw refusal(error, limits)
      }
    },
    broken: () => [...breakers].flatMap(([name, { state }]) => (state === CircuitState.Open ? [name] : [])),
  }
}
