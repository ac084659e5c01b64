import fc from 'fast-check'
import { sm2 as other } from 'sm-crypto'
import { describe, expect, it } from 'vitest'
import { sm2KeyPair } from './sm2.ts'
import { derOf, rawOf } from './sm2-form.ts'
import { sm2Sign, sm2Verify } from './sm2-sign.ts'

// The example of GM/T 0003.5, appendix A, on the recommended curve.
const privateKey = '3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8'
const publicKey =
  '0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13'
const r = 'F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3'
const s = 'B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA'
const message = 'message digest'
const raw = Buffer.from(r + s, 'hex')
const der = derOf(raw)
const order = 'FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123'

describe('the standard example', () => {
  it('is right as r and s, in either case, and as ASN.1 of 72 bytes', () => {
    expect(der.length).toBe(72)
    expect(sm2Verify(message, r + s, publicKey)).toBe(true)
    expect(sm2Verify(message, (r + s).toLowerCase(), publicKey)).toBe(true)
    expect(sm2Verify(message, raw.toString('base64'), publicKey, { text: 'base64' })).toBe(true)
    expect(sm2Verify(message, der.toString('hex'), publicKey, { form: 'der' })).toBe(true)
    expect(sm2Verify(message, der.toString('base64'), publicKey, { form: 'der', text: 'base64' })).toBe(true)
    expect(sm2Verify(message, r + s, publicKey, { userId: '1234567812345678' })).toBe(true)
  })

  it.each([
    ['an empty user id', { userId: '' }],
    ['another user id', { userId: '1234567812345679' }],
    ['the form ASN.1', { form: 'der' }],
    ['the text Base64', { text: 'base64' }],
  ] as const)('is wrong with %s', (_name, habits) => {
    expect(sm2Verify(message, r + s, publicKey, habits)).toBe(false)
  })

  it('is wrong without the hash step', () => {
    const bare = other.doSignature(message, privateKey, { hash: false })
    expect(sm2Verify(message, bare, publicKey)).toBe(false)
    expect(other.doVerifySignature(message, r + s, publicKey, { hash: false })).toBe(false)
  })

  it.each([
    ['another message', 'message digest.', r + s],
    ['r and s changed over', message, s + r],
    ['a byte more', message, `${r}${s}00`],
    ['a byte less', message, (r + s).slice(2)],
    ['a half digit', message, (r + s).slice(1)],
    ['nothing', message, ''],
    ['zeros', message, '0'.repeat(128)],
    ['s of the order of the curve', message, r + order],
    ['text', message, 'signature'],
  ])('is wrong with %s', (_name, text, signature) => {
    expect(sm2Verify(text, signature, publicKey)).toBe(false)
  })

  it.each([
    ['compressed', `02${publicKey.slice(2, 66)}`],
    ['without 04', publicKey.slice(2)],
    ['not on the curve', `${publicKey.slice(0, -2)}14`],
    ['empty', ''],
  ])('throws for a public key that is %s', (_name, key) => {
    expect(() => sm2Verify(message, r + s, key)).toThrow(TypeError)
  })

  it('throws for a private key that is none', () => {
    expect(() => sm2Sign(message, privateKey.slice(2))).toThrow(TypeError)
  })
})

describe('a signature of our own', () => {
  const keys = sm2KeyPair()
  const messages = fc.uint8Array({ maxLength: 80 })
  const habits = fc.record({
    form: fc.constantFrom('raw', 'der'),
    text: fc.constantFrom('hex', 'base64'),
    userId: fc.constantFrom('1234567812345678', '', 'bureau@example.cn'),
  })

  it('is accepted, and with any byte changed it is not', () => {
    fc.assert(
      fc.property(messages, habits, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, agreed, place, change) => {
        const signature = sm2Sign(bytes, keys.privateKey, agreed)
        expect(sm2Verify(bytes, signature, keys.publicKey, agreed)).toBe(true)
        const altered = Buffer.from(signature, agreed.text)
        const at = place % altered.length
        altered[at] = (altered[at] ?? 0) ^ change
        expect(sm2Verify(bytes, altered.toString(agreed.text), keys.publicKey, agreed)).toBe(false)
        const longer = Buffer.concat([bytes, Buffer.of(change)])
        expect(sm2Verify(longer, signature, keys.publicKey, agreed)).toBe(false)
      }),
      { numRuns: 25 },
    )
  })

  it('is accepted by another implementation, and its own by us', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, asDer) => {
        fc.pre(text.isWellFormed())
        const form = asDer ? 'der' : 'raw'
        const ours = sm2Sign(text, keys.privateKey, { form })
        expect(other.doVerifySignature(text, ours, keys.publicKey, { hash: true, der: asDer })).toBe(true)
        const theirs = other.doSignature(text, keys.privateKey, { hash: true, der: asDer })
        expect(sm2Verify(text, theirs, keys.publicKey, { form })).toBe(true)
      }),
      { numRuns: 10 },
    )
  })

  it('has one spelling in ASN.1', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
        expect(rawOf(derOf(bytes))?.equals(bytes)).toBe(true)
        expect(rawOf(Buffer.concat([derOf(bytes), Buffer.of(0)]))).toBeUndefined()
      }),
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => void rawOf(bytes)))
  })
})
