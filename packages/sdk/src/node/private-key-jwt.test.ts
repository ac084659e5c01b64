import { exportJWK, generateKeyPair } from 'jose'
import { describe, expect, it, vi } from 'vitest'
import { caught } from '../../test/caught.ts'
import { type Script, startGateway } from '../../test/http-gateway.ts'
import { type CheckedAssertion, checkAssertion, issue } from '../../test/token-endpoint.ts'
import { createTongban } from '../index.ts'
import { type PrivateJwk, type PrivateKeyJwtOptions, privateKeyJwt } from './index.ts'
import { isJwk } from './private-jwk.ts'

const makeKey = async (alg: string) => {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  const key: unknown = { ...(await exportJWK(privateKey)), kid: `${alg}-1` }
  if (!isJwk(key)) throw new Error('jose made no JWK')
  return { publicKey, key }
}
const { key, publicKey } = await makeKey('ES256')
const sources = { json: { data: { sources: [] } } }

/** A gateway with a token endpoint; the script answers what goes to `/graphql`. */
const start = async (token: Script, graphql: Script = () => sources, options: Partial<PrivateKeyJwtOptions> = {}) => {
  let issued = 0
  const gateway = await startGateway((request, turn) =>
    request.url === '/graphql' ? graphql(request, turn) : token(request, ++issued),
  )
  const auth = privateKeyJwt({ clientId: 'bank', key, ...options })
  return { gateway, issued: () => issued, tongban: createTongban({ endpoint: gateway.endpoint, auth, retries: 0 }) }
}

describe('the client assertion', () => {
  it.each([
    ['ES256', {}],
    ['PS256', {}],
    ['RS256', { alg: 'RS256' }],
    ['EdDSA', {}],
    ['Ed25519', { alg: 'Ed25519' }],
  ])('is signed with %s so that the server accepts it', async (alg, named) => {
    const pair = await makeKey(alg)
    const checked: CheckedAssertion[] = []
    const token: Script = async (request) => {
      checked.push(await checkAssertion(request, pair.publicKey, `http://${request.headers.host}/oauth`))
      return issue('t-1')
    }
    const { gateway, tongban } = await start(token, undefined, { key: { ...pair.key, ...named }, scopes: ['a', 'b'] })
    await tongban.sources.list()
    expect(checked).toMatchObject([{ alg, kid: `${alg}-1` }])
    expect(Object.fromEntries(checked[0]?.form ?? [])).toMatchObject({
      grant_type: 'client_credentials',
      client_id: 'bank',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      resource: gateway.endpoint,
      scope: 'a b',
    })
    expect(gateway.requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/oauth/token', undefined],
      ['/graphql', 'Bearer t-1'],
    ])
  })

  it('is never the same twice', async () => {
    const ids = new Set<unknown>()
    const token: Script = async (request, turn) => {
      ids.add((await checkAssertion(request, publicKey, `http://${request.headers.host}/oauth`)).claims.jti)
      return issue(`t-${turn}`, 0)
    }
    const { tongban } = await start(token)
    await tongban.sources.list()
    await tongban.sources.list()
    expect(ids.size).toBe(2)
  })

  it('goes to another token endpoint, issuer and resource when told so', async () => {
    const checked: CheckedAssertion[] = []
    const token: Script = async (request) => {
      checked.push(await checkAssertion(request, publicKey, 'https://login.example.cn'))
      return issue('t-1')
    }
    const login = await startGateway((request) => token(request, 1))
    const { tongban } = await start(() => 'break', undefined, {
      tokenEndpoint: `${login.origin}/token`,
      audience: 'https://login.example.cn',
      resource: 'https://gov.example.cn',
    })
    await tongban.sources.list()
    expect(checked[0]?.form.get('resource')).toBe('https://gov.example.cn')
  })
})

describe('the token', () => {
  it('is asked for once by many calls at once, and kept', async () => {
    const { tongban, issued } = await start((_request, turn) => issue(`t-${turn}`))
    await Promise.all(Array.from({ length: 8 }, () => tongban.sources.list()))
    await tongban.sources.list()
    expect(issued()).toBe(1)
  })

  it('is renewed shortly before it expires', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const { tongban, issued } = await start((_request, turn) => issue(`t-${turn}`, 600))
      await tongban.sources.list()
      vi.setSystemTime(Date.now() + 539_000)
      await tongban.sources.list()
      expect(issued()).toBe(1)
      vi.setSystemTime(Date.now() + 2_000)
      await tongban.sources.list()
      expect(issued()).toBe(2)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is replaced once for all calls when the gateway refuses it', async () => {
    const graphql: Script = ({ headers }) =>
      headers.authorization === 'Bearer t-2' ? sources : { status: 401, text: 'Unauthorized' }
    const { tongban, issued } = await start((_request, turn) => issue(`t-${turn}`), graphql)
    await Promise.all(Array.from({ length: 4 }, () => tongban.sources.list()))
    expect(issued()).toBe(2)
  })

  it('that one impatient call gives up on is still there for the others', async () => {
    const token: Script = () => ({ json: { access_token: 't-1', expires_in: 600 }, delayMs: 60 })
    const { tongban, issued } = await start(token)
    const controller = new AbortController()
    const impatient = caught(tongban.sources.list({ signal: controller.signal }))
    const patient = tongban.sources.list()
    controller.abort()
    expect(await impatient).toMatchObject({ code: 'TB_CANCELLED' })
    expect(await patient).toEqual([])
    expect(issued()).toBe(1)
  })

  it.each([
    ['refuses the client', { status: 401, json: { error: 'invalid_client' } }, 'TB_UNAUTHENTICATED', 'invalid_client'],
    ['is in trouble', { status: 503, text: '<html>' }, 'TB_BAD_RESPONSE', '503'],
    ['answers no token', { json: { token_type: 'Bearer' } }, 'TB_UNAUTHENTICATED', 'no OAuth error'],
  ])('is missing when the server %s, and the error says so', async (_name, answer, code, reason) => {
    const { tongban, gateway } = await start(() => answer)
    const error = await caught(tongban.sources.list())
    expect(error.code).toBe(code)
    expect(String(error.cause)).toContain(reason)
    expect(gateway.requests.map(({ url }) => url)).toEqual(['/oauth/token'])
  })
})

describe('a key that cannot sign', () => {
  const { d: secret, ...publicPart } = key
  const bad: readonly (readonly [string, PrivateJwk])[] = [
    ['is public', publicPart],
    ['is for another curve', { ...key, crv: 'P-384' }],
    ['names another algorithm', { ...key, alg: 'HS256' }],
  ]
  it.each(bad)('because it %s is refused at once, without showing it', (_name, wrong) => {
    const make = () => privateKeyJwt({ clientId: 'bank', key: wrong })
    expect(make).toThrow(expect.objectContaining({ code: 'TB_CONFIG_INVALID' }))
    expect(make).not.toThrow(String(secret))
  })

  it('because it is damaged rejects the call', async () => {
    const { tongban } = await start(() => issue('t-1'), undefined, { key: { ...key, x: 'AAAA' } })
    expect(await caught(tongban.sources.list())).toMatchObject({ code: 'TB_CONFIG_INVALID' })
  })
})
