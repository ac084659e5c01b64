import { randomBytes } from 'node:crypto'
import { partsOf, sortedQuery } from './query.ts'
import { sm3 } from './sm3.ts'

/** What of a request is signed: all of it, or its body alone, as systems do that put time stamp and signature into envelopes of their own. */
export type SignedPart = 'REQUEST' | 'BODY'

/** Names of the headers a signature travels in. */
export interface SignatureHeaders {
  readonly signature: string
  readonly timestamp: string
  readonly nonce: string
  readonly keyId: string
}

export const signatureHeaders: SignatureHeaders = {
  signature: 'x-signature',
  timestamp: 'x-timestamp',
  nonce: 'x-nonce',
  keyId: 'x-key-id',
}

/** What the signed text is made of. `url` may be whole or begin with its path; `timestamp` is in milliseconds. */
export interface CanonicalParts {
  readonly method: string
  readonly url: string
  readonly body: string | Uint8Array | undefined
  readonly timestamp: string
  readonly nonce: string
}

/**
 * The text that stands for a request: method, path, sorted query as sent, time stamp, nonce and the SM3 digest of the body in
 * hexadecimal, each with a newline.
 */
export function canonicalText({ method, url, body = '', timestamp, nonce }: CanonicalParts): string {
  const { path, search } = partsOf(url)
  const lines = [method.toUpperCase(), path, sortedQuery(search, 'RAW'), timestamp, nonce, sm3(body)]
  return lines.map((line) => `${line}\n`).join('')
}

/** A nonce nobody has used: milliseconds and randomness, in hexadecimal. */
export const nonceAt = (now: Date): string => `${now.getTime().toString(16)}-${randomBytes(8).toString('hex')}`
