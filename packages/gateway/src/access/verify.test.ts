import { TongbanError } from '@tongban/schema'
import { decodeJwt, generateKeyPair, importJWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClientConfig } from '../config/types.ts'
import type { Store } from '../store/store.ts'
import { describeOnEachStore, silentLog } from '../store/testing.ts'
import { type Authorization, createAuthorization } from './authorization.ts'
import { accessMigrations } from './schema.ts'
import { signingKeys } from './signing-keys.ts'
import { askToken, assertion, serveLogins, type TestClient, testClient, testSeal, unsigned } from './testing.ts'

const minute = 60_000

const codeOf = async (verifying: Promise<unknown>): Promise<string> =>
  verifying.then(
    () => 'accepted',
    (error: unknown) => (error instanceof TongbanError ? error.code : String(error)),
  )

describeOnEachStore('an access token', (open) => {
  let store: Store
  let bank: TestClient
  let gateway: Awaited<ReturnType<typeof serveLogins>>

  beforeAll(async () => {
    store = await open({ migrations: accessMigrations })
    bank = await testClient('bank', ['submissions:write', 'submissions:read'])
    gateway = await serveLogins(store, [bank.config])
  })
  afterAll(() => gateway.close())

  const token = async (): Promise<string> => {
    const answer = await askToken(gateway.token, await assertion(bank, gateway.token))
    return String(answer.body.access_token)
  }
  /** Another gateway on the same database, or this one after a restart. */
  const another = (
    now = () => new Date(),
    configured: readonly ClientConfig[] = [bank.config],
  ): Promise<Authorization> => {
    const parts = { store, seal: testSeal, clients: configured, log: silentLog, now }
    return createAuthorization({ ...parts, publicUrl: () => gateway.url })
  }

  it('survives a restart and works at another gateway on the same database', async () => {
    const value = await token()
    expect(await codeOf((await another()).verify(value))).toBe('accepted')
  })

  it('expires, also for a gateway that remembers it', async () => {
    let offset = 0
    const later = await another(() => new Date(Date.now() + offset))
    const value = await token()
    expect(await codeOf(later.verify(value))).toBe('accepted')
    offset = 9 * minute
    expect(await codeOf(later.verify(value))).toBe('accepted')
    offset = 11 * minute
    expect(await codeOf(later.verify(value))).toBe('TB_TOKEN_EXPIRED')
  })

  it('dies with its client and loses the scopes its client loses', async () => {
    const value = await token()
    expect(await codeOf((await another(undefined, [])).verify(value))).toBe('TB_TOKEN_INVALID')
    const narrowed = await another(undefined, [{ ...bank.config, scopes: ['submissions:read'] }])
    expect((await narrowed.verify(value)).scopes).toEqual(new Set(['submissions:read']))
  })

  const right = { client_id: 'bank', sub: 'bank', scope: 'submissions:read' }
  const signed = async (claims: object, key: Parameters<SignJWT['sign']>[0], kid?: string, typ = 'at+jwt') =>
    new SignJWT({ ...right, iss: `${gateway.url}/oauth`, aud: `${gateway.url}/graphql`, ...claims })
      .setProtectedHeader({ alg: 'ES256', typ, ...(kid ? { kid } : {}) })
      .setExpirationTime('5m')
      .sign(key)
  const byStranger = async () => signed({}, (await generateKeyPair('ES256')).privateKey)
  const byUs = async (claims: object, typ?: string) => {
    const [key] = await signingKeys(store, testSeal)
    if (!key) throw new RangeError('no signing key')
    return signed(claims, await importJWK(key, 'ES256'), key.kid, typ)
  }

  it('is accepted when it is right in every part, so that the refusals below have one reason each', async () => {
    expect(await codeOf(gateway.authorization.verify(await byUs({})))).toBe('accepted')
  })

  const wrong: [string, () => Promise<string>][] = [
    ['signed by a stranger', byStranger],
    ['unsigned', async () => unsigned('bank', `${gateway.url}/graphql`)],
    ['with its claims changed', async () => tampered(await token())],
    ['cut short', async () => (await token()).slice(0, -10)],
    ['for another audience', () => byUs({ aud: 'https://other.example/graphql' })],
    ['of another issuer', () => byUs({ iss: 'https://other.example/oauth' })],
    ['of another type', () => byUs({}, 'JWT')],
    ['of a client that does not exist', () => byUs({ client_id: 'nobody', sub: 'nobody' })],
    ['in which client and subject differ', () => byUs({ sub: 'utility' })],
    ['that is a login assertion', () => assertion(bank, `${gateway.url}/graphql`)],
    ['that is no token at all', async () => 'abc'],
    ['that is enormous', async () => 'a.'.repeat(100_000)],
  ]
  it.each(wrong)('is refused when it is one %s', async (_, make) => {
    expect(await codeOf(gateway.authorization.verify(await make()))).toBe('TB_TOKEN_INVALID')
  })

  it('is refused when it was issued by another city’s gateway', async () => {
    const other = await serveLogins(await open({ migrations: accessMigrations }), [bank.config])
    const answer = await askToken(other.token, await assertion(bank, other.token))
    expect(await codeOf(gateway.authorization.verify(String(answer.body.access_token)))).toBe('TB_TOKEN_INVALID')
    await other.close()
  })

  describe('the Authorization header', () => {
    it.each([
      ['nothing', undefined, 'anonymous'],
      ['another scheme', 'Basic YmFuazpiYW5r', 'TB_TOKEN_INVALID'],
      ['no token', 'Bearer ', 'TB_TOKEN_INVALID'],
    ])('may hold %s', async (_, header, expected) => {
      const kind = gateway.authorization.authenticate(header).then((caller) => caller.kind)
      expect(await kind.catch((error: TongbanError) => error.code)).toBe(expected)
    })

    it('carries a token in any case of the scheme', async () => {
      expect(await gateway.authorization.authenticate(`bearer ${await token()}`)).toMatchObject({ id: 'bank' })
    })
  })
})

function tampered(token: string): string {
  const [header = '', , signature = ''] = token.split('.')
  const claims = { ...decodeJwt(token), scope: 'audit:read submissions:read submissions:write' }
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.')
}
