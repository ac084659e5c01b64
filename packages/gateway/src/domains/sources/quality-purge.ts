import type { Store } from '../../store/store.ts'
import type { Purge } from '../purge-job.ts'
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

/** The quality ledger is purged every day. */
export const qualityPurge = (store: Store): Purge => ({
  name: 'sources.purge',
  everyMs: dayMs,
  done: 'old figures of sources forgotten',
  forget: (now) => purgeQuality(store, now),
})
