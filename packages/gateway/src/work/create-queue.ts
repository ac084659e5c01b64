import { randomUUID } from 'node:crypto'
import { type ConstructorOptions, fromKysely, type PgBoss } from 'pg-boss'
import type { Store } from '../store/store.ts'
import type { Log, Metrics } from '../telemetry/types.ts'
import { createBoss, deadLetters, startBoss } from './boss.ts'
import { type JobSource, jobSource } from './claims.ts'
import type { EnqueueOptions, JobDefinition, Queue } from './queue.ts'
import { startWorker, type Worker } from './worker.ts'

/** What the queue is made from. */
export interface QueueOptions {
  readonly store: Store
  readonly log: Log
  readonly metrics: Pick<Metrics, 'job'>
  readonly now: () => Date
  /** Longest wait before jobs of another process are noticed; own ones are noticed at once. @default 1_000 */
  readonly pollMs?: number
}

const heartbeatSeconds = 30
const daySeconds = 86_400

/**
 * The durable queue on `pg-boss`, in the gateway's own database: work and its cause commit together, several gateways
 * share it, and a job whose worker died is taken up again when its heartbeat stops.
 */
export function createQueue(options: QueueOptions): Queue {
  const jobs = createJobTable(options)
  let workers = new Map<string, Worker>()
  return {
    ...jobs.queue,
    wake: (name) => workers.get(name)?.wake(),
    start: async () => {
      const sources = await jobs.open()
      const { log, metrics, pollMs = 1_000 } = options
      const settings = { log, metrics, pollMs, heartbeatMs: (heartbeatSeconds * 1000) / 3 }
      workers = new Map(sources.map((source) => [source.name, startWorker(source, settings)]))
    },
    stop: async (graceMs) => {
      await Promise.all([...workers.values()].map((worker) => worker.stop(graceMs)))
      workers.clear()
      await jobs.close()
    },
  }
}

/** The queue without workers: jobs can be put in and claimed. */
export interface JobTable {
  readonly queue: Pick<Queue, 'register' | 'enqueue'>
  readonly boss: PgBoss
  /** Makes the tables and the queues of what was registered. */
  open(): Promise<readonly JobSource[]>
  close(): Promise<void>
}

/** @param tuning - options of the library, for tests */
export function createJobTable(
  { store, log, now }: Pick<QueueOptions, 'store' | 'log' | 'now'>,
  tuning: ConstructorOptions = {},
): JobTable {
  const boss = createBoss(store, log, tuning)
  const sources = new Map<string, () => Promise<JobSource>>()
  return {
    boss,
    queue: {
      register: (job) => {
        if (sources.has(job.name)) throw new Error(`the job ${job.name} is registered twice`)
        sources.set(job.name, () => openQueue(boss, store, job))
      },
      enqueue: async (job, data, options) => {
        await boss.send(job.name, data, sendOptions(now(), options))
      },
    },
    open: async () => {
      await startBoss(boss)
      await boss.createQueue(deadLetters, { retentionSeconds: 3650 * daySeconds })
      const opened: JobSource[] = []
      for (const open of sources.values()) opened.push(await open())
      return opened
    },
    // each worker has stopped by now, and the store is not ours to close
    close: () => boss.stop({ close: false, graceful: false }),
  }
}

async function openQueue<Data extends object>(
  boss: PgBoss,
  store: Store,
  job: JobDefinition<Data>,
): Promise<JobSource> {
  const settings = {
    retryLimit: job.retryLimit ?? 20,
    retryDelay: job.retryDelay ?? 1,
    retryDelayMax: job.retryDelayMax ?? 900,
    retryBackoff: true,
    heartbeatSeconds,
    expireInSeconds: daySeconds - 1,
    deleteAfterSeconds: daySeconds,
    retentionSeconds: 365 * daySeconds,
    deadLetter: deadLetters,
  }
  // "short" keeps at most one waiting job per key; each job without a key gets one of its own
  await boss.createQueue(job.name, { ...settings, policy: 'short' })
  await boss.updateQueue(job.name, settings)
  // The library looks a queue up once, outside the caller's transaction. On one embedded connection that would wait for
  // the very transaction that enqueues, so it is looked up now.
  await boss.findJobs(job.name, { id: randomUUID() })
  return jobSource(boss, store, job)
}

/** Waits are sent as durations: the database compares with its own clock, which may differ from ours. */
const sendOptions = (now: Date, { trx, startAfter, singletonKey }: EnqueueOptions = {}) => ({
  singletonKey: singletonKey ?? randomUUID(),
  ...(startAfter ? { startAfter: Math.max(0, startAfter.getTime() - now.getTime()) / 1000 } : {}),
  ...(trx ? { db: fromKysely(trx) } : {}),
})
