import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sm4Cipher } from './sm4.ts'
import { sm4Body } from './sm4-body.ts'

const key = { hex: '0123456789abcdeffedcba9876543210' } as const
const iv = { base64: Buffer.from('00112233445566778899aabbccddeeff', 'hex').toString('base64') } as const

describe('an SM4 payload', () => {
  it('comes back as it was, in both modes and both texts', () => {
    const modes = fc.constantFrom({ key }, { key, iv })
    fc.assert(
      fc.property(fc.uint8Array(), modes, fc.constantFrom('hex', 'base64'), (bytes, mode, text) => {
        const cipher = sm4Cipher({ ...mode, text })
        expect(cipher.decrypt(cipher.encrypt(bytes)).equals(bytes)).toBe(true)
      }),
    )
  })

  it.each([
    ['a key of 15 bytes', { key: { hex: key.hex.slice(2) } }],
    ['a key that is no hexadecimal', { key: { hex: 'x'.repeat(32) } }],
    ['hexadecimal for Base64', { key: { base64: key.hex } }],
    ['a short starting vector', { key, iv: { hex: '00' } }],
  ])('is refused with %s', (_name, options) => {
    expect(() => sm4Cipher(options)).toThrow(TypeError)
  })

  it.each([
    ['another key', sm4Cipher({ key: { hex: 'f'.repeat(32) } }).encrypt('陈䶮·𠀀')],
    ['nothing', ''],
    ['half a block', Buffer.alloc(8).toString('base64')],
    ['text', '{"code":500}'],
    ['Base64 with a sign too many', `${sm4Cipher({ key }).encrypt('x')}=`],
  ])('is refused with one answer for %s', (_name, ciphertext) => {
    expect(() => sm4Cipher({ key }).decrypt(ciphertext)).toThrow('This was not encrypted with this SM4 key and mode.')
  })
})

describe('an SM4 body', () => {
  const body = sm4Body({ key, iv })
  const io = { now: () => new Date(), signal: new AbortController().signal, http: () => Promise.reject(new Error()) }

  it('is encrypted on the way out and decrypted on the way in', async () => {
    const sent = await body({ method: 'POST', url: 'http://x.invalid/', body: '{"姓名":"某某"}' }, io)
    expect(sent.headers).toEqual({ 'content-type': 'text/plain' })
    const answer = { status: 200, headers: {}, body: Buffer.from(String(sent.body)) }
    expect(Buffer.from(body.open?.(answer).body ?? '').toString()).toBe('{"姓名":"某某"}')
  })

  it('says what is wrong with an answer that is not encrypted, and leaves error pages to their status', () => {
    const page = { status: 200, headers: {}, body: Buffer.from('<html>登录</html>') }
    expect(() => body.open?.(page)).toThrow(expect.objectContaining({ code: 'TB_SOURCE_SHAPE' }))
    expect(body.open?.({ ...page, status: 502 })?.status).toBe(502)
  })
})
