import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Metrics } from './types.ts'

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
  const job = histogram(registry, 'tongban_job_seconds', 'Finished background jobs.', ['name', 'outcome'], jobBuckets)
  const operation = atMost(maxOperations)
  return {
    sourceCall: (labels, seconds) => sourceCall.observe(labels, seconds),
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
