import { purgeEvents } from '../../work/event-log/purge-events.ts'
import type { JobDefinition } from '../../work/queue.ts'
import type { DomainDeps } from '../domain.ts'
import { purgeAttempts } from './webhooks/attempts.ts'

const dayMs = 86_400_000
const name = 'events.purge'

type Deps = Pick<DomainDeps, 'store' | 'queue' | 'log' | 'now' | 'settings'>

/** Forgets old events and attempts every day, once for all gateways on one database. */
export function purgeJob({ store, queue, log, now, settings }: Deps): JobDefinition & { plan(): Promise<void> } {
  const plan = (startAfter: Date): Promise<void> => queue.enqueue({ name }, {}, { startAfter, singletonKey: name })
  const ago = (days: number): Date => new Date(now().getTime() - days * dayMs)
  return {
    name,
    concurrency: 1,
    plan: () => plan(now()),
    async handle() {
      const { retentionDays, webhooks } = settings.events
      const events = await purgeEvents(store, ago(retentionDays))
      const attempts = await purgeAttempts(store, ago(webhooks.attemptDays))
      if (events + attempts > 0) log.info({ events, attempts }, 'old events and attempts forgotten')
      await plan(new Date(now().getTime() + dayMs))
    },
  }
}
