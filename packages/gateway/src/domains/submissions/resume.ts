import type { DomainDeps } from '../domain.ts'
import { deliveryJob } from './delivery-job.ts'
import { endLeases } from './delivery-store.ts'

type Deps = Pick<DomainDeps, 'store' | 'queue' | 'log'>

/**
 * Goes on at once with what was being delivered when the process died. Only on the embedded store: its folder belongs to one
 * process, so a lease taken before this one began is nobody's. On a server it may be another gateway's, and its end is
 * waited for.
 *
 * @param begun - before any worker of this process took a lease
 */
export async function resumeDeliveries({ store, queue, log }: Deps, begun: Date): Promise<void> {
  if (store.kind !== 'pglite') return
  for (const submissionId of await endLeases(store.db, begun)) {
    log.info({ submission: submissionId }, 'a delivery that was cut short goes on')
    await queue.enqueue(deliveryJob, { submissionId }, { singletonKey: submissionId })
  }
  queue.wake(deliveryJob.name)
}
