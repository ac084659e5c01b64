import type { Transaction } from 'kysely'
import { consentKey, tables } from './store.ts'

/**
 * Counts an errand that rests on a consent. All that must hold is in the one statement, on the row as it is once it is
 * locked, so that neither a second errand nor a revocation slips in between.
 */
export async function handInUnder(trx: Transaction<unknown>, consentId: string, now: Date): Promise<boolean> {
  const key = consentKey(consentId)
  if (key === undefined) return false
  const counted = await tables(trx)
    .updateTable('consent')
    .set((row) => ({ errands: row('errands', '+', 1) }))
    .where('id', '=', key)
    .where('state', '=', 'GRANTED')
    .where('expires_at', '>', now)
    .whereRef('errands', '<', 'uses')
    .returning('id')
    .executeTakeFirst()
  return counted !== undefined
}
