import type { webcrypto } from 'node:crypto'
import { localError } from '../errors/local.ts'
import { TB_CONFIG_INVALID } from '../generated/local-errors.ts'

/** A private key as a JSON Web Key (RFC 7517). */
export type PrivateJwk = Readonly<Record<string, unknown>> & {
  readonly kty: string
  readonly kid?: string
  readonly alg?: string
  readonly crv?: string
}

/** How a key signs: its JWS name and what WebCrypto must be told. */
export interface SigningAlgorithm {
  /** RFC 7518 §3.1, RFC 8037 §3.1, RFC 9864. */
  readonly jws: string
  readonly importing: webcrypto.AlgorithmIdentifier | webcrypto.EcKeyImportParams | webcrypto.RsaHashedImportParams
  readonly signing: webcrypto.AlgorithmIdentifier | webcrypto.EcdsaParams | webcrypto.RsaPssParams
}

const rsa = (jws: string, name: string): SigningAlgorithm => ({
  jws,
  importing: { name, hash: 'SHA-256' },
  // RFC 7518 §3.5: the salt of PS256 is as long as the hash, 32 bytes. RSASSA-PKCS1-v1_5 ignores it.
  signing: { name, saltLength: 32 },
})

const ed25519 = (jws: string): SigningAlgorithm => ({ jws, importing: 'Ed25519', signing: 'Ed25519' })

const algorithms: Readonly<Record<string, SigningAlgorithm>> = {
  ES256: {
    jws: 'ES256',
    importing: { name: 'ECDSA', namedCurve: 'P-256' },
    signing: { name: 'ECDSA', hash: 'SHA-256' },
  },
  EdDSA: ed25519('EdDSA'),
  Ed25519: ed25519('Ed25519'),
  RS256: rsa('RS256', 'RSASSA-PKCS1-v1_5'),
  PS256: rsa('PS256', 'RSA-PSS'),
}

/** The algorithm of a key that does not name one, by kind and curve. */
const algorithmByKind: Readonly<Record<string, string>> = {
  'EC P-256': 'ES256',
  'OKP Ed25519': 'EdDSA',
  'RSA ': 'PS256',
}

/** The error for a key that cannot sign; `detail` must not hold key material. */
export const unusableKey = (detail: string, cause?: unknown) =>
  localError(TB_CONFIG_INVALID, 'en', { params: { path: 'key', detail }, ...(cause !== undefined && { cause }) })

/** How a key signs. @throws TongbanError `TB_CONFIG_INVALID` when it cannot sign; the message never holds key material */
export function signingAlgorithm({ kty, crv = '', alg, d }: PrivateJwk): SigningAlgorithm {
  if (typeof d !== 'string') throw unusableKey('this is a public key; give the private one')
  const name = alg ?? algorithmByKind[`${kty} ${crv}`]
  const algorithm = name === undefined ? undefined : algorithms[name]
  if (algorithm === undefined) throw unusableKey('use an ES256, EdDSA, PS256 or RS256 key')
  return algorithm
}

/** Whether parsed JSON has the shape of a key. */
export const isJwk = (value: unknown): value is PrivateJwk =>
  typeof value === 'object' && value !== null && 'kty' in value && typeof value.kty === 'string'
