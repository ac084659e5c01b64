import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { TongbanError } from '@tongban/schema'
import { type DataKeyOptions, dataKey } from './data-key.ts'
import type { Seal } from './seal.ts'

const cipher = 'aes-256-gcm'
/** NIST SP 800-38D §8.2.2: random 96-bit nonces, at most 2^32 of them under one key. */
const nonceBytes = 12
const tagBytes = 16
/** First character of what we seal, so that a later form can stand beside this one. */
const form = '1'

/** The seal of this gateway. @throws TongbanError as {@link dataKey} */
export const openSeal = (options: DataKeyOptions): Seal => sealWith(dataKey(options))

/** A seal with a given key of 32 bytes. Sealing and finding use keys of their own, derived from it (HKDF, RFC 5869). */
export function sealWith(key: Uint8Array): Seal {
  const sealing = derive(key, 'tongban seal')
  const finding = derive(key, 'tongban fingerprint')
  return {
    seal: (plain, context) => seal(sealing, plain, context),
    open: (sealed, context) => open(sealing, sealed, context),
    fingerprint: (plain) => createHmac('sha256', finding).update(plain, 'utf8').digest('base64url'),
  }
}

const derive = (key: Uint8Array, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', purpose, 32))

function seal(key: Buffer, plain: string, context: string): string {
  const nonce = randomBytes(nonceBytes)
  const encrypt = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(context, 'utf8'))
  const body = Buffer.concat([encrypt.update(plain, 'utf8'), encrypt.final()])
  return form + Buffer.concat([nonce, encrypt.getAuthTag(), body]).toString('base64url')
}

function open(key: Buffer, sealed: string, context: string): string {
  try {
    if (!sealed.startsWith(form)) throw new Error('not a form this version knows')
    const bytes = Buffer.from(sealed.slice(form.length), 'base64url')
    const decrypt = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(context, 'utf8'))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
    const plain = Buffer.concat([decrypt.update(bytes.subarray(nonceBytes + tagBytes)), decrypt.final()])
    return plain.toString('utf8')
  } catch (cause) {
    throw new TongbanError('TB_INTERNAL', {}, { cause })
  }
}
