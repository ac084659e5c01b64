import { sm2 } from 'sm-crypto-v2'
import { derOf, rawOf, type Sm2Form } from './sm2-form.ts'

/** What two systems have agreed on about SM2 signatures. */
export interface Sm2Habits {
  /** Identifier of the signer that enters the digest (GB/T 32918.2, Z_A). An empty one gives another digest. @default '1234567812345678' */
  readonly userId?: string
  /** @default 'raw' */
  readonly form?: Sm2Form
  /** @default 'hex' */
  readonly text?: 'hex' | 'base64'
}

/** What GM/T 0009 takes for a signer without an identifier. */
export const defaultUserId = '1234567812345678'

const bytesOf = (message: string | Uint8Array): Uint8Array =>
  typeof message === 'string' ? Buffer.from(message, 'utf8') : message

/** A private key as the library wants it. @throws TypeError when it is none */
function checkedPrivateKey(key: string): string {
  if (!/^[\da-f]{64}$/i.test(key)) throw new TypeError('An SM2 private key is 64 hexadecimal digits.')
  return key.toLowerCase()
}

const isPoint = (key: string): boolean => {
  try {
    return /^04[\da-f]{128}$/i.test(key) && sm2.verifyPublicKey(key)
  } catch {
    return false
  }
}

/** A public key as the library wants it. @throws TypeError when it is no point of the curve, uncompressed */
export function checkedPublicKey(key: string): string {
  if (!isPoint(key)) throw new TypeError('An SM2 public key is 04 and 128 hexadecimal digits of a point of the curve.')
  return key.toLowerCase()
}

/**
 * Signs with SM2 over SM3 with Z_A (GB/T 32918.2). Text is taken as UTF-8.
 *
 * @param privateKey 64 hexadecimal digits
 * @throws TypeError for a key of another form
 */
export function sm2Sign(message: string | Uint8Array, privateKey: string, habits: Sm2Habits = {}): string {
  const { userId = defaultUserId, form = 'raw', text = 'hex' } = habits
  // Without `hash` the library signs the message itself instead of its digest, which nobody else accepts.
  const hex = sm2.doSignature(bytesOf(message), checkedPrivateKey(privateKey), { hash: true, userId })
  const raw = Buffer.from(hex, 'hex')
  return (form === 'der' ? derOf(raw) : raw).toString(text)
}

/** r and s of a signature, 64 bytes; undefined when the text is no signature of this kind. Hexadecimal may be of either case. */
export function readSm2Signature(
  signature: string,
  { form = 'raw', text = 'hex' }: Sm2Habits = {},
): Buffer | undefined {
  const bytes = Buffer.from(signature, text)
  // Node skips what it cannot read, and one signature must not have many spellings.
  const isWhole = bytes.toString(text) === (text === 'hex' ? signature.toLowerCase() : signature)
  if (!isWhole) return undefined
  return form === 'der' ? rawOf(bytes) : bytes.length === 64 ? bytes : undefined
}

/**
 * Whether a signature is of this message and key. Everything that is no signature is not.
 *
 * @param publicKey `04` and 128 hexadecimal digits
 * @throws TypeError for a key that is no point of the curve
 */
export function sm2Verify(
  message: string | Uint8Array,
  signature: string,
  publicKey: string,
  habits: Sm2Habits = {},
): boolean {
  const key = checkedPublicKey(publicKey)
  const raw = readSm2Signature(signature, habits)
  if (!raw) return false
  try {
    const options = { hash: true, userId: habits.userId ?? defaultUserId }
    return sm2.doVerifySignature(bytesOf(message), raw.toString('hex'), key, options)
  } catch {
    // s is 0 or not below the order of the curve
    return false
  }
}
