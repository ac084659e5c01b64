import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HttpRequest } from '../../source.ts'
import { bgHmac } from '../bg-hmac.ts'
import { gjgxjhptSignature } from '../gjgxjhpt.ts'
import { hmacSignature } from '../hmac-signature.ts'
import { type ClockSigner, withHeaders, withQuery } from '../signer.ts'
import { sm2KeyPair } from '../sm2.ts'
import { sm2Sign } from '../sm2-sign.ts'
import { sm2Signature } from '../sm2-signer.ts'
import { staticToken } from '../static-token.ts'
import { testNonces } from '../testing/nonces.ts'
import { received } from '../testing/requests.ts'
import { tif } from '../tif.ts'
import { bearer, placeToken } from '../token-place.ts'
import { bgHmacVerifier } from './bg-hmac.ts'
import { gjgxjhptVerifier } from './gjgxjhpt.ts'
import { hmacVerifier } from './hmac.ts'
import { sm2Verifier } from './sm2.ts'
import { staticTokenVerifier } from './static-token.ts'
import { tifVerifier } from './tif.ts'
import type { ReceivedRequest, Verifier } from './verifier.ts'

const at = Date.parse('2023-11-14T22:13:20Z')
const draft: HttpRequest = {
  method: 'POST',
  url: 'https://gov.example.cn/sources/bureau/cases?b=2&a=%E4%B8%80',
  body: '{"cases":[],"时间":1}',
}
const keys = sm2KeyPair()
const user = { uid: 'u1', uinfo: 'info', ext: 'ext' }

const exchange: ClockSigner = (request, { now }) => {
  const parts = { sid: 'S', rid: 'R@1', rtime: String(now().getTime()) }
  const sign = gjgxjhptSignature(parts, 'SECRETTEST')
  return withHeaders(request, {
    gjgxjhpt_sid: parts.sid,
    gjgxjhpt_rid: parts.rid,
    gjgxjhpt_rtime: parts.rtime,
    gjgxjhpt_sign: sign,
  })
}

/** How each signs, how it is checked, and the header the signature travels in. */
const kinds: readonly (readonly [string, ClockSigner, Verifier, string])[] = [
  ['TIF', tif({ paasid: 'p', token: 'T' }), tifVerifier({ token: 'T' }), 'x-tif-signature'],
  [
    'TIF for a user, in upper case',
    tif({ paasid: 'p', token: 'T', user, hexCase: 'upper', prefix: 'x-rio' }),
    tifVerifier({ token: 'T', prefix: 'x-rio' }),
    'x-rio-signature',
  ],
  [
    'X-BG-HMAC',
    bgHmac({ accessKey: 'AK', secret: 'SK' }),
    bgHmacVerifier({ accessKey: 'AK', secret: 'SK' }),
    'x-bg-hmac-signature',
  ],
  [
    'X-BG-HMAC over the decoded query',
    bgHmac({ accessKey: 'AK', secret: 'SK', query: 'DECODED' }),
    bgHmacVerifier({ accessKey: 'AK', secret: 'SK', query: 'DECODED' }),
    'x-bg-hmac-signature',
  ],
  ['gjgxjhpt', exchange, gjgxjhptVerifier({ sid: 'S', rid: 'R@1', secrets: ['OLDER', 'SECRETTEST'] }), 'gjgxjhpt_sign'],
  [
    'SM2',
    sm2Signature({ keys: [{ id: 'k1', privateKey: keys.privateKey }] }),
    sm2Verifier({ keys: [{ id: 'k1', publicKey: keys.publicKey }] }),
    'x-signature',
  ],
  [
    'SM2 in ASN.1 and Base64',
    sm2Signature({ keys: [keys], form: 'der', text: 'base64', userId: 'bureau' }),
    sm2Verifier({ keys: [keys], form: 'der', text: 'base64', userId: 'bureau' }),
    'x-signature',
  ],
  ['HMAC', hmacSignature({ secret: 'S' }), hmacVerifier({ secret: 'S' }), 'x-signature'],
  [
    'HMAC with SM3',
    hmacSignature({ secret: 'S', algorithm: 'sm3', text: 'base64' }),
    hmacVerifier({ secret: 'S', algorithm: 'sm3', text: 'base64' }),
    'x-signature',
  ],
]
/** Those that cover method, path, query and body, too. */
const whole = kinds.filter(([name]) => /^(SM2|HMAC)/.test(name))
const covering = kinds.filter(([name]) => /^(SM2|HMAC|X-BG)/.test(name))

