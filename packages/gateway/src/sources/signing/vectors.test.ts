import { createCipheriv } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bgHmacSignature } from './bg-hmac.ts'
import { gjgxjhptSignature } from './gjgxjhpt.ts'
import { hmacSm3, sm3 } from './sm3.ts'
import { sm4Cipher } from './sm4.ts'

// Vectors of our own computation, with invented keys; SM3 and SM4 from the examples of GB/T 32905 and GB/T 32907.
describe('X-BG-HMAC', () => {
  const parts = {
    method: 'GET',
    path: '/api/item/list',
    search: 'a=1&b=2',
    accessKey: 'AKTEST',
    date: 'Tue, 14 Nov 2023 22:13:20 GMT',
  }
  const right = 'Kan2TIpPwFA9l6KsMo/UXBeEk0IbuiMhwYsn6NKSpfc='
  const secret = 'SKTEST'

  it('is HMAC-SHA-256 over five lines, of which the last one ends, too', () => {
    expect(bgHmacSignature(parts, { secret })).toBe(right)
    expect(bgHmacSignature({ ...parts, search: 'b=2&a=1', method: 'get' }, { secret })).toBe(right)
    expect(right).not.toBe('NU9MGsxFzA0j1P4Rx3dHfW6YWybum0wx6lMruJ3cIto=')
  })

  it.each([
    ['another method', { ...parts, method: 'POST' }],
    ['another path', { ...parts, path: '/api/item/list/' }],
    ['another value', { ...parts, search: 'a=1&b=3' }],
    ['another access key', { ...parts, accessKey: 'AKTEST2' }],
    ['another second', { ...parts, date: 'Tue, 14 Nov 2023 22:13:21 GMT' }],
  ])('differs for %s', (_name, other) => {
    expect(bgHmacSignature(other, { secret })).not.toBe(right)
  })

  it('signs the query as sent, or decoded, as the implementation wants', () => {
    const search = 'name=%E4%B8%9A+%E5%8A%A1&a=1'
    const raw = bgHmacSignature({ ...parts, search }, { secret })
    const decoded = bgHmacSignature({ ...parts, search }, { secret, query: 'DECODED' })
    expect(raw).not.toBe(decoded)
    expect(bgHmacSignature({ ...parts, search: 'a=1&name=业 务' }, { secret })).toBe(decoded)
  })
})

describe('gjgxjhpt', () => {
  it('is HMAC-SHA-256 over service, requester and milliseconds', () => {
    const parts = { sid: 'SIDTEST', rid: 'RIDTEST', rtime: '1700000000000' }
    expect(gjgxjhptSignature(parts, 'SECRETTEST')).toBe('ZbatjOs+lnLoVeeIj4YdfYTZ2DsZXbWcFHxeRJFAC8o=')
    expect(gjgxjhptSignature({ ...parts, sid: parts.rid, rid: parts.sid }, 'SECRETTEST')).not.toContain('ZbatjOs')
  })
})

describe('SM3', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('of %s is the published digest', (text, digest) => {
    expect(sm3(text)).toBe(digest)
    expect(sm3(Buffer.from(text), 'base64')).toBe(Buffer.from(digest, 'hex').toString('base64'))
  })

  it('has an HMAC', () => {
    const digest = '28e63256e7c5a087b1f073265dc53092163f7b82729735d06f28f10af9d52393'
    expect(hmacSm3(Buffer.from('6b6579', 'hex'), 'abc')).toBe(digest)
    expect(hmacSm3('key', 'abc')).toBe(digest)
    expect(hmacSm3('6b6579', 'abc')).not.toBe(digest)
  })
})

describe('SM4', () => {
  const hex = '0123456789abcdeffedcba9876543210'
  const block = Buffer.from(hex, 'hex')
  const once = '681edf34d206965e86b3e94f536e4246'

  it('of one block is the published one', () => {
    expect(sm4Cipher({ key: { hex }, text: 'hex' }).encrypt(block).slice(0, 32)).toBe(once)
    expect(sm4Cipher({ key: { base64: block.toString('base64') }, text: 'hex' }).encrypt(block)).toMatch(`${once}`)
  })

  it('of a million rounds is the published one', () => {
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false)
    let text: Buffer = block
    for (let round = 0; round < 1_000_000; round += 1) text = cipher.update(text)
    expect(text.toString('hex')).toBe('595298c7c6fd271f0402f804c33d3f66')
  })

  it('takes text as UTF-8, never as hexadecimal', () => {
    const cipher = sm4Cipher({ key: { hex } })
    expect(cipher.decrypt(cipher.encrypt(hex)).toString()).toBe(hex)
    expect(cipher.encrypt(hex)).not.toBe(cipher.encrypt(block))
  })
})
