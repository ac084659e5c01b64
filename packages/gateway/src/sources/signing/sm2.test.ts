import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sm2Decrypt, sm2Encrypt, sm2KeyPair } from './sm2.ts'

// The example of GM/T 0003.5: text `encryption standard`.
const privateKey = '3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8'
const c1 =
  '04EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0'
const c3 = '59983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD8766'
const c2 = '21886CA989CA9C7D58087307CA93092D651EFA'
const text = 'encryption standard'

describe('the standard example', () => {
  // Its point begins with the byte 04 itself: cutting every leading 04 would spoil it.
  it.each([
    ['C1C3C2', '', c1 + c3 + c2],
    ['C1C3C2', 'with the prefix 04', `04${c1}${c3}${c2}`],
    ['C1C2C3', '', c1 + c2 + c3],
    ['C1C2C3', 'with the prefix 04', `04${c1}${c2}${c3}`],
  ] as const)('is read in the order %s %s', (order, _prefix, ciphertext) => {
    expect(sm2Decrypt(ciphertext, privateKey, order)).toBe(text)
    expect(sm2Decrypt(ciphertext.toLowerCase(), privateKey, order)).toBe(text)
  })

  it.each([
    ['the other order', c1 + c2 + c3],
    ['a changed byte', `${c1}${c3}${c2.slice(0, -2)}00`],
    ['an extra prefix', `0404${c1}${c3}${c2}`],
    ['nothing', ''],
    ['a cut text', c1],
    ['something else', 'certData'],
  ])('in %s is an error and never an empty text', (_name, ciphertext) => {
    expect(() => sm2Decrypt(ciphertext, privateKey)).toThrow(TypeError)
  })
})

describe('a key pair of our own', () => {
  const keys = sm2KeyPair()

  it('reads what is encrypted for it, in both orders, with every character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('C1C3C2', 'C1C2C3'), (plain, order) => {
        fc.pre(plain.isWellFormed())
        const ciphertext = sm2Encrypt(plain, keys.publicKey, order)
        expect(ciphertext).toMatch(/^04[0-9a-f]+$/)
        expect(sm2Decrypt(ciphertext, keys.privateKey, order)).toBe(plain)
      }),
      { numRuns: 20 },
    )
    expect(sm2Decrypt(sm2Encrypt('陈䶮·𠀀', keys.publicKey), keys.privateKey)).toBe('陈䶮·𠀀')
  })

  it('does not read what is meant for another', () => {
    const foreign = sm2Encrypt(text, sm2KeyPair().publicKey)
    expect(() => sm2Decrypt(foreign, keys.privateKey)).toThrow(TypeError)
  })

  it.each([
    ['compressed', '02'.padEnd(66, 'a')],
    ['without 04', keys.publicKey.slice(2)],
    ['empty', ''],
  ])('that is %s is refused', (_name, publicKey) => {
    expect(() => sm2Encrypt(text, publicKey)).toThrow(TypeError)
  })

  it('does not encrypt an empty text', () => {
    expect(() => sm2Encrypt('', keys.publicKey)).toThrow(TypeError)
  })
})
