import { createCipheriv, createDecipheriv } from 'node:crypto'

/** Sixteen bytes as text, which does not say which text it is: 24 Base64 signs or 32 hexadecimal digits. */
export type Sm4Bytes = { readonly hex: string } | { readonly base64: string }

/** How two systems have agreed to encrypt (GB/T 32907), with PKCS#7 padding. */
export interface Sm4Options {
  readonly key: Sm4Bytes
  /** With a starting vector: CBC. Without: ECB. */
  readonly iv?: Sm4Bytes
  /** How ciphertext is written. @default 'base64' */
  readonly text?: 'hex' | 'base64'
}

/** Encrypts and decrypts under one agreement. */
export interface Sm4Cipher {
  /** @param plain text is taken as UTF-8, never as hexadecimal */
  encrypt(plain: string | Uint8Array): string
  /** @throws TypeError when it was not encrypted under this agreement; says nothing about where it failed */
  decrypt(ciphertext: string): Buffer
}

const hexDigits = /^(?:[\da-f]{2})*$/i
const base64Signs = /^(?:[a-z\d+/]{4})*(?:[a-z\d+/]{2}==|[a-z\d+/]{3}=)?$/i

/** Bytes of a text, undefined when it is not of that kind: Node would skip signs it does not know. */
const bytesOf = (text: string, kind: 'hex' | 'base64'): Buffer | undefined =>
  (kind === 'hex' ? hexDigits : base64Signs).test(text) ? Buffer.from(text, kind) : undefined

function block(name: string, given: Sm4Bytes): Buffer {
  const bytes = 'hex' in given ? bytesOf(given.hex, 'hex') : bytesOf(given.base64, 'base64')
  if (bytes?.length !== 16) throw new TypeError(`The ${name} of SM4 is 16 bytes in hexadecimal or Base64.`)
  return bytes
}

/**
 * SM4 for payloads, in ECB or CBC.
 *
 * @throws TypeError for a key or starting vector that is not 16 bytes
 * @example
 * const cipher = sm4Cipher({ key: { hex: process.env.BUREAU_SM4 ?? '' } })
 * await call({ operation: 'items.page', path: '/items', body: { encData: cipher.encrypt(JSON.stringify(query)) }, reply })
 */
export function sm4Cipher({ key, iv, text = 'base64' }: Sm4Options): Sm4Cipher {
  const algorithm = iv ? 'sm4-cbc' : 'sm4-ecb'
  const secret = block('key', key)
  const start = iv ? block('starting vector', iv) : null
  return {
    encrypt(plain) {
      const cipher = createCipheriv(algorithm, secret, start)
      const bytes = typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain
      return Buffer.concat([cipher.update(bytes), cipher.final()]).toString(text)
    },
    decrypt(ciphertext) {
      const bytes = bytesOf(ciphertext.trim(), text)
      const decipher = createDecipheriv(algorithm, secret, start)
      try {
        if (bytes) return Buffer.concat([decipher.update(bytes), decipher.final()])
      } catch {
        // the same answer for wrong padding and wrong length
      }
      throw new TypeError('This was not encrypted with this SM4 key and mode.')
    },
  }
}
