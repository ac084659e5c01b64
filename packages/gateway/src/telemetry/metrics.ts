import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Metrics, SourceEvent } from './types.ts'

/** Seconds. A mirrored read takes milliseconds, a departmental system seconds, a delivery up to its deadline. */
const requestBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15]
const sourceBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30]
const jobBuckets = [0.05, 0.1, 0.5, 1, 5, 15, 60, 300]

/** How many names of operations are told apart. Clients choose them, and each costs memory in every scrape. */
const maxOperations = 200

/** The figures of one gateway process, in its own registry, with those of the process itself. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const request = histogram(
    registry,
    'tongban_request_seconds',
    'Finished requests.',
    ['operation', 'outcome'],
    requestBuckets,
  )
  const sourceCall = histogram(
    registry,
    'tongban_source_call_seconds',
    'Finished calls to sources, all attempts together.',
    ['source', 'operation', 'outcome'],
    sourceBuckets,
  )
  const sourceEvents = counters(registry)
  const job = histogram(registry, 'tongban_job_seconds', 'Finished background jobs.', ['name', 'outcome'], jobBuckets)
  const operation = atMost(maxOperations)
  return {
    sourceCall: (labels, seconds) => sourceCall.observe(labels, seconds),
    sourceQuality: (event, labels, by) => sourceEvents[event].inc(labels, by),
    request: (labels, seconds) => request.observe({ ...labels, operation: operation(labels.operation) }, seconds),
    job: (labels, seconds) => job.observe(labels, seconds),
    expose: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  }
}

const histogram = <Label extends string>(
  registry: Registry,
  name: string,
  help: string,
  labelNames: readonly Label[],
  buckets: number[],
): Histogram<Label> => new Histogram({ name, help, labelNames, buckets, registers: [registry] })

const sourceEventNames = {
  attempt: ['tongban_source_attempts_total', 'Exchanges with sources, several for a call that was repeated.'],
  'shape-error': ['tongban_source_shape_errors_total', 'Replies of sources that could not be read.'],
  'skipped-row': ['tongban_source_skipped_rows_total', 'Rows of sources that could not be read and were left out.'],
  stale: ['tongban_source_stale_total', 'Answers for which an earlier one stood in.'],
  conflict: ['tongban_source_conflicts_total', 'Fields about which two sources say different things.'],
  drift: ['tongban_source_drifts_total', 'Lasting changes in the shape of replies.'],
} as const satisfies Record<SourceEvent, readonly [name: string, help: string]>

const counters = (registry: Registry): Record<SourceEvent, Counter<'source' | 'operation'>> => {
  const of = (event: SourceEvent) => {
    const [name, help] = sourceEventNames[event]
    return new Counter({ name, help, labelNames: ['source', 'operation'], registers: [registry] })
  }
  return {
    attempt: of('attempt'),
    'shape-error': of('shape-error'),
    'skipped-row': of('skipped-row'),
    stale: of('stale'),
    conflict: of('conflict'),
    drift: of('drift'),
  }
}

/** Lets the first so many different values through; later newcomers become `other`. */
function atMost(limit: number): (value: string) => string {
  const seen = new Set<string>()
  return (value) => {
    if (seen.has(value)) return value
    if (seen.size >= limit) return 'other'
    seen.add(value)
    return value
  }
}
