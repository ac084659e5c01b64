import { createHmac } from 'node:crypto'
import { sm2Sign } from '../../../sources/signing/sm2-sign.ts'

/** With what a delivery is signed. */
export interface Signers {
  /** Keys shared with the receiver; several while a secret is replaced. */
  readonly secrets: readonly Uint8Array[]
  readonly sm2: Sm2Signer
}

/** Our own key, 64 hexadecimal digits. */
export interface Sm2Signer {
  readonly id: string
  readonly privateKey: string
}

/** What is delivered. */
export interface Message {
  /** The same for each repetition. */
  readonly id: string
  readonly body: string
  readonly at: Date
}

/**
 * The headers of a delivery (Standard Webhooks, specification v1): identifier, time in seconds, and signatures over
 * `id.timestamp.body`, apart by a blank. `v1` is HMAC-SHA256 with a shared secret. Beside it stands ours, `vsm2,KEY.SIGNATURE`:
 * SM2 over SM3 with the usual user identifier, r and s as 64 bytes in Base64. Receivers skip versions they do not know.
 */
export function signedHeaders({ id, body, at }: Message, { secrets, sm2 }: Signers): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const content = `${id}.${timestamp}.${body}`
  const hmacs = secrets.map((key) => `v1,${createHmac('sha256', key).update(content, 'utf8').digest('base64')}`)
  const national = `vsm2,${sm2.id}.${sm2Sign(content, sm2.privateKey, { text: 'base64' })}`
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': [...hmacs, national].join(' ') }
}