const signed = (sign: ClockSigner, request = draft): ReceivedRequest =>
  received(sign(request, { now: () => new Date(at) }))
const check = (verify: Verifier, request: ReceivedRequest, offMs = 0, seen = testNonces()) =>
  verify(request, { now: new Date(at + offMs), seen })
const withHeader = (request: ReceivedRequest, name: string, value: string | undefined): ReceivedRequest => ({
  ...request,
  headers: { ...request.headers, [name]: value },
})

describe.each(kinds)('%s', (_name, sign, verify, header) => {
  it('is accepted once, and never again', async () => {
    const seen = testNonces()
    const request = signed(sign)
    expect(await check(verify, request, 0, seen)).toBe('VALID')
    expect(await check(verify, request, 1_000, seen)).toBe('REPLAYED')
    expect(await check(verify, signed(sign, { ...draft, url: draft.url }), 91_000, seen)).toBe('EXPIRED')
  })

  it.each([
    [90_000, 'VALID'],
    [91_000, 'EXPIRED'],
    [-90_000, 'VALID'],
    [-91_000, 'EXPIRED'],
  ])('with a clock %i ms off is %s', async (offMs, verdict) => {
    expect(await check(verify, signed(sign), offMs)).toBe(verdict)
  })

  it('is not accepted with any sign of the signature changed, cut, or without it, and is then not remembered', async () => {
    const request = signed(sign)
    const signature = request.headers[header] ?? ''
    const seen = testNonces()
    await fc.assert(
      fc.asyncProperty(fc.nat(signature.length - 1), fc.constantFrom(...'0aA9f+'), async (place, other) => {
        const changed = signature.slice(0, place) + other + signature.slice(place + 1)
        fc.pre(changed.toLowerCase() !== signature.toLowerCase())
        expect(await check(verify, withHeader(request, header, changed), 0, seen)).toBe('INVALID')
      }),
      { numRuns: 20 },
    )
    for (const other of ['', undefined, signature.slice(1), `${signature} `, 'undefined'])
      expect(await check(verify, withHeader(request, header, other), 0, seen)).toBe('INVALID')
    expect(await check(verify, request, 0, seen)).toBe('VALID')
  })

  it('is not accepted when the request says nothing', async () => {
    expect(await check(verify, { ...signed(sign), headers: {} })).toBe('INVALID')
  })

  it('never throws, whatever the headers hold', async () => {
    const names = Object.keys(signed(sign).headers)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.string({ unit: 'binary' }), async (name, value) => {
        const verdict = await check(verify, withHeader(signed(sign), name, value))
        expect(['VALID', 'INVALID', 'EXPIRED']).toContain(verdict)
      }),
      { numRuns: 50 },
    )
  })
})

describe.each(covering)('%s covers where the request goes', (_name, sign, verify) => {
  it.each([
    ['method', { method: 'PUT' }],
    ['path', { url: '/sources/other/cases?b=2&a=%E4%B8%80' }],
    ['query', { url: '/sources/bureau/cases?b=3&a=%E4%B8%80' }],
    ['query, less', { url: '/sources/bureau/cases' }],
  ])('its %s', async (_part, change) => {
    expect(await check(verify, { ...signed(sign), ...change })).toBe('INVALID')
  })
})

