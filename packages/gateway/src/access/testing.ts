import { randomUUID } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import type { ClientConfig } from '../config/types.ts'
import { sealWith } from '../store/open-seal.ts'
import type { Store } from '../store/store.ts'
import { silentLog } from '../store/testing.ts'
import { createAuthorization } from './authorization.ts'

/** A client as its own developer sees it: with the private key. */
export interface TestClient {
  readonly config: ClientConfig
  readonly privateKey: CryptoKey
  readonly algorithm: string
}

/** Makes a client with a fresh key. */
export async function testClient(id: string, scopes: readonly string[], algorithm = 'ES256'): Promise<TestClient> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)) }
  return { config: { id, title: `${id} 测试接入方`, scopes, jwks: { keys: [jwk] } }, privateKey, algorithm }
}

/** A login assertion; claims given replace the right ones, null leaves a claim out. */
export async function assertion(
  client: TestClient,
  audience: string,
  claims: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const right = {
    iss: client.config.id,
    sub: client.config.id,
    aud: audience,
    jti: randomUUID(),
    iat: now,
    exp: now + 60,
  }
  const given = Object.fromEntries(Object.entries({ ...right, ...claims }).filter(([, value]) => value !== null))
  return new SignJWT(given).setProtectedHeader({ alg: client.algorithm }).sign(client.privateKey)
}

/** A token or assertion with `alg: none`. */
export const unsigned = (client: string, audience: string): string =>
  new UnsecuredJWT({ iss: client, sub: client, client_id: client, jti: 'x' })
    .setAudience(audience)
    .setExpirationTime('1m')
    .encode()

/** The answer of a token endpoint. */
export interface TokenAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Asks a token endpoint for a token. */
export async function askToken(
  endpoint: string,
  clientAssertion: string,
  parameters: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<TokenAnswer> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: clientAssertion,
    ...parameters,
  })
  const answer = await fetch(endpoint, { method: 'POST', body, headers })
  const contentType = answer.headers.get('content-type') ?? ''
  const parsed: unknown = contentType.includes('json') ? await answer.json() : await answer.text()
  return { status: answer.status, contentType, body: isRecord(parsed) ? parsed : {} }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A server on a free port of this machine. */
async function listen(listener: RequestListener): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, close }
}

/** The seal of all gateways in these tests. */
export const testSeal = sealWith(Buffer.alloc(32, 7))

/** A gateway's login part on its own port. */
export async function serveLogins(store: Store, clients: readonly ClientConfig[]) {
  let url = ''
  const parts = { store, seal: testSeal, clients, log: silentLog, now: () => new Date() }
  const authorization = await createAuthorization({ ...parts, publicUrl: () => url })
  const server = await listen((request, response) => void authorization.callback(request, response))
  url = server.url
  return { authorization, url, token: `${url}/oauth/token`, close: server.close }
}
