import { createHmac } from 'node:crypto'
import { canonicalText, nonceAt, type SignatureHeaders, signatureHeaders } from './canonical.ts'
import { checkNeeded } from './check.ts'
import { type ClockSigner, withHeaders } from './signer.ts'

/** A secret two systems share, and how they sign with it. */
export interface HmacOptions {
  readonly secret: string
  /** @default 'sha256' */
  readonly algorithm?: 'sha256' | 'sm3'
  /** @default 'hex' */
  readonly text?: 'hex' | 'base64'
  /** @default x-signature, x-timestamp, x-nonce */
  readonly headers?: Partial<SignatureHeaders>
}

/** HMAC of a text under what was agreed. */
export const hmacOf = (content: string, { secret, algorithm = 'sha256', text = 'hex' }: HmacOptions): string =>
  createHmac(algorithm, secret).update(content, 'utf8').digest(text)

/** Signs the canonical text of whole requests with HMAC, SHA-256 or SM3. */
export const hmacSignature = (options: HmacOptions): ClockSigner => {
  checkNeeded('hmacSignature', options, { secret: 'the secret' })
  return (request, { now }) => {
    const names = { ...signatureHeaders, ...options.headers }
    const parts = { timestamp: String(now().getTime()), nonce: nonceAt(now()) }
    const content = canonicalText({ ...request, body: request.body, ...parts })
    return withHeaders(request, {
      [names.signature]: hmacOf(content, options),
      [names.timestamp]: parts.timestamp,
      [names.nonce]: parts.nonce,
    })
  }
}
