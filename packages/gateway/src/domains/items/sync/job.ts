import { isTongbanError } from '@tongban/schema'
import type { JobDefinition } from '../../../work/queue.ts'
import type { DomainDeps } from '../../domain.ts'
import type { SyncItems } from './sync.ts'

const jobName = 'items.sync'

/** The recurring synchronisation: each run puts the next one into the queue, so that many gateways share one schedule. */
export function syncJob(
  { queue, log, now, settings }: Pick<DomainDeps, 'queue' | 'log' | 'now' | 'settings'>,
  sync: SyncItems,
) {
  const again = (startAfter: Date) => queue.enqueue({ name: jobName }, {}, { startAfter, singletonKey: jobName })
  const next = () => new Date(now().getTime() + settings.syncEveryMinutes * 60_000)
  const job: JobDefinition<object> = {
    name: jobName,
    concurrency: 1,
    retryLimit: 0,
    async handle(_data, { signal }) {
      try {
        await sync({ signal })
      } catch (error) {
        // The schedule is the retry: the next run continues where this one stopped.
        log.warn({ code: isTongbanError(error) ? error.code : 'TB_INTERNAL' }, 'synchronisation of items failed')
      } finally {
        await again(next())
      }
    },
  }
  return { job, start: () => again(now()) }
}
