import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { globalId, parseGlobalId } from './global-id.ts'
import { isPlain, isPlainProse } from './plain-text.ts'
import { isInstant, isInt4, isInt8, isKey } from './position.ts'

describe('a part of a position', () => {
  it('is any instant of ours', () => {
    const years = { min: new Date('1000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }
    fc.assert(fc.property(fc.date(years), (instant) => isInstant(instant.toISOString())))
  })

  it.each(['', 'now', '2026-02-30T00:00:00Z', '2026-01-01T24:00:00Z', '0000-01-01T00:00:00Z', '2026-01-01', 7, null])(
    'is no instant: %j',
    (value) => expect(isInstant(value)).toBe(false),
  )

  it.each([
    [isInt4, 2 ** 31 - 1, true],
    [isInt4, -(2 ** 31), true],
    [isInt4, 2 ** 31, false],
    [isInt4, 1.5, false],
    [isInt4, '1', false],
    [isInt8, 2 ** 53 - 1, true],
    [isInt8, 2 ** 53, false],
    [isKey, '公告/1', true],
    [isKey, 'a\u0000', false],
    [isKey, '\udc00', false],
    [isKey, 'x'.repeat(513), false],
  ])('%o takes %j: %j', (guard, value, taken) => {
    expect(guard(value)).toBe(taken)
  })
})

describe('plain text', () => {
  it('lets a person break lines in prose only', () => {
    expect([isPlain('一\n二'), isPlainProse('一\r\n\t二'), isPlainProse('一\u0000')]).toEqual([false, true, false])
  })

  it('is all that a global identifier brings back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (key) => {
        const parsed = parseGlobalId(globalId('Case', key))
        expect(parsed).toEqual(isPlain(key) ? { type: 'Case', key } : undefined)
      }),
    )
  })
})
