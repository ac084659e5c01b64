import type { Log } from '../../telemetry/types.ts'
import type { JobDefinition, Queue } from '../../work/queue.ts'
import type { ApplicantStore } from './store.ts'

const everyMs = 3_600_000

/** Forgets applicants whose handle has expired, every hour, once for all gateways on one database. */
export function purgeJob(
  store: ApplicantStore,
  queue: Queue,
  log: Log,
  now: () => Date,
): JobDefinition & { plan(): Promise<void> } {
  const name = 'applicants.purge'
  const plan = (startAfter: Date): Promise<void> => queue.enqueue({ name }, {}, { startAfter, singletonKey: name })
  return {
    name,
    concurrency: 1,
    plan: () => plan(now()),
    async handle() {
      const purged = await store.purge(now())
      if (purged > 0) log.info({ purged }, 'expired applicants forgotten')
      await plan(new Date(now().getTime() + everyMs))
    },
  }
}
