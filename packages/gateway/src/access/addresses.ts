/** Where the parts of the authorization server are, seen from outside. */
export interface Addresses {
  /** Issuer of access tokens, and the right audience of login assertions. */
  readonly issuer: string
  /** The token endpoint; accepted as audience of login assertions too. */
  readonly token: string
  /** Audience of every access token, and the resource a client may name (RFC 8707). */
  readonly resource: string
  /** The gateway itself; accepted as another name of the resource. */
  readonly publicUrl: string
}

/** Path under which the authorization server is mounted. */
export const mountPath = '/oauth'

/** The addresses that follow from the gateway's public address, with or without a slash at its end. */
export function addressesOf(url: string): Addresses {
  const publicUrl = url.replace(/\/+$/, '')
  const issuer = `${publicUrl}${mountPath}`
  return { publicUrl, issuer, token: `${issuer}/token`, resource: `${publicUrl}/graphql` }
}
