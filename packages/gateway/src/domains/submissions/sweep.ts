import type { JobDefinition } from '../../work/queue.ts'
import type { DomainDeps } from '../domain.ts'
import { deliveryJob } from './delivery-job.ts'
import { stranded } from './delivery-store.ts'

const everyMs = 3_600_000
/** Longer than any wait between two attempts. */
const strandedAfterMs = 4 * deliveryJob.retryDelayMax * 1000

const sweepJob = { name: 'submissions.sweep', concurrency: 1 } as const

/**
 * Puts submissions into the queue again whose job is gone: its last attempt died with its worker, or an operator
 * cleared the queue. A submission never waits for something that will not come.
 */
export const sweepDefinition = (deps: DomainDeps): JobDefinition => ({
  ...sweepJob,
  handle: async () => {
    const ids = await stranded(deps.store.db, new Date(deps.now().getTime() - strandedAfterMs))
    for (const id of ids) {
      deps.log.warn({ submission: id }, 'a submission had no delivery under way')
      await deps.queue.enqueue(deliveryJob, { submissionId: id }, { singletonKey: id })
    }
    await planSweep(deps)
  },
})

/** The next sweep; all gateways together wait for one. */
export const planSweep = ({ queue, now }: Pick<DomainDeps, 'queue' | 'now'>): Promise<void> =>
  queue.enqueue(sweepJob, {}, { singletonKey: 'next', startAfter: new Date(now().getTime() + everyMs) })
