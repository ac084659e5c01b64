import { webcrypto } from 'node:crypto'
import { type PrivateJwk, type SigningAlgorithm, signingAlgorithm, unusableKey } from './private-jwk.ts'

/** Signs a client's assertions about itself. */
export type AssertionSigner = (audience: string) => Promise<string>

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')

async function importKey(key: PrivateJwk, { importing }: SigningAlgorithm): Promise<webcrypto.CryptoKey> {
  // `use`, `key_ops` and `alg` of files vary and may contradict WebCrypto's names; the algorithm is already chosen.
  const { use: _use, key_ops: _ops, alg: _alg, ...material } = key
  return webcrypto.subtle.importKey('jwk', material, importing, false, ['sign']).catch((cause: unknown) => {
    throw unusableKey('the key is damaged: its parts do not belong together', cause)
  })
}

/**
 * A signer of client assertions (RFC 7523 §2.2 and §3): issuer and subject are the client, valid for one minute, each
 * with its own `jti` because an authorization server accepts one only once.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` when the key cannot sign
 */
export function assertionSigner(clientId: string, key: PrivateJwk): AssertionSigner {
  const algorithm = signingAlgorithm(key)
  const imported = importKey(key, algorithm)
  imported.catch(() => undefined) // reported by whoever signs first
  const header = { alg: algorithm.jws, typ: 'JWT', ...(key.kid !== undefined && { kid: key.kid }) }
  return async (audience) => {
    const now = Math.floor(Date.now() / 1_000)
    const claims = { iss: clientId, sub: clientId, aud: audience, jti: webcrypto.randomUUID(), iat: now, exp: now + 60 }
    const input = `${encode(header)}.${encode(claims)}`
    const signature = await webcrypto.subtle.sign(algorithm.signing, await imported, Buffer.from(input))
    return `${input}.${Buffer.from(signature).toString('base64url')}`
  }
}
