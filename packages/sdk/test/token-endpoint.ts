/** The token endpoint of an authorization server, checking client assertions as RFC 7523 §3 asks. */
import { type CryptoKey, type JWTPayload, jwtVerify } from 'jose'
import type { Answering, SeenRequest } from './http-gateway.ts'

/** A client assertion that passed its checks, and the form it came in. */
export interface CheckedAssertion {
  readonly alg: string
  readonly kid: string | undefined
  readonly claims: JWTPayload
  readonly form: URLSearchParams
}

/** Checks the assertion of a token request. */
export async function checkAssertion(request: SeenRequest, key: CryptoKey, issuer: string): Promise<CheckedAssertion> {
  const form = new URLSearchParams(request.text)
  const { payload, protectedHeader } = await jwtVerify(form.get('client_assertion') ?? '', key, {
    audience: issuer,
    issuer: 'bank',
    subject: 'bank',
    requiredClaims: ['jti', 'iat', 'exp'],
    maxTokenAge: 60,
  })
  return { alg: protectedHeader.alg, kid: protectedHeader.kid, claims: payload, form }
}

/** A token of some life, in seconds. */
export const issue = (token: string, expires_in = 600): Answering => ({
  json: { access_token: token, token_type: 'Bearer', expires_in },
})
