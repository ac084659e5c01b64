import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TongbanError } from '@tongban/schema'
import { generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { askToken, assertion, type TestClient, testClient } from './access/testing.ts'
import type { GatewayConfig } from './config/types.ts'
import { defineSource } from './domains/ports.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { silentLog } from './store/testing.ts'

/** A source whose system does not answer. */
const dead = defineSource({
  id: 'sx-items',
  title: '省级事项库',
  covers: {},
  protocol: {
    kind: 'test',
    send: async () => {
      throw new TongbanError('TB_SOURCE_UNAVAILABLE')
    },
  },
  limits: { maxRetries: 0 },
  items: {
    page: async () => ({ items: [], next: null, total: null }),
    byCodes: async (_codes, call) => {
      await call({ operation: 'items.byCodes', safe: true, reply: z.unknown() })
      return []
    },
  },
})

const minute = 60_000

describe('a gateway', () => {
  let folder: string
  let config: GatewayConfig
  let bank: TestClient
  let gateway: Gateway
  let url: string
  let clock = () => new Date()

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongban-gateway-'))
    bank = await testClient('bank', ['submissions:read'])
    config = {
      division: '330600',
      title: '绍兴市',
      sources: [dead],
      clients: [bank.config],
      catalogue: 'live',
      sync: { everyMinutes: 0 },
      store: { dataDir: join(folder, 'data') },
      server: { port: 0 },
    }
    gateway = await createGateway(config, { log: silentLog, now: () => clock() })
    ;({ url } = await gateway.listen())
  })
  afterAll(async () => {
    await gateway.stop()
    await rm(folder, { recursive: true })
  })

  const ask = async (query: string, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
    const body = z
      .object({
        data: z.unknown().optional(),
        errors: z.array(z.looseObject({ extensions: z.looseObject({ code: z.string() }) })).optional(),
      })
      .parse(await response.json())
    return { status: response.status, data: body.data, errors: body.errors?.map(({ extensions }) => extensions) }
  }
  const login = async () => {
    const { body } = await askToken(`${url}/oauth/token`, await assertion(bank, `${url}/oauth/token`))
    return String(body.access_token)
  }
  const submissions = '{ submissions { edges { cursor } } }'

  it('is ready, and serves a client that logged in', async () => {
    expect((await fetch(`${url}/health/ready`)).status).toBe(200)
    expect(await ask(submissions, await login())).toEqual({ status: 200, data: { submissions: { edges: [] } } })
  })

  const tampered = (token: string) => {
    const [head, , signature] = token.split('.')
    const claims = Buffer.from(JSON.stringify({ sub: 'bank', scope: 'audit:read' })).toString('base64url')
    return `${head}.${claims}.${signature}`
  }
  const foreign = async () => {
    const { privateKey } = await generateKeyPair('ES256')
    return new SignJWT({ client_id: 'bank', scope: 'submissions:read' })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
      .setIssuer(`${url}/oauth`)
      .setAudience(`${url}/graphql`)
      .setSubject('bank')
      .setExpirationTime('10 minutes')
      .sign(privateKey)
  }

  it.each([
    ['a tampered token', async () => tampered(await login()), 'TB_TOKEN_INVALID'],
    ['a foreign token', foreign, 'TB_TOKEN_INVALID'],
    ['a token that is none', async () => 'nonsense', 'TB_TOKEN_INVALID'],
  ])('refuses %s, whatever is asked', async (_what, token, code) => {
    const { status, errors } = await ask('{ __typename }', await token())
    expect([status, errors?.map((error) => error.code)]).toEqual([401, [code]])
  })

  it('refuses a token after its time', async () => {
    const token = await login()
    clock = () => new Date(Date.now() + 11 * minute)
    const { status, errors } = await ask('{ __typename }', token).finally(() => {
      clock = () => new Date()
    })
    expect([status, errors?.map((error) => error.code)]).toEqual([401, ['TB_TOKEN_EXPIRED']])
  })

  it('tells a client which scope it lacks, and nobody more than to log in', async () => {
    expect(await ask('{ sources { id } }', await login())).toMatchObject({
      data: { sources: null },
      errors: [{ code: 'TB_FORBIDDEN', act: 'OPERATOR' }],
    })
    expect(await ask(submissions)).toMatchObject({
      data: { submissions: null },
      errors: [{ code: 'TB_UNAUTHENTICATED' }],
    })
  })

  it('nulls only the field of a source that is down', async () => {
    expect(await ask('{ dead: item(code: "330602") { name } __typename }')).toMatchObject({
      status: 200,
      data: { dead: null, __typename: 'Query' },
      errors: [{ code: 'TB_SOURCE_UNAVAILABLE', source: 'sx-items', retryable: true, act: 'WAIT' }],
    })
  })

  it('refuses a second gateway on its data folder, and leaves the first alone', async () => {
    await expect(createGateway(config, { log: silentLog })).rejects.toMatchObject({ code: 'TB_DATA_FOLDER_IN_USE' })
    expect((await fetch(`${url}/health/ready`)).status).toBe(200)
  })

  it('says which part of a configuration is wrong before it opens anything', async () => {
    await expect(createGateway({ ...config, division: '33' })).rejects.toMatchObject({
      code: 'TB_CONFIG_INVALID',
      params: { path: 'division' },
    })
  })

  it('says that a data folder is broken', async () => {
    const dataDir = join(folder, 'a-file')
    await writeFile(dataDir, 'not a folder')
    await expect(createGateway({ ...config, store: { dataDir } }, { log: silentLog })).rejects.toMatchObject({
      code: 'TB_DATA_FOLDER_BROKEN',
    })
  })

  it('closes what it opened when a start fails, so that the next one works', async () => {
    const other = { ...config, store: { dataDir: join(folder, 'other') }, server: { port: Number(new URL(url).port) } }
    const second = await createGateway(other, { log: silentLog })
    await expect(second.listen()).rejects.toMatchObject({ code: 'TB_PORT_IN_USE' })
    const third = await createGateway({ ...other, server: { port: 0 } }, { log: silentLog })
    expect(third.migrations.applied).toEqual([])
    await third.stop()
    await third.stop()
  })
})
