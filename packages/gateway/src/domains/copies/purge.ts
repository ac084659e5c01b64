import type { Purge } from '../purge-job.ts'
import type { StoredCopies } from './table.ts'

/** Copies nobody may be served any more are forgotten every hour. */
export const copyPurge = (copies: Pick<StoredCopies, 'purge'>): Purge => ({
  name: 'copies.purge',
  everyMs: 3_600_000,
  done: 'old copies of answers forgotten',
  forget: (now) => copies.purge(now),
})
