import {
  BrokenCircuitError,
  CircuitState,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IBreaker,
  noJitterGenerator,
} from 'cockatiel'
import { isEndedByUs, sourceFailure } from '../failures.ts'
import { type Ending, failed } from './ending.ts'

/** Refuses calls of one operation while it is broken, so that nobody waits in vain and the source can recover. */
export interface Breaker {
  /** @throws TongbanError `TB_SOURCE_UNAVAILABLE` with `retryAfterMs` at once while the operation is broken */
  run<Reply>(attempt: () => Promise<Ending<Reply>>): Promise<Ending<Reply>>
  /** Whether all is well; while it is tried whether the source is back, it is not. */
  isClosed(): boolean
  /** Whether calls are refused. */
  isOpen(): boolean
}

/** Told when an operation is given up for a while, and when it is back. */
export interface BreakerEvents {
  broken(): void
  recovered(): void
}

const breakingPoint = 12
const answerWeighs = 4
const longestPauseMs = 60_000

/**
 * Adds up evidence that an operation is broken (CUSUM, Page 1954): a failed attempt counts one, an answer takes four away.
 * Twelve in a row break it, so does failing clearly more than four of five. Two of five at random practically never do, which
 * a share of the last twenty cannot promise without being slow to see a source die.
 */
function evidence(): IBreaker {
  let against = 0
  return {
    get state() {
      return against
    },
    set state(value) {
      against = Number(value)
    },
    success() {
      against = Math.max(0, against - answerWeighs)
    },
    failure(state) {
      against = Math.min(breakingPoint, against + 1)
      return state !== CircuitState.Closed || against >= breakingPoint
    },
  }
}

const isUnwell = (ending: unknown): boolean =>
  typeof ending === 'object' && ending !== null && 'isUnwell' in ending && ending.isUnwell === true

/** What the library counts in place of an attempt that was given up after it had waited long enough. */
const lost = new Error('lost')

/** What a breaker goes by, in milliseconds. */
export interface BreakerTimes {
  /** After this one attempt tries again, and after twice that each time it fails. */
  readonly recoverAfterMs: number
  /**
   * An attempt that is given up after this counts as failed: where nobody waits as long as an attempt may take, a silent source
   * would never be found out.
   */
  readonly lostAfterMs: number
}

/** A breaker that is closed. */
export function createBreaker({ recoverAfterMs, lostAfterMs }: BreakerTimes, events: BreakerEvents): Breaker {
  // A trial that its caller gave up has not shown that the source is well again, so the breaker stays open.
  const unwell = handleWhen(
    (error) => error === lost || (breaker.state === CircuitState.HalfOpen && isEndedByUs(error)),
  )
  const longest = Math.max(recoverAfterMs, longestPauseMs)
  const breaker = circuitBreaker(unwell.orWhenResult(isUnwell), {
    breaker: evidence(),
    halfOpenAfter: new ExponentialBackoff({
      generator: noJitterGenerator,
      initialDelay: recoverAfterMs,
      maxDelay: longest,
    }),
  })
  let pause = recoverAfterMs / 2
  let openUntil = 0
  breaker.onBreak(() => {
    pause = Math.min(longest, pause * 2)
    openUntil = Date.now() + pause
    events.broken()
  })
  breaker.onReset(() => {
    pause = recoverAfterMs / 2
    events.recovered()
  })
  const refusal = (cause?: unknown) =>
    sourceFailure('TB_SOURCE_UNAVAILABLE', {}, { retryAfterMs: Math.max(1, openUntil - Date.now()), cause })
  // A trial counts in any case: it must not be taken for an answer.
  const isNews = <Reply>(ending: Ending<Reply>): boolean =>
    !failed(ending) || !ending.isRepeated || breaker.state !== CircuitState.Closed
  return {
    async run<Reply>(attempt: () => Promise<Ending<Reply>>) {
      // The library would let the others wait for the one that tries, in places that other operations need.
      if (breaker.state === CircuitState.HalfOpen) throw refusal()
      const aside: { ending?: Ending<Reply>; givenUp?: unknown } = {}
      const startedAt = performance.now()
      try {
        return await breaker.execute(async () => {
          const ending = await attempt().catch((error: unknown) => {
            if (!isEndedByUs(error) || performance.now() - startedAt < lostAfterMs) throw error
            aside.givenUp = error
            throw lost
          })
          if (isNews(ending)) return ending
          aside.ending = ending
          // The library counts what is returned, and hands on what is thrown.
          throw new Error('not counted')
        })
      } catch (error) {
        if (aside.ending) return aside.ending
        if (error === lost) throw aside.givenUp
        throw error instanceof BrokenCircuitError ? refusal(error) : error
      }
    },
    isClosed: () => breaker.state === CircuitState.Closed,
    isOpen: () => breaker.state === CircuitState.Open,
  }
}
