import { type Adapter, errors } from 'oidc-provider'
import type { Store } from '../store/store.ts'
import type { AccessTables } from './schema.ts'

const purgeEveryMs = 60_000

/** Remembers login assertions until they expire. */
export interface AssertionLedger {
  /** False when it is there already, in this process or in another. */
  remember(id: string, expiresAt: Date): Promise<boolean>
  seen(id: string): Promise<boolean>
}

/** The ledger in the database. Expired entries go once a minute, at the next login. */
export function assertionLedger(store: Store, now: () => Date): AssertionLedger {
  const db = store.db.withTables<AccessTables>()
  let purgedAt = 0
  async function purge(): Promise<void> {
    if (now().getTime() - purgedAt < purgeEveryMs) return
    purgedAt = now().getTime()
    await db.deleteFrom('access_assertion').where('expires_at', '<=', now()).execute()
  }
  return {
    async remember(id, expiresAt) {
      await purge()
      const inserted = await db
        .insertInto('access_assertion')
        .values({ id, expires_at: expiresAt })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst()
      return inserted !== undefined
    },
    async seen(id) {
      const row = await db.selectFrom('access_assertion').select('id').where('id', '=', id).executeTakeFirst()
      return row !== undefined
    },
  }
}

/**
 * The storage of the authorization server. It issues signed tokens to configured clients only, so that the one thing it
 * stores is which assertions were used (its model `ReplayDetection`).
 *
 * Threat: somebody who got hold of an assertion sends it a second time, to another gateway on the same database, at the
 * same moment. Asking first and writing afterwards would let both in; the insert decides.
 */
export function assertionAdapter(ledger: AssertionLedger, now: () => Date): (model: string) => Adapter {
  const adapter: Adapter = {
    async upsert(id, _payload, expiresIn = 0) {
      const fresh = await ledger.remember(id, new Date(now().getTime() + expiresIn * 1000))
      if (!fresh) throw new errors.InvalidClientAuth('client assertion tokens must only be used once')
    },
    async find(id) {
      return (await ledger.seen(id)) ? { jti: id } : undefined
    },
    async findByUserCode() {},
    async findByUid() {},
    async consume() {},
    async destroy() {},
    async revokeByGrantId() {},
  }
  const nothing: Adapter = { ...adapter, async upsert() {}, async find() {} }
  return (model) => (model === 'ReplayDetection' ? adapter : nothing)
}
