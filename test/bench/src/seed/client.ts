import { generateKeyPairSync } from 'node:crypto'
import type { ClientConfig } from '@tongban/gateway'
import { fetchTransport } from '@tongban/sdk'
import { type PrivateJwk, privateKeyJwt } from '@tongban/sdk/node'

/** The client of the bench: hands in, reads, asks for consents and passes on the answers. */
export interface BenchClient {
  readonly config: ClientConfig
  /** Headers of a request, with a token that is still good for minutes. */
  headers(endpoint: string): Promise<Readonly<Record<string, string>>>
}

const id = 'bench'
const scopes = [
  'applicants:write',
  'consents:write',
  'consents:decide',
  'certificates:read',
  'submissions:read',
  'submissions:write',
]

/** Makes a client with a fresh key that never leaves this process. */
export function createBenchClient(): BenchClient {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = { ...privateKey.export({ format: 'jwk' }), kty: 'EC' } satisfies PrivateJwk
  const transport = fetchTransport()
  return {
    config: { id, title: '性能测试接入方', scopes, jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }) }] } },
    headers: async (endpoint) => {
      // A new token every time: one from the cache might expire in the middle of a round.
      const auth = privateKeyJwt({ clientId: id, key })
      return { authorization: `Bearer ${await auth.token({ endpoint, transport, locale: 'en' })}` }
    },
  }
}