describe.each(whole)('%s covers the body', (_name, sign, verify) => {
  it('to its last byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const request = signed(sign)
        const body = Buffer.from(request.body)
        body[place % body.length] = (body[place % body.length] ?? 0) ^ change
        expect(await check(verify, { ...request, body })).toBe('INVALID')
      }),
      { numRuns: 10 },
    )
  })
})

describe('a proxy in front', () => {
  it('may change the path when the verifier knows the one that was signed', async () => {
    const path = '/sources/bureau/cases'
    const moved = (request: ReceivedRequest) => ({ ...request, url: request.url.replace('/sources/bureau', '/b') })
    const verifiers: [ClockSigner, Verifier][] = [
      [bgHmac({ accessKey: 'AK', secret: 'SK' }), bgHmacVerifier({ accessKey: 'AK', secret: 'SK', path })],
      [hmacSignature({ secret: 'S' }), hmacVerifier({ secret: 'S', path })],
      [sm2Signature({ keys: [keys] }), sm2Verifier({ keys: [keys], path })],
    ]
    for (const [sign, verify] of verifiers) expect(await check(verify, moved(signed(sign)))).toBe('VALID')
  })
})

describe('X-BG-HMAC within one second', () => {
  const sign = bgHmac({ accessKey: 'AK', secret: 'SK' })

  it.each([
    ['SIGNATURE', 'REPLAYED'],
    ['SIGNATURE_AND_BODY', 'VALID'],
  ] as const)('with %s another body is %s, and the same body is a replay', async (once, verdict) => {
    const verify = bgHmacVerifier({ accessKey: 'AK', secret: 'SK', once })
    const seen = testNonces()
    await check(verify, signed(sign), 0, seen)
    expect(await check(verify, signed(sign, { ...draft, body: 'other' }), 0, seen)).toBe(verdict)
    expect(await check(verify, signed(sign), 0, seen)).toBe('REPLAYED')
  })

  it.each(['2023-11-14T22:13:20Z', 'Tue, 14 Nov 2023 22:13:20 +0000', 'Mon, 14 Nov 2023 22:13:20 GMT', ''])(
    'takes no date written as %s',
    async (date) => {
      const verify = bgHmacVerifier({ accessKey: 'AK', secret: 'SK' })
      expect(await check(verify, withHeader(signed(sign), 'x-bg-date-time', date))).toBe('INVALID')
    },
  )
})

describe('gjgxjhpt in the query', () => {
  it('is checked like in headers', async () => {
    const verify = gjgxjhptVerifier({ sid: 'S', rid: 'R', secrets: ['X'], prefix: 'hnjhpt_' })
    const parts = { sid: 'S', rid: 'R', rtime: String(at) }
    const sign =
      (secret: string): ClockSigner =>
      (request) => {
        const named = { ...parts, sign: gjgxjhptSignature(parts, secret) }
        return withQuery(
          request,
          Object.fromEntries(Object.entries(named).map(([name, value]) => [`hnjhpt_${name}`, value])),
        )
      }
    expect(await check(verify, signed(sign('X')))).toBe('VALID')
    expect(await check(verify, signed(sign('Y')))).toBe('INVALID')
  })
})

