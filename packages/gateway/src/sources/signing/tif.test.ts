import { describe, expect, it } from 'vitest'
import { tifVerifier } from './inbound/tif.ts'
import { testNonces } from './testing/nonces.ts'
import { received } from './testing/requests.ts'
import { tif, tifSignature } from './tif.ts'

// Vectors of our own computation, with an invented token.
const parts = { timestamp: '1700000000', token: 'TESTTOKEN0123456789', nonce: '18bcfe56800-1a2b' }
const user = { uid: 'u1', uinfo: 'info', ext: 'ext' }
const outward = '788348ec360c440fcb0804834c7f8ab53e85eb8593f2cbb46802b79d1f862e3c'
const inward = '20ce7566e1ee599148c404eafa665fb4aa5668a379c9b533d34846551b89e31c'

const at = new Date(1_700_000_000_000)
const verdictOf = (
  headers: Readonly<Record<string, string>>,
  token: string = parts.token,
  now = at,
  prefix = 'x-tif',
) =>
  tifVerifier({ token, prefix })(received({ method: 'GET', url: 'http://x.invalid/', headers }), {
    now,
    seen: testNonces(),
  })
const headers = (signature: string, more: object = {}) => ({
  'x-tif-timestamp': parts.timestamp,
  'x-tif-nonce': parts.nonce,
  'x-tif-signature': signature,
  ...more,
})
const userHeaders = { 'x-tif-uid': 'u1', 'x-tif-uinfo': 'info', 'x-tif-ext': 'ext' }

describe('a TIF signature', () => {
  it('to a gateway is SHA-256 of timestamp, token, nonce, timestamp', () => {
    expect(tifSignature(parts)).toBe(outward)
  })

  it('from a gateway includes the user', () => {
    expect(tifSignature({ ...parts, user })).toBe(inward)
  })

  it('without a uid takes the short form', () => {
    expect(tifSignature({ ...parts, user: { ...user, uid: '' } })).toBe(outward)
  })
})

describe('signing a request', () => {
  const request = { method: 'GET', url: 'http://x.invalid/', headers: { accept: 'application/json' } } as const

  it('adds headers that the other side accepts', async () => {
    const signed = await tif({ paasid: 'p', token: parts.token, user })(request, { now: () => at })
    expect(signed.headers).toMatchObject({
      accept: 'application/json',
      'x-tif-paasid': 'p',
      'x-tif-timestamp': '1700000000',
    })
    expect(await verdictOf(signed.headers ?? {})).toBe('VALID')
  })

  it('uses a new nonce each time, in hexadecimal milliseconds and randomness', async () => {
    const sign = tif({ paasid: 'p', token: 't' })
    const nonces = await Promise.all(
      [1, 2].map(async () => (await sign(request, { now: () => at })).headers?.['x-tif-nonce']),
    )
    expect(new Set(nonces).size).toBe(2)
    expect(nonces[0]).toMatch(/^18bcfe56800-[0-9a-f]{16}$/)
  })

  it('writes upper case and other header names where a deployment wants them', async () => {
    const signed = await tif({ paasid: 'p', token: 't', hexCase: 'upper', prefix: 'x-rio' })(request, { now: () => at })
    expect(signed.headers?.['x-rio-signature']).toMatch(/^[0-9A-F]{64}$/)
    expect(await verdictOf(signed.headers ?? {}, 't', at, 'x-rio')).toBe('VALID')
  })
})

describe('checking a request', () => {
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1_000)

  it.each([
    ['the short form', headers(outward), at, 'VALID'],
    ['upper case', headers(outward.toUpperCase()), at, 'VALID'],
    ['the long form', headers(inward, userHeaders), at, 'VALID'],
    ['a clock 90 s off', headers(outward), later(90), 'VALID'],
    ['a clock 91 s off', headers(outward), later(91), 'EXPIRED'],
    ['a clock 91 s slow', headers(outward), later(-91), 'EXPIRED'],
    ['another user', headers(inward, { ...userHeaders, 'x-tif-uid': 'u2' }), at, 'INVALID'],
    ['no signature', headers(''), at, 'INVALID'],
    ['no headers', {}, at, 'INVALID'],
    ['milliseconds for seconds', headers(outward, { 'x-tif-timestamp': '1700000000000' }), at, 'INVALID'],
  ] as const)('with %s', async (_name, given, now, verdict) => {
    expect(await verdictOf(given, parts.token, now)).toBe(verdict)
  })

  it('with another token', async () => {
    expect(await verdictOf(headers(outward), 'other')).toBe('INVALID')
  })
})
