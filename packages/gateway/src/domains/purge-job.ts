import type { JobDefinition } from '../work/queue.ts'
import type { DomainDeps } from './domain.ts'

/** What a domain forgets from time to time. */
export interface Purge {
  /** Of the job, for example `copies.purge`. */
  readonly name: string
  readonly everyMs: number
  /** What the log says of it, for example `expired applicants forgotten`. */
  readonly done: string
  /** @returns how much was forgotten */
  forget(now: Date): Promise<number>
}

/** Forgets again and again, once for all gateways on one database. */
export function purgeJob(
  { name, everyMs, done, forget }: Purge,
  { queue, log, now }: Pick<DomainDeps, 'queue' | 'log' | 'now'>,
): JobDefinition & { plan(): Promise<void> } {
  const plan = (startAfter: Date): Promise<void> => queue.enqueue({ name }, {}, { startAfter, singletonKey: name })
  return {
    name,
    concurrency: 1,
    plan: () => plan(now()),
    async handle() {
      const purged = await forget(now())
      if (purged > 0) log.info({ purged }, done)
      await plan(new Date(now().getTime() + everyMs))
    },
  }
}
