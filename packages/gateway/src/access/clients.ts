import { TongbanError } from '@tongban/schema'
import { importJWK } from 'jose'
import type { ClientMetadata } from 'oidc-provider'
import type { ClientConfig } from '../config/types.ts'
import { isScope } from './scopes.ts'

/**
 * Signatures a client may log in with. `Ed25519` is the newer name of the same algorithm as `EdDSA` (RFC 9864).
 */
export const assertionAlgorithms = ['ES256', 'EdDSA', 'Ed25519', 'PS256', 'RS256'] as const

/** The algorithm a key is tried with; undefined when clients may not use such a key. */
function algorithmOf(key: Readonly<Record<string, unknown>>): string | undefined {
  if (key.kty === 'EC') return key.crv === 'P-256' ? 'ES256' : undefined
  if (key.kty === 'OKP') return key.crv === 'Ed25519' ? 'EdDSA' : undefined
  return key.kty === 'RSA' ? 'PS256' : undefined
}

/**
 * Checks the keys and scopes of the configured clients, so that a wrong one stops the start and not a login months later.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` with the path of what is wrong
 */
export async function checkClients(clients: readonly ClientConfig[]): Promise<void> {
  for (const [index, client] of clients.entries()) {
    const unknown = client.scopes.find((scope) => !isScope(scope))
    if (unknown !== undefined) throw wrong(`clients[${index}].scopes`, `there is no scope ${unknown}`)
    for (const [place, key] of client.jwks.keys.entries()) await checkKey(key, `clients[${index}].jwks.keys[${place}]`)
  }
}

async function checkKey(key: Readonly<Record<string, unknown>>, path: string): Promise<void> {
  const algorithm = algorithmOf(key)
  if (algorithm === undefined) throw wrong(path, 'use a P-256, Ed25519 or RSA public key')
  if ('d' in key) throw wrong(path, 'give the public key only: a private key must stay with the client')
  try {
    await importJWK({ ...key, kty: String(key.kty) }, algorithm)
  } catch (cause) {
    throw wrong(path, 'this is not a valid public key', cause)
  }
}

const wrong = (path: string, detail: string, cause?: unknown): TongbanError =>
  new TongbanError('TB_CONFIG_INVALID', { path, detail }, { cause })

/** A client in the words of the authorization server: it may log in with its key and nothing else. */
export const clientMetadata = (client: ClientConfig): ClientMetadata => ({
  client_id: client.id,
  client_name: client.title,
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
  token_endpoint_auth_method: 'private_key_jwt',
  scope: client.scopes.join(' '),
  jwks: { keys: client.jwks.keys.map((key) => ({ ...key, kty: String(key.kty) })) },
})
