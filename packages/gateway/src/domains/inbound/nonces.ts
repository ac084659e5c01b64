import type { NonceMemory } from '../../sources/signing/inbound/verifier.ts'
import type { Store } from '../../store/store.ts'
import type { NonceTables } from './migrations.ts'

/** How often what need not be remembered any more is forgotten. */
const purgeEveryMs = 60_000
/** How much longer everything is remembered: clocks of gateways differ, and a clock that is set back must not open the door again. */
const clockSpreadMs = 600_000

/** Remembers used signatures in the database, so that no gateway accepts what another one has accepted. */
export interface StoredNonces {
  of(sourceId: string): NonceMemory
}

/** Whoever remembers also forgets, once a minute: the table holds little more than what came in the last quarter of an hour. */
export function storedNonces({ store, now }: { readonly store: Store; readonly now: () => Date }): StoredNonces {
  const db = store.db.withTables<NonceTables>()
  let purgedAt = Number.NEGATIVE_INFINITY
  const purge = async (): Promise<void> => {
    const at = now()
    if (at.getTime() - purgedAt < purgeEveryMs) return
    purgedAt = at.getTime()
    await db
      .deleteFrom('source_nonce')
      .where('until', '<', new Date(at.getTime() - clockSpreadMs))
      .execute()
  }
  return {
    of: (sourceId) => ({
      async first(mark, untilMs) {
        await purge()
        const inserted = await db
          .insertInto('source_nonce')
          .values({ source_id: sourceId, mark, until: new Date(untilMs) })
          .onConflict((conflict) => conflict.doNothing())
          .returning('mark')
          .execute()
        return inserted.length === 1
      },
    }),
  }
}
