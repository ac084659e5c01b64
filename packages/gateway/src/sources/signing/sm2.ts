import { sm2 } from 'sm-crypto-v2'

/** Order of the parts of a ciphertext: the present standard, or the one before GM/T 0009-2012. */
export type Sm2Order = 'C1C3C2' | 'C1C2C3'

/** A key pair in hexadecimal. The public key is `04` and 128 digits. */
export interface Sm2KeyPair {
  readonly publicKey: string
  readonly privateKey: string
}

const modeOf = { C1C3C2: 1, C1C2C3: 0 } as const

/** C1 is a curve point (64 bytes), C3 an SM3 digest (32 bytes), C2 at least one byte. */
const smallest = (64 + 32 + 1) * 2

const decryptOnce = (ciphertext: string, privateKey: string, order: Sm2Order): string => {
  try {
    return sm2.doDecrypt(ciphertext, privateKey, modeOf[order], { output: 'string' })
  } catch {
    return ''
  }
}

/**
 * Decrypts SM2 text. National and Java stacks write C1 with a leading `04`, the JavaScript library without: both are read.
 *
 * @param ciphertext hexadecimal
 * @throws TypeError when it is no ciphertext for this key. The library itself returns an empty string when only
 * the digest is wrong, which would pass for an empty certificate.
 */
export function sm2Decrypt(ciphertext: string, privateKey: string, order: Sm2Order = 'C1C3C2'): string {
  const hex = ciphertext.trim().toLowerCase()
  if (!/^[0-9a-f]+$/.test(hex) || hex.length < smallest)
    throw new TypeError('This is not an SM2 ciphertext in hexadecimal.')
  // A point may begin with 04 itself, so the prefix is not proof: what decrypts, and passes the digest C3, is right.
  const candidates = hex.startsWith('04') ? [hex.slice(2), hex] : [hex]
  for (const candidate of candidates) {
    const text = decryptOnce(candidate, privateKey, order)
    if (text !== '') return text
  }
  throw new TypeError(`The SM2 ciphertext cannot be decrypted with this key in the order ${order}.`)
}

/**
 * Encrypts text with SM2 and writes C1 with the leading `04` that national stacks expect.
 *
 * @param publicKey `04` and 128 hexadecimal digits
 * @throws TypeError for a key of another form, or an empty text, which nobody could tell from a failure
 */
export function sm2Encrypt(text: string, publicKey: string, order: Sm2Order = 'C1C3C2'): string {
  if (!/^04[0-9a-f]{128}$/i.test(publicKey)) throw new TypeError('An SM2 public key is 04 and 128 hexadecimal digits.')
  if (text === '') throw new TypeError('SM2 cannot carry an empty text.')
  return `04${sm2.doEncrypt(text, publicKey, modeOf[order])}`
}

/** A new key pair. */
export const sm2KeyPair = (): Sm2KeyPair => {
  const { publicKey, privateKey } = sm2.generateKeyPairHex()
  return { publicKey, privateKey }
}
