import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { TongbanError } from '@tongban/schema'
import { type DataKeyOptions, findDataKey, makeDataKey } from './data-key.ts'
import { checkValueOf, noteCheckValue, readCheckValue } from './key-check.ts'
import type { Seal } from './seal.ts'
import type { Store } from './store.ts'

const cipher = 'aes-256-gcm'
/** NIST SP 800-38D §8.2.2: random 96-bit nonces, at most 2^32 of them under one key. */
const nonceBytes = 12
const tagBytes = 16
/** First character of what we seal, so that a later form can stand beside this one. */
const form = '1'

/**
 * The seal of a migrated store, under the key that everything in it is sealed with. Only an empty store gets a new key: beside
 * sealed data it would be one more key that opens nothing, and would hide that the right one is lost.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` when the key is absent, another one or malformed; `TB_FILE_UNREADABLE`
 */
export async function openSeal(store: Store, options: DataKeyOptions): Promise<Seal> {
  const noted = await readCheckValue(store)
  const key = findDataKey(options) ?? (noted === undefined ? makeDataKey(options) : undefined)
  if (key === undefined) throw wrongKey('has no key here')
  const value = checkValueOf(key)
  if ((noted ?? (await noteCheckValue(store, value))) !== value) throw wrongKey('is sealed with another key')
  return sealWith(key)
}

const wrongKey = (what: string): TongbanError =>
  new TongbanError('TB_CONFIG_INVALID', { path: 'TONGBAN_DATA_KEY', detail: `the database ${what}; ${remedy}` })

const remedy =
  'restore the folder keys/ that was backed up with it, or set TONGBAN_DATA_KEY to its key; nothing was changed (恢复与数据库一同备份的 keys 目录,或将 TONGBAN_DATA_KEY 设为原密钥)'

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
