import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '../store/store.ts'
import { describeOnEachStore, silentLog } from '../store/testing.ts'
import { createAuthorization } from './authorization.ts'
import { accessMigrations } from './schema.ts'
import { askToken, assertion, serveLogins, type TestClient, testClient, testSeal, unsigned } from './testing.ts'

describeOnEachStore('logging in', (open) => {
  let store: Store
  let bank: TestClient
  let gateway: Awaited<ReturnType<typeof serveLogins>>
  const clients: Record<string, TestClient> = {}

  beforeAll(async () => {
    store = await open({ migrations: accessMigrations })
    bank = await testClient('bank', ['submissions:write', 'submissions:read'])
    clients.bank = bank
    clients.ed = await testClient('ed', ['sources:read'], 'EdDSA')
    clients.ps = await testClient('ps', ['sources:read'], 'PS256')
    clients.rs = await testClient('rs', ['sources:read'], 'RS256')
    gateway = await serveLogins(
      store,
      Object.values(clients).map(({ config }) => config),
    )
  })
  afterAll(() => gateway.close())

  const token = async (parameters?: Record<string, string>, claims?: Record<string, unknown>): Promise<string> => {
    const answer = await askToken(gateway.token, await assertion(bank, gateway.token, claims), parameters)
    expect(answer).toMatchObject({ status: 200 })
    return String(answer.body.access_token)
  }

  it('gives a client all its scopes for ten minutes when it names none', async () => {
    const answer = await askToken(gateway.token, await assertion(bank, gateway.token))
    expect(answer).toMatchObject({
      status: 200,
      body: { token_type: 'Bearer', expires_in: 600, scope: 'submissions:write submissions:read' },
    })
    const value = String(answer.body.access_token)
    expect(decodeProtectedHeader(value)).toMatchObject({ typ: 'at+jwt', alg: 'ES256' })
    expect(decodeJwt(value)).toMatchObject({
      iss: `${gateway.url}/oauth`,
      aud: `${gateway.url}/graphql`,
      client_id: 'bank',
    })
    const caller = await gateway.authorization.verify(value)
    expect(caller).toEqual({
      kind: 'client',
      id: 'bank',
      title: 'bank 测试接入方',
      scopes: new Set(['submissions:write', 'submissions:read']),
    })
  })

  it.each(['bank', 'ed', 'ps', 'rs'])('accepts the signature of %s', async (id) => {
    const client = clients[id] ?? bank
    const answer = await askToken(gateway.token, await assertion(client, `${gateway.url}/oauth`))
    expect(answer.status).toBe(200)
  })

  it('narrows a token to the scopes asked for', async () => {
    const caller = await gateway.authorization.verify(await token({ scope: 'submissions:read' }))
    expect(caller.scopes).toEqual(new Set(['submissions:read']))
  })

  it.each([['/graphql'], ['']])('takes the public address%s as the resource', async (suffix) => {
    const value = await token({ resource: `${gateway.url}${suffix}` })
    expect(decodeJwt(value).aud).toBe(`${gateway.url}/graphql`)
  })

  const now = () => Math.floor(Date.now() / 1000)
  const refusals: [string, string, () => Promise<Parameters<typeof askToken>>][] = [
    [
      'a scope beyond the client’s',
      'invalid_scope',
      async () => [gateway.token, await assertion(bank, gateway.token), { scope: 'audit:read' }],
    ],
    [
      'a scope that does not exist',
      'invalid_scope',
      async () => [gateway.token, await assertion(bank, gateway.token), { scope: 'root' }],
    ],
    [
      'another resource',
      'invalid_target',
      async () => [gateway.token, await assertion(bank, gateway.token), { resource: 'https://other.example/graphql' }],
    ],
    [
      'an expired assertion',
      'invalid_client',
      async () => [gateway.token, await assertion(bank, gateway.token, { exp: now() - 60 })],
    ],
    [
      'an assertion that lives for years',
      'invalid_client',
      async () => [gateway.token, await assertion(bank, gateway.token, { exp: now() + 1e8 })],
    ],
    [
      'an assertion without jti',
      'invalid_client',
      async () => [gateway.token, await assertion(bank, gateway.token, { jti: null })],
    ],
    [
      'an assertion for another audience',
      'invalid_client',
      async () => [gateway.token, await assertion(bank, 'https://other.example/oauth/token')],
    ],
    [
      'an assertion for another audience with forwarding headers to match',
      'invalid_client',
      async () => [
        gateway.token,
        await assertion(bank, 'http://other.example/oauth/token'),
        {},
        { 'x-forwarded-host': 'other.example', 'x-forwarded-proto': 'http' },
      ],
    ],
    [
      'the key of somebody else',
      'invalid_client',
      async () => [
        gateway.token,
        await assertion({ ...(await testClient('x', [])), config: bank.config }, gateway.token),
      ],
    ],
    [
      'an unknown client',
      'invalid_client',
      async () => [gateway.token, await assertion(await testClient('nobody', []), gateway.token)],
    ],
    ['an unsigned assertion', 'invalid_client', async () => [gateway.token, unsigned('bank', gateway.token)]],
    ['no assertion', 'invalid_request', async () => [gateway.token, '']],
    [
      'another grant',
      'unsupported_grant_type',
      async () => [gateway.token, await assertion(bank, gateway.token), { grant_type: 'password' }],
    ],
  ]
  it.each(refusals)('refuses %s', async (_, error, ask) => {
    const answer = await askToken(...(await ask()))
    expect(answer.body).toMatchObject({ error })
    expect(answer.status).toBe(error === 'invalid_client' ? 401 : 400)
    expect(answer.contentType).toContain('application/json')
  })

  it('answers errors as JSON to a browser as well', async () => {
    const answer = await askToken(gateway.token, '', {}, { accept: 'text/html' })
    expect(answer.contentType).toContain('application/json')
    expect(answer.body).toMatchObject({ error: 'invalid_request' })
  })

  it('lets an assertion in once only, also when two gateways get it at the same moment', async () => {
    const other = await serveLogins(store, [bank.config])
    const used = await assertion(bank, gateway.token)
    expect((await askToken(gateway.token, used)).status).toBe(200)
    expect((await askToken(gateway.token, used)).body).toMatchObject({ error: 'invalid_client' })
    const both = await assertion(bank, [gateway.token, other.token].join(' '), { aud: [gateway.token, other.token] })
    const statuses = await Promise.all([gateway, other].map(async (one) => (await askToken(one.token, both)).status))
    expect(statuses.sort()).toEqual([200, 401])
    await other.close()
  })

  it('describes itself under its public address and shows no private key', async () => {
    const metadata = await (await fetch(`${gateway.url}/oauth/.well-known/openid-configuration`)).json()
    expect(metadata).toMatchObject({
      issuer: `${gateway.url}/oauth`,
      token_endpoint: gateway.token,
      jwks_uri: `${gateway.url}/oauth/jwks`,
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      grant_types_supported: ['client_credentials'],
    })
    const jwks = await (await fetch(`${gateway.url}/oauth/jwks`)).json()
    expect(jwks).toMatchObject({ keys: [{ kty: 'EC', alg: 'ES256' }] })
    expect(JSON.stringify(jwks)).not.toContain('"d":')
  })

  it.each(['/oauth/auth', '/oauth/interaction/x', '/oauth/me', '/oauth/reg', '/oauth/device', '/oauth'])(
    'has nothing at %s but an error',
    async (path) => {
      const answer = await fetch(`${gateway.url}${path}`)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.headers.get('set-cookie')).toBeNull()
    },
  )
})

describeOnEachStore('the configured clients', (open) => {
  it.each([
    ['a scope that does not exist', { scopes: ['everything'] }, 'clients[0].scopes'],
    [
      'a key that is none',
      { jwks: { keys: [{ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }] } },
      'clients[0].jwks.keys[0]',
    ],
    ['a symmetric key', { jwks: { keys: [{ kty: 'oct', k: 'c2VjcmV0' }] } }, 'clients[0].jwks.keys[0]'],
  ])('stop the start with %s', async (_, wrong, path) => {
    const store = await open({ migrations: accessMigrations })
    const client = { ...(await testClient('bank', ['audit:read'])).config, ...wrong }
    const starting = createAuthorization({
      store,
      seal: testSeal,
      clients: [client],
      publicUrl: () => 'http://127.0.0.1',
      log: silentLog,
      now: () => new Date(),
    })
    await expect(starting).rejects.toMatchObject({ code: 'TB_CONFIG_INVALID', params: { path } })
  })
})
