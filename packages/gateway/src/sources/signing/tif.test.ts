import { describe, expect, it } from 'vitest'
import { tif, tifSignature, verifyTif } from './tif.ts'

// Vectors of our own computation, with an invented token.
const parts = { timestamp: '1700000000', token: 'TESTTOKEN0123456789', nonce: '18bcfe56800-1a2b' }
const user = { uid: 'u1', uinfo: 'info', ext: 'ext' }
const outward = '788348ec360c440fcb0804834c7f8ab53e85eb8593f2cbb46802b79d1f862e3c'
const inward = '20ce7566e1ee599148c404eafa665fb4aa5668a379c9b533d34846551b89e31c'

const at = new Date(1_700_000_000_000)
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
    expect(verifyTif(signed.headers ?? {}, { token: parts.token, now: at })).toBe('valid')
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
    expect(verifyTif(signed.headers ?? {}, { token: 't', now: at, prefix: 'x-rio' })).toBe('valid')
  })
})

describe('checking a request', () => {
  const check = { token: parts.token, now: at }
  const later = (seconds: number) => ({ ...check, now: new Date(at.getTime() + seconds * 1_000) })

  it.each([
    ['the short form', headers(outward), check, 'valid'],
    ['upper case', headers(outward.toUpperCase()), check, 'valid'],
    ['the long form', headers(inward, userHeaders), check, 'valid'],
    ['a clock 90 s off', headers(outward), later(90), 'valid'],
    ['a clock 91 s off', headers(outward), later(91), 'expired'],
    ['a clock 91 s slow', headers(outward), later(-91), 'expired'],
    ['another user', headers(inward, { ...userHeaders, 'x-tif-uid': 'u2' }), check, 'invalid'],
    ['another token', headers(outward), { ...check, token: 'other' }, 'invalid'],
    ['no signature', headers(''), check, 'invalid'],
    ['no headers', {}, check, 'invalid'],
    ['milliseconds for seconds', headers(outward, { 'x-tif-timestamp': '1700000000000' }), check, 'invalid'],
  ] as const)('with %s', (_name, given, options, verdict) => {
    expect(verifyTif(given, options)).toBe(verdict)
  })
})
