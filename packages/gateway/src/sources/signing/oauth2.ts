import { z } from 'zod'
import { checkOptions } from '../options/option-mistake.ts'
import { httpAddress } from '../options/shapes.ts'
import type { HttpRequest } from '../source.ts'
import { checkNeeded } from './check.ts'
import { credential } from './credential.ts'
import { fetchSecret } from './fetch-secret.ts'
import type { Signer } from './signer.ts'
import { bearer, placeToken, type TokenPlace } from './token-place.ts'

/** A client of somebody else's authorization server (RFC 6749 §4.4). */
export interface OAuth2Options {
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope?: string
  /** More fields of the token request, for example `audience`. */
  readonly more?: Readonly<Record<string, string>>
  /** Where the client's secret travels: as HTTP Basic (RFC 6749 §2.3.1), or in the form. @default 'BASIC' */
  readonly credentials?: 'BASIC' | 'BODY'
  /** How long a token holds that came without `expires_in`. @default 300_000 */
  readonly validForMs?: number
  /** @default 30_000 */
  readonly skewMs?: number
  /** @default the header `authorization`, with `Bearer` */
  readonly place?: TokenPlace
}

const tokenReply = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional(),
})

/** RFC 6749 §2.3.1 encodes both halves before they are joined. */
const basic = ({ clientId, clientSecret }: OAuth2Options): string => {
  const halves = [clientId, clientSecret].map((text) => new URLSearchParams({ '': text }).toString().slice(1))
  return `Basic ${Buffer.from(halves.join(':')).toString('base64')}`
}

function tokenRequest(options: OAuth2Options): HttpRequest {
  const { tokenUrl, clientId, clientSecret, scope, more, credentials = 'BASIC' } = options
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    ...(scope === undefined ? {} : { scope }),
    ...more,
    ...(credentials === 'BODY' ? { client_id: clientId, client_secret: clientSecret } : {}),
  })
  return {
    method: 'POST',
    url: tokenUrl,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...(credentials === 'BASIC' ? { authorization: basic(options) } : {}),
    },
    body: form.toString(),
  }
}

/** Sends an access token that it gets by client credentials, and gets anew before it ends or when it is refused. */
export const oauth2ClientCredentials = (options: OAuth2Options): Signer => {
  checkNeeded('oauth2ClientCredentials', options, {
    clientId: 'the client id',
    clientSecret: 'the secret of the client',
  })
  checkOptions('oauth2ClientCredentials', z.looseObject({ tokenUrl: httpAddress }), options)
  return credential({
    ...(options.skewMs === undefined ? {} : { skewMs: options.skewMs }),
    obtain: async (io) => {
      const reply = await fetchSecret(io, tokenRequest(options), tokenReply)
      const validForMs = reply.expires_in === undefined ? (options.validForMs ?? 300_000) : reply.expires_in * 1_000
      return { secret: reply.access_token, validForMs }
    },
    apply: (request, token) => placeToken(request, options.place ?? bearer, token),
  })
}
