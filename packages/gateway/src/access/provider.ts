import { randomBytes } from 'node:crypto'
import { type Adapter, errors, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { ClientConfig } from '../config/types.ts'
import type { Log } from '../telemetry/types.ts'
import type { Addresses } from './addresses.ts'
import { assertionAlgorithms, clientMetadata } from './clients.ts'
import { scopes } from './scopes.ts'
import { type SigningKey, tokenAlgorithm } from './signing-keys.ts'

/** How long an access token lives. */
const tokenSeconds = 600
/** How far ahead an assertion may expire: it must be remembered that long. */
const maxAssertionSeconds = 300
/** How far the clocks of clients may be off. */
const clockToleranceSeconds = 15

/** What the authorization server is made from. */
export interface ProviderParts {
  readonly addresses: Addresses
  readonly clients: readonly ClientConfig[]
  readonly keys: readonly SigningKey[]
  readonly adapter: (model: string) => Adapter
  readonly log: Log
  readonly now: () => Date
}

/** The authorization server: client credentials with `private_key_jwt`, JWT access tokens (RFC 9068), nothing else. */
export function createProvider({ addresses, clients, keys, adapter, log, now }: ProviderParts): Provider {
  const provider = new Provider(addresses.issuer, {
    adapter,
    clients: clients.map(clientMetadata),
    jwks: { keys: [...keys] },
    scopes: [...scopes],
    claims: {},
    responseTypes: [],
    clientDefaults: { id_token_signed_response_alg: tokenAlgorithm },
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: [...assertionAlgorithms] },
    clockTolerance: clockToleranceSeconds,
    // Nothing here uses a browser session. The library signs its cookies all the same and warns without keys.
    cookies: { keys: [randomBytes(32)] },
    ttl: { ClientCredentials: tokenSeconds },
    features: {
      ...onlyLogins,
      resourceIndicators: {
        enabled: true,
        defaultResource: () => addresses.resource,
        getResourceServerInfo: (ctx, resource) => tokenFor(ctx, resource, addresses),
      },
    },
    assertJwtClientAuthClaimsAndHeader: (_ctx, claims) => refuseLongLived(claims, now()),
    renderError: (ctx, out) => {
      ctx.type = 'json'
      ctx.body = out
    },
  })
  // The callback states host and protocol itself, from the public address.
  provider.proxy = true
  provider.on('grant.error', (ctx, error) => log.info(refusalOf(ctx, error), 'login refused'))
  provider.on('server_error', (_ctx, error) => log.error({ error }, 'login failed'))
  return provider
}

const onlyLogins = {
  clientCredentials: { enabled: true },
  devInteractions: { enabled: false },
  // The resource side does not check proofs yet; binding tokens nobody checks would only look safe.
  dPoP: { enabled: false },
  pushedAuthorizationRequests: { enabled: false },
  rpInitiatedLogout: { enabled: false },
  userinfo: { enabled: false },
} as const

/** RFC 6749 §3.3: a client that names no scope gets all of its own; one beyond them is refused, not left out silently. */
function tokenFor(ctx: KoaContextWithOIDC, resource: string, addresses: Addresses) {
  if (resource !== addresses.resource && resource !== addresses.publicUrl) throw new errors.InvalidTarget()
  const { params, client } = ctx.oidc
  const own = client?.scope ?? ''
  if (params && params.scope === undefined) params.scope = own
  const beyond = [...ctx.oidc.requestParamScopes].find((scope) => !own.split(' ').includes(scope))
  if (beyond !== undefined) throw new errors.InvalidScope('requested scope is not allowed', beyond)
  return {
    scope: own,
    audience: addresses.resource,
    accessTokenTTL: tokenSeconds,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: tokenAlgorithm } },
  } as const
}

/** Threat: an assertion valid for years is a password, and its `jti` would have to be remembered for years. */
function refuseLongLived(claims: Readonly<Record<string, unknown>>, now: Date): void {
  const latest = now.getTime() / 1000 + maxAssertionSeconds + clockToleranceSeconds
  if (Number(claims.exp) > latest)
    throw new errors.InvalidClientAuth(`an assertion may live ${maxAssertionSeconds} seconds at most`)
}

const refusalOf = (ctx: KoaContextWithOIDC, error: errors.OIDCProviderError) => ({
  client: ctx.oidc.client?.clientId ?? null,
  code: error.error,
  detail: error.error_detail ?? error.error_description ?? null,
})
