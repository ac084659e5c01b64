import type { IncomingMessage, ServerResponse } from 'node:http'
import { TongbanError } from '@tongban/schema'
import type { ClientConfig } from '../config/types.ts'
import type { Seal } from '../store/seal.ts'
import type { Store } from '../store/store.ts'
import type { Log } from '../telemetry/types.ts'
import { addressesOf, mountPath } from './addresses.ts'
import { assertionAdapter, assertionLedger } from './assertions.ts'
import { anonymous, type Caller, type ClientCaller } from './caller.ts'
import { checkClients } from './clients.ts'
import { createProvider, type ProviderParts } from './provider.ts'
import { signingKeys } from './signing-keys.ts'
import { tokenVerifier } from './verify.ts'

/** What the authorization server needs. */
export interface AuthorizationOptions {
  readonly store: Store
  readonly seal: Seal
  readonly clients: readonly ClientConfig[]
  /** Address under which clients reach the gateway. Asked at the first request, because a free port is known only then. */
  readonly publicUrl: () => string
  readonly log: Log
  readonly now: () => Date
}

/** Logins and tokens of one gateway. */
export interface Authorization {
  /**
   * Serves `/oauth/token`, `/oauth/jwks` and `/oauth/.well-known/openid-configuration` (also `…/oauth-authorization-server`).
   * Mount it for every request under `/oauth`, with the body unread.
   */
  callback(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** The client behind an access token. @throws TongbanError `TB_TOKEN_INVALID`, `TB_TOKEN_EXPIRED` */
  verify(token: string): Promise<ClientCaller>
  /** Who sends an `Authorization` header; nobody known without one. @throws TongbanError like {@link verify} */
  authenticate(header: string | undefined): Promise<Caller>
}

/**
 * Starts the authorization server on a migrated store.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` when a client's key or scope is wrong
 */
export async function createAuthorization(options: AuthorizationOptions): Promise<Authorization> {
  const { store, seal, clients, now } = options
  await checkClients(clients)
  const keys = await signingKeys(store, seal)
  const addresses = once(() => addressesOf(options.publicUrl()))
  const adapter = assertionAdapter(assertionLedger(store, now), now)
  const serve = once(() => mounted({ ...options, addresses: addresses(), keys, adapter }))
  const verify = tokenVerifier({ addresses, clients, keys, now })
  return {
    callback: async (request, response) => serve()(request, response),
    verify,
    authenticate: async (header) => (header === undefined ? anonymous : verify(bearer(header))),
  }
}

const once = <Value>(create: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: create() }
    return made.value
  }
}

/**
 * Threat: the library accepts an assertion whose audience is the token endpoint as the request's own headers name it.
 * Whoever is sent assertions at another address could forward them here with a `Host` of theirs. So host and protocol are
 * always those of the public address, which also makes discovery right behind a proxy.
 */
function mounted(parts: ProviderParts): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const handle = createProvider(parts).callback()
  const { host, protocol } = new URL(parts.addresses.publicUrl)
  const basePath = new URL(parts.addresses.issuer).pathname
  return async (request, response) => {
    const path = (request.url ?? '/').slice(mountPath.length) || '/'
    Object.assign(request.headers, { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) })
    Object.assign(request, { url: path, originalUrl: `${basePath}${path}` })
    await handle(request, response)
  }
}

function bearer(header: string): string {
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(header.trim())?.[1]
  if (token === undefined) throw new TongbanError('TB_TOKEN_INVALID')
  return token
}
