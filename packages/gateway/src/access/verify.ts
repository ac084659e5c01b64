import { TongbanError } from '@tongban/schema'
import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from 'jose'
import { LRUCache } from 'lru-cache'
import type { ClientConfig } from '../config/types.ts'
import type { Addresses } from './addresses.ts'
import type { ClientCaller } from './caller.ts'
import { publicPart, type SigningKey, tokenAlgorithm } from './signing-keys.ts'

/** How far the clocks of two gateways may be apart. */
const skewSeconds = 5
const maxRemembered = 2_000
/** Ours have about 700 characters. Nothing longer is worth hashing. */
const maxTokenLength = 4_096

/** What tokens are checked against. */
export interface VerifierParts {
  readonly addresses: () => Addresses
  readonly clients: readonly ClientConfig[]
  readonly keys: readonly SigningKey[]
  readonly now: () => Date
}

/** Reads an access token. @throws TongbanError `TB_TOKEN_INVALID`, `TB_TOKEN_EXPIRED` */
export type Verify = (token: string) => Promise<ClientCaller>

/** Checks access tokens by RFC 9068 §4 and remembers the good ones, because checking a signature costs more than most queries. */
export function tokenVerifier({ addresses, clients, keys, now }: VerifierParts): Verify {
  const jwks = createLocalJWKSet({ keys: keys.map(publicPart) })
  const byId = new Map(clients.map((client) => [client.id, client]))
  const remembered = new LRUCache<string, { readonly caller: ClientCaller; readonly expiresAt: number }>({
    max: maxRemembered,
  })

  async function claimsOf(token: string): Promise<JWTPayload> {
    const { issuer, resource } = addresses()
    const { payload } = await jwtVerify(token, jwks, {
      issuer,
      audience: resource,
      algorithms: [tokenAlgorithm],
      typ: 'at+jwt',
      clockTolerance: skewSeconds,
      currentDate: now(),
      requiredClaims: ['exp', 'sub', 'client_id'],
    })
    return payload
  }

  return async (token) => {
    if (token.length > maxTokenLength) throw new TongbanError('TB_TOKEN_INVALID')
    const known = remembered.get(token)
    if (known && known.expiresAt > now().getTime()) return known.caller
    const claims = await claimsOf(token).catch(refuse)
    const caller = callerOf(claims, byId)
    remembered.set(token, { caller, expiresAt: ((claims.exp ?? 0) + skewSeconds) * 1000 })
    return caller
  }
}

function refuse(cause: unknown): never {
  throw new TongbanError(cause instanceof errors.JWTExpired ? 'TB_TOKEN_EXPIRED' : 'TB_TOKEN_INVALID', {}, { cause })
}

/** A client that was taken out of the configuration loses its tokens at once, one that lost a scope loses that scope. */
function callerOf(claims: JWTPayload, clients: ReadonlyMap<string, ClientConfig>): ClientCaller {
  const client = clients.get(String(claims.client_id))
  if (client === undefined || claims.sub !== client.id) throw new TongbanError('TB_TOKEN_INVALID')
  const granted = typeof claims.scope === 'string' ? claims.scope.split(' ') : []
  const scopes = new Set(granted.filter((scope) => client.scopes.includes(scope)))
  return { kind: 'client', id: client.id, title: client.title, scopes }
}
