import { quantile } from '../../load/latencies.ts'
import { type Spread, spreadOf } from '../../report/statistics.ts'
import type { Outcome, Read } from '../gateway/read.ts'
import { type Behaviour, behaviours } from '../library/behaviours.ts'
import type { UnwellSample } from './measure.ts'
import { rows } from './rows.ts'

/** What one way of reading made of one kind of trouble. Shares are of all reads of all rounds, spreads are over rounds. */
export interface UnwellFigures {
  readonly behaviour: Behaviour
  readonly row: string
  readonly reads: number
  /** Answered within the deadline, fresh or marked as older. */
  readonly answered: number
  readonly answeredByRound: Spread
  readonly fresh: number
  /** A last good copy, or the mirror. */
  readonly stale: number
  readonly late: number
  /** Requests at the source for each call of the gateway; null where it made none. */
  readonly load: number | null
  readonly p50Ms: Spread
  readonly p99Ms: Spread
}

/** Figures of every kind of trouble and way of reading, in this order. */
export const unwellFigures = (samples: readonly UnwellSample[]): readonly UnwellFigures[] =>
  behaviours.flatMap((behaviour) =>
    rows.map(({ name }) =>
      figuresOf(samples.filter((sample) => sample.behaviour === behaviour && sample.row === name)),
    ),
  )

function figuresOf(samples: readonly UnwellSample[]): UnwellFigures {
  const [first] = samples
  if (first === undefined) throw new RangeError('there are figures only of what was measured')
  const all = samples.flatMap(({ reads }) => reads)
  const calls = sumOf(samples, ({ calls }) => calls)
  return {
    behaviour: first.behaviour,
    row: first.row,
    reads: all.length,
    answered: shareOf(all, 'FRESH', 'STALE', 'SNAPSHOT'),
    answeredByRound: spreadOf(samples.map(({ reads }) => shareOf(reads, 'FRESH', 'STALE', 'SNAPSHOT'))),
    fresh: shareOf(all, 'FRESH'),
    stale: shareOf(all, 'STALE', 'SNAPSHOT'),
    late: shareOf(all, 'LATE'),
    load: calls === 0 ? null : sumOf(samples, ({ requests }) => requests) / calls,
    p50Ms: spreadOf(samples.map(({ reads }) => latency(reads, 0.5))),
    p99Ms: spreadOf(samples.map(({ reads }) => latency(reads, 0.99))),
  }
}

const sumOf = (samples: readonly UnwellSample[], read: (sample: UnwellSample) => number): number =>
  samples.reduce((sum, sample) => sum + read(sample), 0)

const shareOf = (reads: readonly Read[], ...outcomes: readonly Outcome[]): number =>
  reads.filter(({ outcome }) => outcomes.includes(outcome)).length / reads.length

const latency = (reads: readonly Read[], share: number): number =>
  quantile(
    reads.map(({ ms }) => ms).toSorted((a, b) => a - b),
    share,
  )
