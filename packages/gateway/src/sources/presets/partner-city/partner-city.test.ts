import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { submissionsListDocument } from '@tongban/sdk'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { testClient } from '../../../access/testing.ts'
import { FakeLibrary, testItem } from '../../../domains/items/testing.ts'
import type { Ports } from '../../../domains/ports.ts'
import { createGateway, type Gateway } from '../../../gateway.ts'
import { connectSources } from '../../connect.ts'
import { partner } from '../../protocols/partner/partner.ts'
import type { SourceLimits } from '../../source.ts'
import { silentLog } from '../../testing/source.ts'
import { anything, stackOf } from '../../testing/stack.ts'
import { body, json, reset, silence, startUpstream, type Upstream } from '../../testing/upstream.ts'
import { partnerCity } from './partner-city.ts'

const items = Array.from({ length: 45 }, (_, n) => testItem(`HZ-${String(n).padStart(2, '0')}`, `事项${n}`))
const covers = { divisions: ['3301'] }
let folder: string
let gateway: Gateway
let endpoint: string
let key: { kty: string }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-partner-'))
  const library = new FakeLibrary()
  library.items = items
  const client = await testClient('shaoxing', ['submissions:read'])
  key = { kty: 'EC', ...(await exportJWK(client.privateKey)) }
  const config = { division: '330100', title: '杭州市', sources: [library.source()], sync: { everyMinutes: 0 } }
  const store = { dataDir: folder }
  gateway = await createGateway({ ...config, clients: [client.config], store, server: { port: 0 } }, { log: silentLog })
  await gateway.services.items.sync({ mode: 'full' })
  endpoint = `${(await gateway.listen()).url}/graphql`
})
afterAll(async () => {
  await gateway.stop()
  await rm(folder, { recursive: true })
})

const open: { close(): Promise<void> }[] = []
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())))

const connected = (url = endpoint) => {
  const source = partnerCity({ id: 'hangzhou', title: '杭州市', endpoint: url, covers })
  const sources = connectSources<Ports>([{ ...source, limits: { maxRetries: 0 } }], {
    log: silentLog,
    metrics: { sourceCall() {} },
    now: () => new Date(),
  })
  open.push(sources)
  return sources.directory.require('items', { division: '330106' }).port
}

describe('a partner city', () => {
  it('gives its catalogue page by page, every item once', async () => {
    const port = connected()
    const codes: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof port.page>> = await port.page({ cursor, size: 100 }, {})
      codes.push(...page.value.items.map(({ code }) => code))
      cursor = page.value.next
      expect(page.provenance).toMatchObject({ sourceId: 'hangzhou', freshness: 'FRESH' })
    } while (cursor !== null)
    expect(codes.toSorted()).toEqual(items.map(({ code }) => code))
  })

  it('gives items by their codes, says where it has them from, and leaves unknown ones out', async () => {
    const { value } = await connected().byCodes(['HZ-07', 'none', 'HZ-44'], {})
    expect(value.map(({ code }) => code)).toEqual(['HZ-07', 'HZ-44'])
    expect(value[0]).toMatchObject({ name: '事项7', divisionCode: items[7]?.divisionCode })
    expect(value[0]?.dataSource).toBeTruthy()
  })
})

const call = (client?: { id: string; key: { kty: string } }, url = endpoint, limits: Partial<SourceLimits> = {}) => {
  const stack = stackOf(partner({ endpoint: url, ...(client && { client }) }), limits)
  open.push(stack)
  return stack
}
const list = { operation: 'list', safe: true, document: submissionsListDocument, reply: anything } as const

describe('what is not public at a partner', () => {
  it('is read by a client that it knows', async () => {
    const { call: ask } = call({ id: 'shaoxing', key })
    expect(await ask(list)).toMatchObject({ submissions: { edges: [] } })
  })

  it.each([
    ['nobody', async () => undefined],
    ['somebody it does not know', async () => ({ id: 'ningbo', key })],
    [
      'somebody with another key',
      async () => {
        const { privateKey } = await generateKeyPair('ES256', { extractable: true })
        return { id: 'shaoxing', key: { kty: 'EC', ...(await exportJWK(privateKey)) } }
      },
    ],
  ])('is refused to %s', async (_who, client) => {
    await expect(call(await client()).call(list)).rejects.toMatchObject({ code: 'TB_SOURCE_AUTH', source: 'tests' })
  })
})

describe('a partner that is unwell', () => {
  let upstream: Upstream
  beforeAll(async () => {
    upstream = await startUpstream(silence)
  })
  afterAll(() => upstream.close())
  const failed = (code: string, more: object = {}) =>
    json({ data: null, errors: [{ message: '330600198801010037', path: ['items'], extensions: { code, ...more } }] })

  it.each([
    ['a department behind it does not answer', failed('TB_SOURCE_UNAVAILABLE'), 'TB_SOURCE_UNAVAILABLE'],
    ['it is busy', failed('TB_RATE_LIMITED', { retryAfterMs: 7_000 }), 'TB_SOURCE_UNAVAILABLE'],
    ['a scope is missing', failed('TB_FORBIDDEN'), 'TB_SOURCE_AUTH'],
    ['it does not know the operation', failed('TB_INVALID_QUERY'), 'TB_SOURCE_REFUSED'],
    ['it says something of tomorrow', failed('TB_OF_TOMORROW'), 'TB_SOURCE_REFUSED'],
    ['it answers a page', body('<html>502</html>', 'text/html', 502), 'TB_SOURCE_'],
    ['it ends the connection', reset, 'TB_SOURCE_UNAVAILABLE'],
    ['it does not answer', silence, 'TB_SOURCE_TIMEOUT'],
    ['it says far too much', body('x'.repeat(20_000)), 'TB_SOURCE_TOO_LARGE'],
  ])('because %s fails by its code and quotes nothing', async (_why, answer, code) => {
    upstream.answer(answer)
    const stack = call(undefined, `${upstream.url}/graphql`, { attemptTimeoutMs: 500, maxResponseBytes: 10_000 })
    const failure = await stack.call(list).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: expect.stringMatching(`^${code}`) })
    expect(String(failure)).not.toContain('330600198801010037')
  })

  it('is left alone when the caller gives up', async () => {
    upstream.answer(silence)
    const cancel = new AbortController()
    const asked = call(undefined, `${upstream.url}/graphql`).callFor({ signal: cancel.signal })(list)
    asked.catch(() => {})
    await expect.poll(() => upstream.sockets()).toBeGreaterThan(0)
    cancel.abort()
    await expect(asked).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    await expect.poll(() => upstream.sockets()).toBe(0)
  })
})

it('is refused at start with an address that cannot be used', () => {
  expect(() => partner({ endpoint: 'hangzhou' })).toThrow(expect.objectContaining({ code: 'TB_CONFIG_INVALID' }))
  expect(() => partner({ endpoint: 'http://hz.example.cn/graphql' })).toThrow(
    expect.objectContaining({ code: 'TB_CONFIG_INVALID' }),
  )
})
