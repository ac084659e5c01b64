import type { Auth } from '../auth/auth.ts'
import { assertionSigner } from './client-assertion.ts'
import type { PrivateJwk } from './private-jwk.ts'
import { TokenCache } from './token-cache.ts'
import { requestToken } from './token-request.ts'

/** How a client proves who it is. */
export interface PrivateKeyJwtOptions {
  /** Identifier under which the gateway knows the client. */
  readonly clientId: string
  /** Private key whose public half the gateway knows: ES256, EdDSA, PS256 or RS256. {@link keyFile} reads one. */
  readonly key: PrivateJwk
  /** Scopes to ask for. @default all the client may have */
  readonly scopes?: readonly string[]
  /** Address of the token endpoint. @default `oauth/token` beside the gateway's endpoint */
  readonly tokenEndpoint?: string
  /**
   * Whom the assertion is for: the issuer's identifier, or the token endpoint where the issuer accepts that.
   *
   * @default the gateway's issuer, `oauth` beside its endpoint; with a `tokenEndpoint` of its own, that address
   */
  readonly audience?: string
  /** For which resource the token shall be (RFC 8707). Name it when the gateway is public under another address. @default the endpoint */
  readonly resource?: string
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/**
 * Gets tokens with a signed assertion instead of a shared secret (`private_key_jwt`, RFC 7523). The token is kept until
 * shortly before it expires; many calls share one refresh; a token the gateway refuses is replaced once.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` when the key cannot sign
 * @example
 * const auth = privateKeyJwt({ clientId: 'bank-yuecheng', key: await keyFile('./bank.jwk') })
 */
export function privateKeyJwt(options: PrivateKeyJwtOptions): Auth {
  const { clientId, key, scopes } = options
  const sign = assertionSigner(clientId, key)
  const cache = new TokenCache()
  return {
    token(control) {
      const { endpoint, refused } = control
      const { tokenEndpoint = new URL('oauth/token', endpoint).href } = options
      const audience = options.audience ?? options.tokenEndpoint ?? new URL('oauth', endpoint).href
      const issue = async () =>
        requestToken(control, tokenEndpoint, {
          grant_type: 'client_credentials',
          client_id: clientId,
          client_assertion_type: assertionType,
          client_assertion: await sign(audience),
          resource: options.resource ?? endpoint,
          ...(scopes && { scope: scopes.join(' ') }),
        })
      return cache.token(`${tokenEndpoint} ${endpoint}`, refused, issue)
    },
  }
}
