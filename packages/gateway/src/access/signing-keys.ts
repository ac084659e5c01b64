import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { z } from 'zod'
import type { Seal } from '../store/seal.ts'
import type { Store } from '../store/store.ts'
import type { AccessTables } from './schema.ts'

/** Algorithm of access tokens: short signatures, known to every library. */
export const tokenAlgorithm = 'ES256'

/** A private signing key as the authorization server takes it. */
export type SigningKey = z.output<typeof signingKey>

const text = z.string().min(1)
const signingKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: text,
  y: text,
  d: text,
  kid: text,
  alg: z.literal(tokenAlgorithm),
  use: z.literal('sig'),
})

const contextOf = (kid: string): string => `access_signing_key:${kid}`

/**
 * The keys that sign access tokens. Made once and kept sealed in the database, so that tokens outlive a restart and every
 * gateway on one database signs alike. Of two gateways that start first at the same moment, one key is kept.
 */
export async function signingKeys(store: Store, seal: Seal): Promise<readonly SigningKey[]> {
  const kept = await readKeys(store, seal)
  if (kept.length > 0) return kept
  await addKey(store, seal)
  return readKeys(store, seal)
}

async function readKeys(store: Store, seal: Seal): Promise<SigningKey[]> {
  const rows = await store.db
    .withTables<AccessTables>()
    .selectFrom('access_signing_key')
    .select(['kid', 'sealed'])
    .orderBy('position', 'desc')
    .execute()
  return rows.map(({ kid, sealed }) => signingKey.parse(JSON.parse(seal.open(sealed, contextOf(kid)))))
}

async function addKey(store: Store, seal: Seal): Promise<void> {
  const jwk = await newKey()
  await store.db
    .withTables<AccessTables>()
    .insertInto('access_signing_key')
    .values({
      kid: jwk.kid,
      position: 1,
      sealed: seal.seal(JSON.stringify(jwk), contextOf(jwk.kid)),
      created_at: new Date(),
    })
    .onConflict((conflict) => conflict.column('position').doNothing())
    .execute()
}

async function newKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(tokenAlgorithm, { extractable: true })
  const jwk: JWK = await exportJWK(privateKey)
  return signingKey.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: tokenAlgorithm, use: 'sig' })
}

/** The part of a key everybody may see. */
export const publicPart = ({ d: _, ...jwk }: SigningKey): JWK => jwk
