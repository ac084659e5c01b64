import type { Log } from '../../telemetry/types.ts'
import type { JobDefinition, Queue } from '../../work/queue.ts'
import type { StoredCopies } from './table.ts'

const everyMs = 3_600_000

/** Forgets copies nobody may be served any more, every hour, once for all gateways on one database. */
export function purgeJob(
  copies: Pick<StoredCopies, 'purge'>,
  queue: Queue,
  log: Log,
  now: () => Date,
): JobDefinition & { plan(): Promise<void> } {
  const name = 'copies.purge'
  const plan = (startAfter: Date): Promise<void> => queue.enqueue({ name }, {}, { startAfter, singletonKey: name })
  return {
    name,
    concurrency: 1,
    plan: () => plan(now()),
    async handle() {
      const purged = await copies.purge(now())
      if (purged > 0) log.info({ purged }, 'old copies of answers forgotten')
      await plan(new Date(now().getTime() + everyMs))
    },
  }
}
