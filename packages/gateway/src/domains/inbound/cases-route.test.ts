import { request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { startTestServer, type TestServer } from '../../server/testing.ts'
import { messageOf } from '../../sources/signing/inbound/message.ts'
import { sm2Verifier } from '../../sources/signing/inbound/sm2.ts'
import { staticTokenVerifier } from '../../sources/signing/inbound/static-token.ts'
import { tifVerifier } from '../../sources/signing/inbound/tif.ts'
import type { ClockSigner } from '../../sources/signing/signer.ts'
import { sm2KeyPair } from '../../sources/signing/sm2.ts'
import { sm2Signature } from '../../sources/signing/sm2-signer.ts'
import { staticToken } from '../../sources/signing/static-token.ts'
import { tif } from '../../sources/signing/tif.ts'
import type { HttpRequest, Source } from '../../sources/source.ts'
import { describeOnEachStore } from '../../store/testing.ts'
import { createSubmissionsService } from '../submissions/submissions.ts'
import { goodInput } from '../submissions/test-errand.ts'
import { openWorld, type World } from '../submissions/test-world.ts'
import { inboundDomain } from './domain.ts'

const keys = sm2KeyPair()
const pushed = z.object({ cases: z.array(z.unknown()), strict: z.string().optional() })
const listOf = (value: unknown): readonly unknown[] => pushed.parse(value).cases
const source = (id: string, inbound: Source['inbound']): Source => ({
  id,
  title: id,
  covers: {},
  protocol: { kind: 'test', send: async () => null },
  ports: { cases: {} },
  ...(inbound ? { inbound } : {}),
})
const sources = [
  source('owner', {
    verify: sm2Verifier({ keys: [{ id: 'k1', ...keys }] }),
    cases: (message) => listOf(message.json()),
  }),
  source('tif', { verify: tifVerifier({ token: 'T' }), cases: (message) => listOf(message.json()) }),
  source('token', { verify: staticTokenVerifier({ tokens: ['T'] }), cases: (message) => listOf(message.json()) }),
  source('quiet', undefined),
  source('deaf', { verify: tifVerifier({ token: 'T' }) }),
]
const sm2 = sm2Signature({ keys: [{ id: 'k1', privateKey: keys.privateKey }] })

describeOnEachStore('POST /sources/{id}/cases', (open) => {
  let world: World
  let first: TestServer
  let second: TestServer
  beforeAll(async () => {
    world = await openWorld(open, { migrations: inboundDomain.migrations })
    const directory = { ...world.deps.directory, byId: (id: string) => sources.find((each) => each.id === id) }
    const routes = () => inboundDomain.build({ ...world.deps, directory }, { cases: world.cases.service }).routes ?? []
    // two gateways on one database
    ;[first, second] = [await startTestServer({}, routes()), await startTestServer({}, routes())]
    return async () => {
      await first.stop(0)
      await second.stop(0)
    }
  })
  beforeEach(() => world.reset())

  const take = async () => {
    const service = createSubmissionsService(world.deps, world.peers)
    const { id } = await service.submit({ input: goodInput, idempotencyKey: crypto.randomUUID() }, world.context())
    await world.queue.round('submissions.deliver')
    world.clock.forward(1_000)
    return world.cases.service.ofSubmission(id, world.context())
  }
  const news = (number: string | undefined) => ({
    number,
    reports: [{ at: world.clock.now().toISOString(), state: 'ACCEPTED' }],
  })
  const draft = (body: unknown, id = 'owner'): HttpRequest => ({
    method: 'POST',
    url: `${first.url}/sources/${id}/cases`,
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const signed = (sign: ClockSigner, body: unknown, id?: string) => sign(draft(body, id), { now: world.clock.now })
  const send = async ({ method, url, headers = {}, body }: HttpRequest) => {
    const response = await fetch(url, { method, headers, body: Buffer.from(body ?? '') })
    const answer = JSON.parse(await response.text())
    return { status: response.status, answer, code: answer.errors?.[0]?.extensions.code, headers: response.headers }
  }

  it('takes a signed report into the mirror, and answers with what became of each', async () => {
    const known = await take()
    const reply = await send(signed(sm2, { cases: [news(known?.number), news('X'), {}] }))
    expect(reply).toMatchObject({
      status: 200,
      answer: { received: 3, changed: 1, unchanged: 0, notOurs: 1, unreadable: 1 },
    })
    expect(reply.answer.outcomes).toEqual(['CHANGED', 'NOT_OURS', 'UNREADABLE'])
    expect(await world.cases.service.ofSubmission(known?.submissionId ?? '', world.context())).toMatchObject({
      state: 'ACCEPTED',
    })
  })

  it('takes a report that is signed anew once more, and changes nothing', async () => {
    const known = await take()
    const body = { cases: [news(known?.number)] }
    expect((await send(signed(sm2, body))).answer).toMatchObject({ changed: 1 })
    expect((await send(signed(sm2, body))).answer).toMatchObject({ changed: 0, unchanged: 1 })
  })

  it('refuses a replay, at whichever gateway it arrives', async () => {
    const request = signed(sm2, { cases: [] })
    const elsewhere = { ...request, url: request.url.replace(first.url, second.url) }
    const sent = await Promise.all([send(request), send(elsewhere), send(request), send(elsewhere)])
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401])
    expect(sent.flatMap(({ code }) => code ?? [])).toEqual(Array(3).fill('TB_INBOUND_REPLAYED'))
  })

  it.each([
    ['no signature', (request: HttpRequest) => request, 'TB_INBOUND_SIGNATURE'],
    [
      'the signature of another key',
      sm2Signature({ keys: [{ id: 'k1', privateKey: sm2KeyPair().privateKey }] }),
      'TB_INBOUND_SIGNATURE',
    ],
    [
      'a signature 91 s old',
      ((request) => sm2(request, { now: () => new Date(world.clock.now().getTime() - 91_000) })) as ClockSigner,
      'TB_INBOUND_EXPIRED',
    ],
    [
      'a signature from 91 s ahead',
      ((request) => sm2(request, { now: () => new Date(world.clock.now().getTime() + 91_000) })) as ClockSigner,
      'TB_INBOUND_EXPIRED',
    ],
  ] as const)('refuses %s and reads nothing', async (_name, sign, code) => {
    const known = await take()
    const reply = await send(signed(sign, { cases: [news(known?.number)] }))
    expect(reply).toMatchObject({ status: 401, code })
    expect(reply.headers.get('www-authenticate')).toBe('Signature realm="tongban"')
    expect(reply.answer.errors[0].extensions).toMatchObject({ retryable: false, act: 'CLIENT' })
    expect((await world.cases.service.ofSubmission(known?.submissionId ?? '', world.context()))?.state).toBe('RECEIVED')
  })

  it('refuses a body that was changed on the way', async () => {
    const request = signed(sm2, { cases: [] })
    expect(await send({ ...request, body: '{"cases":[{}]}' })).toMatchObject({ code: 'TB_INBOUND_SIGNATURE' })
  })

  it.each([
    ['broken JSON', '{"cases":[', 400],
    ['another shape', '{"case":1}', 400],
    ['nothing', '', 400],
    ['bytes', '\ufffd\u0000', 400],
  ])('says that %s cannot be read', async (_name, body, status) => {
    expect(await send(signed(sm2, body))).toMatchObject({ status, code: 'TB_INVALID_INPUT' })
  })

  it('names the field that is not as expected, when the source file says what it expects', async () => {
    const reply = await send(signed(sm2, { cases: [], strict: 1 }))
    expect(reply.answer.errors[0].message).toContain('strict: Invalid input: expected string')
  })

  it('refuses what is too large before it is read', async () => {
    const reply = await send(signed(sm2, 'x'.repeat(4 * 1024 * 1024 + 1)))
    expect(reply).toMatchObject({ status: 413, code: 'TB_BODY_TOO_LARGE' })
  })

  it.each(['nobody', 'quiet', 'deaf', '%00', 'a/b'])('is nothing at the source %s', async (id) => {
    const reply = await send(signed(tif({ paasid: 'p', token: 'T' }), { cases: [] }, id))
    expect([400, 404]).toContain(reply.status)
  })

  it('serves each source by its own verifier, tokens in Authorization included', async () => {
    const cases = { cases: [] }
    expect(await send(signed(tif({ paasid: 'p', token: 'T' }), cases, 'tif'))).toMatchObject({ status: 200 })
    expect(await send(signed(staticToken('T'), cases, 'token'))).toMatchObject({ status: 200 })
    expect(await send(signed(sm2, cases, 'tif'))).toMatchObject({ code: 'TB_INBOUND_SIGNATURE' })
    expect(await send(signed(staticToken('good'), cases, 'token'))).toMatchObject({ code: 'TB_INBOUND_SIGNATURE' })
  })

  /** As clients that write what they like: headers twice, any spelling of the address. */
  const sendRaw = async (path: string, { headers = {}, body }: HttpRequest, more: Record<string, string[]> = {}) => {
    const { promise, resolve, reject } = Promise.withResolvers<{
      status: number | undefined
      code: string | undefined
    }>()
    const asked = httpRequest(
      first.url,
      { method: 'POST', path, headers: { ...headers, ...more } },
      async (response) => {
        const answer = JSON.parse(await text(response))
        resolve({ status: response.statusCode, code: answer.errors?.[0]?.extensions.code })
      },
    )
    asked.on('error', reject).end(body)
    return promise
  }

  it.each([
    ['the signature', 'x-signature'],
    ['the nonce', 'x-nonce'],
    ['the time', 'x-timestamp'],
    ['the name of the key', 'x-key-id'],
  ])('refuses %s given twice, once right and once wrong', async (_what, name) => {
    const request = signed(sm2, { cases: [] })
    const right = request.headers?.[name] ?? ''
    for (const lines of [
      [right, 'wrong'],
      ['wrong', right],
    ])
      expect(await sendRaw('/sources/owner/cases', request, { [name]: lines })).toMatchObject({ status: 401 })
  })

  it.each([
    '/sources/%6fwner/cases',
    '/sources/owner/cases?x=1',
    '/sources/owner/cases?',
    'http://x.invalid/sources/owner/cases',
  ])('lets nobody in by another spelling of the address: %s', async (path) => {
    const request = { ...signed(sm2, { cases: [] }), body: '{"cases":[{}]}' }
    expect((await sendRaw(path, request)).status).not.toBe(200)
    expect((await sendRaw(path, draft({ cases: [] }))).status).not.toBe(200)
  })

  it('takes a signature of another path for none', async () => {
    expect((await sendRaw('/sources/owner/cases?x=1', signed(sm2, { cases: [] }))).code).toBe('TB_INBOUND_SIGNATURE')
  })

  it('does not let a department in anywhere else, nor a client in here', async () => {
    const { url, ...request } = signed(staticToken('T'), 'x', 'token')
    const upload = await fetch(`${first.url}/files/a`, { method: 'POST', headers: { ...request.headers }, body: 'x' })
    expect(upload.status).toBe(401)
    expect(url).toContain('/sources/token/')
    expect(await send(signed(staticToken('scoped'), { cases: [] }))).toMatchObject({ code: 'TB_INBOUND_SIGNATURE' })
    const read = await fetch(`${first.url}/sources/token/cases`)
    expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST'])
  })
})

it('reads messages in any of the usual forms', () => {
  const request = { method: 'POST', url: '/', headers: {}, body: Buffer.from('<r><no>1</no></r>') }
  expect(messageOf(request).xml()).toEqual({ r: { no: '1' } })
  expect(() => messageOf(request).json()).toThrow(expect.objectContaining({ code: 'TB_SOURCE_SHAPE' }))
  const gb = { ...request, body: Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0x81, 0x5c, 0x22, 0x7d]) }
  expect(messageOf(gb).json('gb18030')).toEqual({ a: '乗' })
  expect(messageOf({ ...gb, headers: { 'content-type': 'application/json;charset=GBK' } }).json()).toEqual({ a: '乗' })
})