describe('SM2 keys that take over from each other', () => {
  const [older, newer] = [sm2KeyPair(), sm2KeyPair()]
  const turn = new Date(at).toISOString()
  const later = new Date(at + 3_600_000).toISOString()
  const sign = sm2Signature({
    keys: [
      { id: 'newer', privateKey: newer.privateKey, from: turn },
      { id: 'older', privateKey: older.privateKey },
    ],
  })
  const verify = sm2Verifier({
    keys: [
      { id: 'older', publicKey: older.publicKey, until: later },
      { id: 'newer', publicKey: newer.publicKey, from: turn },
    ],
  })
  const signedAt = (ms: number) => received(sign(draft, { now: () => new Date(ms) }))

  it('are used from their time on, and accepted while they overlap', async () => {
    expect(signedAt(at - 1).headers['x-key-id']).toBe('older')
    expect(signedAt(at).headers['x-key-id']).toBe('newer')
    expect(await check(verify, signedAt(at - 1))).toBe('VALID')
    expect(await check(verify, signedAt(at))).toBe('VALID')
  })

  it('are accepted neither before their time nor after it', async () => {
    const onlyOlder = sm2Signature({ keys: [{ id: 'older', privateKey: older.privateKey }] })
    const late = received(onlyOlder(draft, { now: () => new Date(at + 3_600_000) }))
    expect(await check(verify, late, 3_600_000)).toBe('INVALID')
    const early = sm2Signature({ keys: [{ id: 'newer', privateKey: newer.privateKey }] })
    expect(await check(verify, received(early(draft, { now: () => new Date(at - 1) })), -1)).toBe('INVALID')
  })

  it('are tried by their names only, when there is one', async () => {
    const request = signedAt(at)
    expect(await check(verify, withHeader(request, 'x-key-id', 'older'))).toBe('INVALID')
    expect(await check(verify, withHeader(request, 'x-key-id', undefined))).toBe('VALID')
  })

  it.each([
    ['a key that is no point', () => sm2Verifier({ keys: [{ publicKey: `04${'0'.repeat(128)}` }] })],
    ['a time that is none', () => sm2Verifier({ keys: [{ publicKey: newer.publicKey, until: 'soon' }] })],
    ['a private key that is none', () => sm2Signature({ keys: [{ privateKey: 'x' }] })],
    ['a start that is none', () => sm2Signature({ keys: [{ privateKey: newer.privateKey, from: 'soon' }] })],
  ])('are refused at the start with %s', (_name, make) => {
    expect(make).toThrow(TypeError)
  })
})

describe('SM2 over a body alone', () => {
  const verify = sm2Verifier({ keys: [keys], signs: 'BODY', bodyTime: 'head.time', headers: { signature: 'sign' } })
  const body = JSON.stringify({ head: { time: at / 1_000 }, data: {} })
  const request = (text: string, sign = sm2Sign(text, keys.privateKey)): ReceivedRequest =>
    received({ ...draft, body: text, headers: { sign } })

  it('takes the time from the body', async () => {
    expect(await check(verify, request(body))).toBe('VALID')
    expect(await check(verify, request(body), 91_000)).toBe('EXPIRED')
    expect(await check(verify, request(`${body} `, sm2Sign(body, keys.privateKey)))).toBe('INVALID')
    expect(await check(verify, request('{}'))).toBe('INVALID')
    expect(await check(verify, request('{'))).toBe('INVALID')
  })
})

/** What no signer of ours sends, but anybody may. */
const withEmptyToken = (request: HttpRequest) => placeToken(request, bearer, '')

describe('a static token', () => {
  const verify = staticTokenVerifier({ tokens: ['old', 'new'] })

  it.each([
    ['the present one', staticToken('new'), 'VALID'],
    ['the one before', staticToken('old'), 'VALID'],
    ['another', staticToken('newer'), 'INVALID'],
    ['an empty one', withEmptyToken, 'INVALID'],
    ['none', (request: HttpRequest) => request, 'INVALID'],
  ] as const)('that is %s is %s', async (_name, sign, verdict) => {
    expect(await check(verify, signed(sign))).toBe(verdict)
  })

  it('may travel in the query', async () => {
    const inQuery = staticTokenVerifier({ tokens: ['t&1'], place: { query: 'appKey' } })
    expect(await check(inQuery, signed(staticToken('t&1', { query: 'appKey' })))).toBe('VALID')
    expect(await check(inQuery, signed(staticToken('t&1')))).toBe('INVALID')
  })

  it('that is configured as empty lets nobody in', async () => {
    const verifyEmpty = staticTokenVerifier({ tokens: [''] })
    expect(await check(verifyEmpty, signed(withEmptyToken))).toBe('INVALID')
    expect(
      await check(
        verifyEmpty,
        signed((request) => request),
      ),
    ).toBe('INVALID')
  })
})
