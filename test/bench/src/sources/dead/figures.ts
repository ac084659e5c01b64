import { quantile } from '../../load/latencies.ts'
import { type Spread, spreadOf } from '../../report/statistics.ts'
import type { Read } from '../gateway/read.ts'
import type { OneDeadRound, OneDeadSamples } from './measure.ts'

/** What a tenth source that hangs does to reads of the nine others; spreads are over rounds. */
export interface OneDeadFigures {
  /** Reads of the others in a round, through each gateway. */
  readonly readsARound: number
  readonly p50: Comparison
  readonly p99: Comparison
}

/** A percentile beside a source that hangs and beside none. */
export interface Comparison {
  readonly hangingMs: Spread
  readonly wellMs: Spread
  /** Hanging ÷ well of the same round. */
  readonly ratio: Spread
  /** The same ratio in rounds in which nothing hung: what chance alone does. */
  readonly noise: Spread
}

/** Figures over all rounds. */
export const oneDeadFigures = ({ dead, noise }: OneDeadSamples): OneDeadFigures => ({
  readsARound: dead[0]?.well.length ?? 0,
  p50: compare(dead, noise, 0.5),
  p99: compare(dead, noise, 0.99),
})

function compare(dead: readonly OneDeadRound[], noise: readonly OneDeadRound[], share: number): Comparison {
  const ratio = ({ hanging, well }: OneDeadRound) => percentile(hanging, share) / percentile(well, share)
  return {
    hangingMs: spreadOf(dead.map(({ hanging }) => percentile(hanging, share))),
    wellMs: spreadOf(dead.map(({ well }) => percentile(well, share))),
    ratio: spreadOf(dead.map(ratio)),
    noise: spreadOf(noise.map(ratio)),
  }
}

const percentile = (reads: readonly Read[], share: number): number =>
  quantile(
    reads.map(({ ms }) => ms).toSorted((a, b) => a - b),
    share,
  )
