import { createHash, createHmac } from 'node:crypto'

/** A digest as text. Comparing two, mind that hexadecimal comes in both cases. */
export type DigestText = 'hex' | 'base64'

/** SM3 digest (GB/T 32905). Text is taken as UTF-8. */
export const sm3 = (content: string | Uint8Array, text: DigestText = 'hex'): string =>
  createHash('sm3').update(content).digest(text)

/** HMAC with SM3 (GB/T 15852.2). Text, of the key as well, is taken as UTF-8. */
export const hmacSm3 = (key: string | Uint8Array, content: string | Uint8Array, text: DigestText = 'hex'): string =>
  createHmac('sm3', key).update(content).digest(text)
