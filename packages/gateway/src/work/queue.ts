import type { Transaction } from 'kysely'

/** A kind of background work. */
export interface JobDefinition<Data extends object = object> {
  /** For example `submissions.deliver`. */
  readonly name: string
  /** How many run at once in this process. @default 4 */
  readonly concurrency?: number
  /** How often a failed run is repeated, with growing waits; after that it is kept as dead. @default 20 */
  readonly retryLimit?: number
  /** First wait in seconds, doubled each time up to `retryDelayMax`. @default 1 */
  readonly retryDelay?: number
  /** @default 900 */
  readonly retryDelayMax?: number
  /** Runs one job. Throwing repeats it. Must be safe to run twice. */
  handle(data: Data, run: JobRun): Promise<void>
}

/** What a running job knows. */
export interface JobRun {
  readonly signal: AbortSignal
  /** 1 for the first run. */
  readonly attempt: number
  readonly lastAttempt: boolean
}

/** How to put work into the queue. */
export interface EnqueueOptions {
  /** The work exists exactly when this transaction commits (transactional outbox). */
  readonly trx?: Transaction<unknown>
  readonly startAfter?: Date
  /** At most one waiting job per key. */
  readonly singletonKey?: string
}

/** Durable background work, shared by all gateways on one database. */
export interface Queue {
  register<Data extends object>(job: JobDefinition<Data>): void
  enqueue<Data extends object>(
    job: Pick<JobDefinition<Data>, 'name'>,
    data: Data,
    options?: EnqueueOptions,
  ): Promise<void>
  /** Look for work now instead of at the next poll. */
  wake(name: string): void
  start(): Promise<void>
  /** Waits for running jobs up to the grace time, then hands them back. */
  stop(graceMs: number): Promise<void>
}
