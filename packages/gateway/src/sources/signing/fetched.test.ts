import { createCipheriv } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { HttpRequest } from '../source.ts'
import { type Answer, json, startUpstream, type Upstream } from '../testing/upstream.ts'
import { gjgxjhpt, gjgxjhptSignature } from './gjgxjhpt.ts'
import { loginToken } from './login-token.ts'
import { oauth2ClientCredentials } from './oauth2.ts'
import { standingClock, testIo } from './testing/io.ts'

const request: HttpRequest = { method: 'GET', url: 'http://x.invalid/items?page=1' }
const clock = standingClock()
const { io, close } = testIo(clock)
let issuer: Upstream
let asked: { headers: IncomingMessage['headers']; body: string }[]

/** Remembers what was asked and answers. */
const answering =
  (answer: Answer): Answer =>
  async (incoming, response) => {
    asked.push({ headers: incoming.headers, body: await text(incoming) })
    answer(incoming, response)
  }

beforeEach(async () => {
  asked = []
  issuer = await startUpstream(answering(json({ access_token: 'T1', token_type: 'Bearer', expires_in: '3600' })))
  return () => issuer.close()
})
afterAll(close)

describe('OAuth 2 client credentials', () => {
  const options = { clientId: 'tong ban', clientSecret: 's:c&r=t', scope: 'items' }

  it('go in the header, encoded as RFC 6749 wants it, and bring a bearer token', async () => {
    const sign = oauth2ClientCredentials({ ...options, tokenUrl: issuer.url })
    const signed = await sign(request, io())
    expect(signed.headers?.authorization).toBe('Bearer T1')
    expect(asked[0]?.body).toBe('grant_type=client_credentials&scope=items')
    const basic = Buffer.from('tong+ban:s%3Ac%26r%3Dt').toString('base64')
    expect(asked[0]?.headers.authorization).toBe(`Basic ${basic}`)
  })

  it('go in the form where the server wants that, and the token where the API wants it', async () => {
    const place = { query: 'access_token' }
    const sign = oauth2ClientCredentials({ ...options, tokenUrl: issuer.url, credentials: 'BODY', place })
    expect((await sign(request, io())).url).toBe('http://x.invalid/items?page=1&access_token=T1')
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toMatchObject({ client_secret: 's:c&r=t' })
    expect(asked[0]?.headers.authorization).toBeUndefined()
  })

  it.each([
    ['refused credentials', json({ error: 'invalid_client' }, 400), 'TB_SOURCE_AUTH'],
    ['an unauthorised client', json({}, 401), 'TB_SOURCE_AUTH'],
    ['an issuer that is down', json({}, 503), 'TB_SOURCE_UNAVAILABLE'],
    ['no token', json({ token: 'T1' }), 'TB_SOURCE_SHAPE'],
    ['a page', (_in: unknown, out: { end(body: string): void }) => out.end('<html>'), 'TB_SOURCE_SHAPE'],
  ] as const)('say what %s means', async (_name, answer, code) => {
    issuer.answer(answer)
    const sign = oauth2ClientCredentials({ ...options, tokenUrl: issuer.url })
    await expect(async () => sign(request, io())).rejects.toMatchObject({ code })
  })
})

describe('a login', () => {
  const options = () => ({
    url: issuer.url,
    body: { account: 'a', app_key: 'k' },
    envelope: { success: { path: 'ack_code', in: ['SUCCESS'] }, payload: 'data' },
    validForMs: 1_800_000,
    place: { query: 'access_token' },
  })

  it('brings a token under the envelope of the system', async () => {
    issuer.answer(answering(json({ ack_code: 'SUCCESS', data: { access_token: 'L1' } })))
    const signed = await loginToken(options())(request, io())
    expect(signed.url).toBe('http://x.invalid/items?page=1&access_token=L1')
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ account: 'a', app_key: 'k' })
  })

  it.each([
    ['is refused', { ack_code: 'FAILURE', errors: [] }, 'TB_SOURCE_AUTH'],
    ['brings no token', { ack_code: 'SUCCESS', data: {} }, 'TB_SOURCE_SHAPE'],
    ['has no status', { access_token: 'L1' }, 'TB_SOURCE_SHAPE'],
  ])('that %s is a typed failure', async (_name, answer, code) => {
    issuer.answer(json(answer))
    await expect(async () => loginToken(options())(request, io())).rejects.toMatchObject({ code })
  })
})

