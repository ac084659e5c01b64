import { limitsOfOperation } from '../limits.ts'
import type { OperationLimits, Source } from '../source.ts'
import { type Breaker, type BreakerTimes, createBreaker } from './breaker.ts'
import { type Budget, createBudget } from './budget.ts'
import { createLatencies, type Latencies } from './latencies.ts'
import { createMisreads, type Misreads } from './misreads.ts'

/** What is kept of one operation of a source: its limits, how well it is, and what extra attempts it may still cost. */
export interface Operation {
  /** What it is counted under: its own name, or `other`. */
  readonly name: string
  readonly limits: OperationLimits
  readonly breaker: Breaker
  readonly latencies: Latencies
  readonly misreads: Misreads
  readonly repeats: Budget
  readonly hedges: Budget
}

/** Names are for kinds of calls. Where a source file puts into them what is asked for, strangers choose how many there are. */
const mostNames = 200

/** The operations of one source by name, made when they are first called; further ones are `other`. */
export interface Operations {
  of(name: string): Operation
  /** Operations whose calls are refused at once for the moment. */
  broken(): readonly string[]
}

/** Told when an operation is given up for a while, and when it is back. */
export interface OperationEvents {
  broken(operation: string): void
  recovered(operation: string): void
}

/** The reasons for the figures are at `SourceLimits`, which tells authors of sources what to expect. */
const repeating = { most: 30, perAnswer: 1 }
const hedging = { most: 5, perAnswer: 0.05 }

/** An attempt that has used up half its time counts as lost, for the breaker as for hedges. */
const timesOf = ({ recoverAfterMs, attemptTimeoutMs }: OperationLimits): BreakerTimes => ({
  recoverAfterMs,
  lostAfterMs: attemptTimeoutMs / 2,
})

/** Nothing is shared between operations, so that a broken one leaves the others alone. */
export function operationsOf(source: Source, events: OperationEvents): Operations {
  const known = new Map<string, Operation>()
  const create = (name: string): Operation => {
    const limits = limitsOfOperation(source, name)
    return {
      name,
      limits,
      breaker: createBreaker(timesOf(limits), {
        broken: () => events.broken(name),
        recovered: () => events.recovered(name),
      }),
      latencies: createLatencies(),
      misreads: createMisreads(),
      repeats: createBudget(repeating),
      hedges: createBudget(hedging),
    }
  }
  return {
    of(asked) {
      const name = known.has(asked) || known.size < mostNames ? asked : 'other'
      const operation = known.get(name) ?? create(name)
      known.set(name, operation)
      return operation
    },
    broken: () => [...known].flatMap(([name, { breaker }]) => (breaker.isOpen() ? [name] : [])),
  }
}
