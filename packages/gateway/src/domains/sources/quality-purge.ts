import type { Store } from '../../store/store.ts'
import type { Log } from '../../telemetry/types.ts'
import type { JobDefinition, Queue } from '../../work/queue.ts'
import type { QualityTables } from './quality-tables.ts'

/** A year and a month: this month can be put beside the same one of last year. */
export const keepDays = 400

const dayMs = 86_400_000

/** Forgets figures and drifts older than {@link keepDays}, and the shapes of sources that have not been called since. @returns how many rows */
export async function purgeQuality(store: Store, now: Date): Promise<number> {
  const db = store.db.withTables<QualityTables>()
  const oldest = new Date(now.getTime() - keepDays * dayMs)
  const hours = await db.deleteFrom('source_quality_hour').where('hour', '<', oldest).executeTakeFirst()
  const drifts = await db.deleteFrom('source_drift').where('last_seen', '<', oldest).executeTakeFirst()
  await db
    .deleteFrom('source_shape')
    .where('source_id', 'not in', db.selectFrom('source_quality_hour').select('source_id'))
    .execute()
  return Number(hours.numDeletedRows) + Number(drifts.numDeletedRows)
}

/** Purges the quality ledger every day, once for all gateways on one database. */
export function qualityPurgeJob(
  store: Store,
  queue: Queue,
  log: Log,
  now: () => Date,
): JobDefinition & { plan(): Promise<void> } {
  const name = 'sources.purge'
  const plan = (startAfter: Date): Promise<void> => queue.enqueue({ name }, {}, { startAfter, singletonKey: name })
  return {
    name,
    concurrency: 1,
    plan: () => plan(now()),
    async handle() {
      const purged = await purgeQuality(store, now())
      if (purged > 0) log.info({ purged }, 'old figures of sources forgotten')
      await plan(new Date(now().getTime() + dayMs))
    },
  }
}
