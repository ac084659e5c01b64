import { isTongbanError } from '@tongban/schema'
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import type { Store } from '../store/store.ts'
import { queueSchema } from './boss.ts'
import type { JobDefinition } from './queue.ts'

/** How a claimed job ended: `ok`, or the code under which it failed. */
export type JobOutcome = string

/** A job this process holds. Everything is fenced by the attempt: a claim that was lost settles nothing. */
export interface Claim {
  /** Runs the job and settles it. Never throws. */
  run(signal: AbortSignal): Promise<JobOutcome>
  /** Tells that the job is alive; false when the claim was lost. */
  touch(): Promise<boolean>
  /** Gives the job back as if it had not been claimed, for a stop: it costs no attempt. */
  handBack(): Promise<void>
}

/** Takes jobs of one kind out of the queue. */
export interface JobSource {
  readonly name: string
  readonly concurrency: number
  claim(count: number, options?: { readonly early?: boolean }): Promise<readonly Claim[]>
}

/** The jobs of one definition. */
export const jobSource = <Data extends object>(boss: PgBoss, store: Store, job: JobDefinition<Data>): JobSource => ({
  name: job.name,
  concurrency: job.concurrency ?? 4,
  claim: async (count, { early = false } = {}) => {
    const jobs = await boss.fetch<Data>(job.name, {
      batchSize: count,
      includeMetadata: true,
      ignoreStartAfter: early,
    })
    return jobs.map((claimed) => claimOf(boss, store, job, claimed))
  },
})

function claimOf<Data extends object>(
  boss: PgBoss,
  store: Store,
  job: JobDefinition<Data>,
  { id, data, retryCount, retryLimit }: JobWithMetadata<Data>,
): Claim {
  const attempt = { id, retryCount }
  return {
    run: async (signal) => {
      try {
        await job.handle(data, { signal, attempt: retryCount + 1, lastAttempt: retryCount >= retryLimit })
      } catch (error) {
        // what is kept with the job must not hold personal data, hence the code and not the message
        const outcome = outcomeOf(error)
        if (!signal.aborted) await boss.fail(job.name, attempt, { code: outcome })
        return outcome
      }
      await boss.complete(job.name, attempt)
      return 'ok'
    },
    touch: async () => {
      const { rows } = await store.query(touchSql, [job.name, id, retryCount])
      return rows.length > 0
    },
    handBack: async () => {
      await store.query(handBackSql, [job.name, id, retryCount])
    },
  }
}

const outcomeOf = (error: unknown): JobOutcome => (isTongbanError(error) ? error.code : 'TB_INTERNAL')

const held = "name = $1 and id = $2 and state = 'active' and retry_count = $3"
const touchSql = `update ${queueSchema}.job set heartbeat_on = now() where ${held} returning id`
// Without started_on the next claim does not count as a further attempt (the library's own "restore" does the same).
const handBackSql = `update ${queueSchema}.job
  set state = 'retry', started_on = null, heartbeat_on = null, start_after = now() where ${held}`
