import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { identify, keyOf } from './identity.ts'

const reply = z.object({})
const reader = () => 'same text'

describe('what is the same question', () => {
  it.each<[string, unknown, unknown]>([
    ['keys in another order', { a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 }],
    ['bytes', { body: Uint8Array.of(1, 2, 255) }, { body: Uint8Array.of(0, 1, 2, 255).subarray(1) }],
    ['one function', { reader }, { reader }],
  ])('does not depend on %s', (_name, one, other) => {
    expect(identify(one)).toBe(identify(other))
  })

  it.each<[string, unknown, unknown]>([
    ['a number and its text', { a: 1 }, { a: '1' }],
    ['a list and its element', { a: ['1'] }, { a: '1' }],
    ['what is left out and what is undefined', {}, { a: undefined }],
    ['nothing and null', { a: undefined }, { a: null }],
    ['a value and its neighbour', { a: 'x', b: 'y' }, { a: 'x"', b: 'y' }],
    ['a field and a text that looks like it', { a: '1,"b":2' }, { a: 1, b: 2 }],
    ['a big number and a number', { a: 1n }, { a: 1 }],
    ['both zeros', { a: 0 }, { a: -0 }],
    ['other bytes', { body: Uint8Array.of(1, 2) }, { body: Uint8Array.of(1, 3) }],
    ['bytes and how they are written', { body: Uint8Array.of(1, 2) }, { body: Buffer.of(1, 2) }],
    ['two functions of one text', { reader: () => 'x' }, { reader: () => 'x' }],
    ['two dates', { at: new Date(0) }, { at: new Date(0) }],
    ['two tables', { at: new Map([[1, 2]]) }, { at: new Map([[1, 2]]) }],
    ['what only symbols tell apart', { [Symbol.for('a')]: 1 }, { [Symbol.for('a')]: 2 }],
  ])('keeps %s apart', (_name, one, other) => {
    expect(identify(one)).not.toBe(identify(other))
  })

  it('never takes two different pieces of data for one', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const plain = (value: unknown) => JSON.stringify(value, (_key, inner) => sorted(inner))
        expect(identify(one) === identify(other)).toBe(plain(one) === plain(other) && sameZeros(one, other))
      }),
    )
  })

  it('takes a ring for itself only', () => {
    const ring: Record<string, unknown> = {}
    ring.self = ring
    expect(identify(ring)).toBe(identify(ring))
  })
})

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** JSON writes both zeros the same way; apart is the safe side. */
const sameZeros = (one: unknown, other: unknown): boolean => identify(one) === identify(other) || !hasZero(one)
const hasZero = (value: unknown): boolean => JSON.stringify(value).includes('0')

describe('the key of a call', () => {
  const request = { operation: 'read', safe: true, path: '/', reply }

  it.each([
    ['a call that is not safe', { ...request, safe: false }, { sharing: 'a' }],
    ['a caller who shares with nobody', request, {}],
  ])('is missing for %s', (_name, asked, context) => {
    expect(keyOf(asked, context)).toBeUndefined()
  })

  it.each([
    ['whose answer it is', request, { sharing: 'b' }],
    ['what is asked', { ...request, path: '/2' }, { sharing: 'a' }],
    ['how it is read', { ...request, reply: z.object({}) }, { sharing: 'a' }],
    ['the operation', { ...request, operation: 'other' }, { sharing: 'a' }],
  ])('differs by %s', (_name, asked, context) => {
    expect(keyOf(asked, context)).not.toBe(keyOf(request, { sharing: 'a' }))
    expect(keyOf({ ...asked }, context)).toBe(keyOf(asked, { ...context }))
  })
})
