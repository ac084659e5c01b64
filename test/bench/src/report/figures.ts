import type { Sample } from '../run/measure.ts'
import type { ServerName } from '../run/servers.ts'
import type { WorkloadName } from '../workloads/queries.ts'
import { median, rounded, type Spread, spreadOf } from './statistics.ts'

/** One value per workload. */
export type PerWorkload<Value> = Readonly<Record<WorkloadName, Value>>

/** What a server did with a workload, over all rounds. */
export interface Figures {
  readonly requestsPerSecond: Spread
  readonly p50Ms: number
  readonly p99Ms: number
  /** Processor time of the server per request, in microseconds: steadier than the rate on a machine that others use as well. */
  readonly processorMicros: Spread
  readonly upstreamCallsPerRequest: number
  readonly answerBytes: number
  /** Share of a core that upstream and load took together: near 1 they, and not the server, were the limit. */
  readonly surroundingsBusy: number
}

/** The figures of one server and workload. */
export function figuresOf(samples: readonly Sample[], workload: WorkloadName, server: ServerName): Figures {
  const own = samples.filter((sample) => sample.workload === workload && sample.server === server)
  const middle = (read: (sample: Sample) => number) => rounded(median(own.map(read)))
  return {
    requestsPerSecond: roundedSpread(own.map(({ requestsPerSecond }) => requestsPerSecond)),
    p50Ms: middle(({ p50Ms }) => p50Ms),
    p99Ms: middle(({ p99Ms }) => p99Ms),
    processorMicros: roundedSpread(own.map(({ processorMs, requests }) => (processorMs.server * 1_000) / requests)),
    upstreamCallsPerRequest: middle(({ upstreamCalls, requests }) => upstreamCalls / requests),
    answerBytes: middle(({ answerBytes }) => answerBytes),
    surroundingsBusy: middle(({ processorMs, seconds }) => (processorMs.upstream + processorMs.load) / seconds / 1_000),
  }
}

function roundedSpread(values: readonly number[]): Spread {
  const { median, min, max } = spreadOf(values)
  return { median: rounded(median), min: rounded(min), max: rounded(max) }
}
