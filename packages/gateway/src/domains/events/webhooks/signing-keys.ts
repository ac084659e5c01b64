import { createHash } from 'node:crypto'
import { sm2KeyPair } from '../../../sources/signing/sm2.ts'
import type { Seal } from '../../../store/seal.ts'
import type { Store } from '../../../store/store.ts'
import type { Sm2Signer } from './sign.ts'
import type { WebhookTables } from './tables.ts'

const contextOf = (id: string): string => `webhook_signing_key:${id}`

/** The gateway's own key for deliveries. */
export interface SigningKey extends Sm2Signer {
  /** `04` and 128 hexadecimal digits. */
  readonly publicKey: string
}

/**
 * The SM2 key that signs deliveries: made at first use, kept sealed in the database, the same for all gateways on it. Of two
 * gateways that make one at the same moment, one key is kept.
 */
export function signingKey(store: Store, seal: Seal): () => Promise<SigningKey> {
  let known: Promise<SigningKey> | undefined
  const load = async (): Promise<SigningKey> => {
    const kept = await readKey(store, seal)
    if (kept) return kept
    await addKey(store, seal)
    const made = await readKey(store, seal)
    if (made) return made
    throw new Error('the signing key that was made is not there')
  }
  return () => {
    known ??= load().catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
}

async function readKey(store: Store, seal: Seal): Promise<SigningKey | undefined> {
  const row = await store.db
    .withTables<WebhookTables>()
    .selectFrom('webhook_signing_key')
    .selectAll()
    .orderBy('position', 'desc')
    .executeTakeFirst()
  return row && { id: row.id, publicKey: row.public_key, privateKey: seal.open(row.sealed, contextOf(row.id)) }
}

async function addKey(store: Store, seal: Seal): Promise<void> {
  const { publicKey, privateKey } = sm2KeyPair()
  const id = createHash('sha256').update(publicKey).digest('base64url').slice(0, 16)
  await store.db
    .withTables<WebhookTables>()
    .insertInto('webhook_signing_key')
    .values({
      id,
      position: 1,
      public_key: publicKey,
      sealed: seal.seal(privateKey, contextOf(id)),
      created_at: new Date(),
    })
    .onConflict((conflict) => conflict.column('position').doNothing())
    .execute()
}
