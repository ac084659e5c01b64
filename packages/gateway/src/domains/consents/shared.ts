import type { Kysely } from 'kysely'
import { coalesce } from '../../work/coalesce/coalesce.ts'
import { keyedRows, mayBeOneRow } from '../../work/coalesce/keyed-rows.ts'
import { type ConsentRow, consentKey, tables } from './store.ts'

/** Consents by global identifier, for several requests at once. Whose they are is for the caller to check. */
export interface SharedConsents {
  /** As it stands now; nothing is kept. */
  read(id: string): Promise<ConsentRow | undefined>
  /**
   * Takes one use: whatever runs at the same time, here or in another gateway, there are never more uses than the citizen
   * allowed. @returns false when none could be taken
   */
  takeUse(id: string): Promise<boolean>
}

/** Reads and uses what requests ask for at the same moment in one statement each; every use is counted by itself. */
export function sharedConsents(db: Kysely<unknown>, now: () => Date): SharedConsents {
  const rows = keyedRows(
    (keys) => tables(db).selectFrom('consent').selectAll().where('id', 'in', keys).execute(),
    (row) => row.id,
  )
  const uses = coalesce({
    identity: (key: string) => key,
    sameKey: 'waits',
    mayBeOneKey: mayBeOneRow,
    load: (keys) => takeUses(db, keys, now()),
  })
  return {
    async read(id) {
      const key = consentKey(id)
      return key === undefined ? undefined : (await rows([key]))[0]
    },
    async takeUse(id) {
      const key = consentKey(id)
      return key !== undefined && (await uses([key]))[0] === true
    },
  }
}

/**
 * Takes one use of each of several consents in one statement. Rows are locked in the order of their keys, so that two such
 * statements never wait for each other; what must hold is checked on the row as it is once it is locked.
 */
async function takeUses(db: Kysely<unknown>, keys: readonly string[], now: Date): Promise<readonly boolean[]> {
  const taken = await tables(db)
    .with(
      (held) => held('held').materialized(),
      (query) => query.selectFrom('consent').select('id').where('id', 'in', keys).orderBy('id').forUpdate(),
    )
    .updateTable('consent')
    .set((row) => ({ uses_left: row('uses_left', '-', 1) }))
    .where('id', 'in', (query) => query.selectFrom('held').select('held.id'))
    .where('state', '=', 'GRANTED')
    .where('uses_left', '>', 0)
    .where('expires_at', '>', now)
    .returning('id')
    .execute()
  const ids = new Set(taken.map(({ id }) => id))
  return keys.map((key) => ids.has(key))
}