describe('the two steps of the data-sharing exchange', () => {
  const appKey = 'TESTAPPKEY0123456789'
  const options = () => ({ sid: 'SIDTEST', rid: 'RIDTEST', appKey, secretUrl: issuer.url })
  // SECRETTEST as Java encrypts it with a key from SHA1PRNG seeded with the app key.
  const secret = 'Ay+zts8dNpk4IFPY0XaHMQ=='
  const data = { secret, secretEndTime: String(clock.now().getTime() + 900_000) }

  it('have a secret once and sign with it, each request at a millisecond of its own', async () => {
    issuer.answer(answering(json({ code: '0', data })))
    const sign = gjgxjhpt({ ...options(), ridSuffix: '2399' })
    const signed = await Promise.all([1, 2, 3].map(async () => (await sign(request, io())).headers ?? {}))
    const first = { gjgxjhpt_rid: 'RIDTEST@2399', gjgxjhpt_sid: 'SIDTEST', gjgxjhpt_rtime: '1700000000000' }
    const step = { sid: 'SIDTEST', rid: 'RIDTEST@2399', rtime: '1700000000000' }
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ ...first, gjgxjhpt_sign: gjgxjhptSignature(step, appKey) })
    const rtimes = signed.map(({ gjgxjhpt_rtime }) => gjgxjhpt_rtime ?? '')
    expect(new Set(rtimes).size).toBe(3)
    for (const { gjgxjhpt_rtime: rtime = '', gjgxjhpt_sign } of signed)
      expect(gjgxjhpt_sign).toBe(gjgxjhptSignature({ ...step, rtime }, 'SECRETTEST'))
    expect(issuer.requests()).toBe(1)
  })

  it('have another secret before the end that the exchange has named, and after a refusal', async () => {
    issuer.answer(answering(json({ code: 0, data: JSON.stringify(data) })))
    const own = standingClock()
    const local = testIo(own)
    const sign = gjgxjhpt(options())
    await sign(request, local.io())
    own.forward(869_000)
    const last = await sign(request, local.io())
    expect(issuer.requests()).toBe(1)
    expect(sign.renew?.(last)).toBe(true)
    await sign(request, local.io())
    expect(issuer.requests()).toBe(2)
    await local.close()
  })

  it('go by other names and other ways in clones', async () => {
    issuer.answer(json({ code: '0', data }))
    const query = await gjgxjhpt({ ...options(), prefix: 'hnjhpt_', place: 'QUERY' })(request, io())
    expect([...new URL(query.url).searchParams.keys()]).toEqual([
      'page',
      'hnjhpt_sid',
      'hnjhpt_rid',
      'hnjhpt_rtime',
      'hnjhpt_sign',
    ])
  })

  it.each([
    [
      'without a header',
      '<e:Envelope xmlns:e="u"><e:Body>乗</e:Body></e:Envelope>',
      /^<e:Envelope xmlns:e="u"><e:Header>/,
    ],
    [
      'with a header',
      '<Envelope><Header id="1"><t>x</t></Header><Body/></Envelope>',
      /^<Envelope><Header id="1"><gjgx/,
    ],
    [
      'with a header of its own in the body',
      '<Envelope><Body><Header>x</Header></Body></Envelope>',
      /^<Envelope><Header><g/,
    ],
  ])('put elements into a SOAP message %s', async (_name, body, wanted) => {
    issuer.answer(json({ code: '0', data }))
    const sign = gjgxjhpt({ ...options(), place: 'SOAP_HEADER' })
    const signed = await sign({ ...request, method: 'POST', body }, io())
    const written = Buffer.from(signed.body ?? '').toString('utf8')
    expect(written).toMatch(wanted)
    expect(written.replace(/<gjgxjhpt_.*<\/gjgxjhpt_sign>/, '').replace(/<(e:)?Header><\/(e:)?Header>/, '')).toBe(body)
  })

  it.each([
    ['refuses the app key', { code: '1', msg: 'no' }, 'TB_SOURCE_AUTH'],
    ['encrypts for somebody else', { code: '0', data: { secret: 'AAAAAAAAAAAAAAAAAAAAAA==' } }, 'TB_SOURCE_AUTH'],
    ['names an end that is over', { code: '0', data: { ...data, secretEndTime: '1600000000000' } }, 'TB_SOURCE_AUTH'],
    ['answers no code', { data }, 'TB_SOURCE_SHAPE'],
    ['answers data that is no JSON', { code: '0', data: 'x' }, 'TB_SOURCE_SHAPE'],
  ])('fail when the exchange %s', async (_name, answer, code) => {
    issuer.answer(json(answer))
    await expect(async () => gjgxjhpt(options())(request, io())).rejects.toMatchObject({ code })
  })

  it('take the bytes of the app key for the key where a node does', async () => {
    const key = '0123456789abcdef'
    const cipher = createCipheriv('aes-128-ecb', key, null)
    const own = cipher.update('SECRETTEST', 'utf8', 'base64') + cipher.final('base64')
    issuer.answer(json({ code: '0', data: { secret: own } }))
    const signed = await gjgxjhpt({ ...options(), appKey: key, aesKey: 'BYTES' })(request, io())
    const { gjgxjhpt_rtime: rtime = '', gjgxjhpt_sign } = signed.headers ?? {}
    expect(gjgxjhpt_sign).toBe(gjgxjhptSignature({ sid: 'SIDTEST', rid: 'RIDTEST', rtime }, 'SECRETTEST'))
  })
})
