import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDecimal, readMoney, shiftDecimal } from './decimals.ts'

describe('a decimal number', () => {
  it.each([
    ['123.45', '123.45'],
    ['1,234,500.00', '1234500.00'],
    [' 007 ', '7'],
    ['１２３．５', '123.5'],
    ['¥80.00', '80.00'],
    ['-0.5', '-0.5'],
    [12.5, '12.5'],
    ['0', '0'],
  ])('%s is read as %s', (written, read) => {
    expect(readDecimal(written)).toBe(read)
  })

  it.each([['详见合同'], ['1,23.4'], ['1.2.3'], ['12万'], [''], ['1e5'], [1e30], [Number.NaN]])(
    '%s is not guessed',
    (written) => {
      expect(readDecimal(written)).toBeUndefined()
    },
  )
})

describe('money', () => {
  it.each([
    ['123.45', '万元', '1234500'],
    ['123.456789', '万元', '1234567.89'],
    ['0.00001', '万元', '0.1'],
    ['0', '万元', '0'],
    ['500', '元', '500'],
    ['80.00', '元', '80.00'],
    ['12345', '分', '123.45'],
    ['5', '分', '0.05'],
    ['1.5', '亿元', '150000000'],
  ] as const)('of %s %s is %s yuan', (written, unit, value) => {
    expect(readMoney(written, unit)).toMatchObject({ value, currency: 'CNY', stated: { unit } })
  })

  it('in 万元 is exact for every amount, which floats are not', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat({ max: 8 }), (units, places) => {
        const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
        const whole = digits.slice(0, digits.length - places)
        const decimal = `${units < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`
        const [major = '', minor = ''] = shiftDecimal(decimal, 4).split('.')
        // Both sides in units of 10^-8 yuan.
        const shifted = BigInt(major + minor.padEnd(8, '0'))
        expect(shifted).toBe(units * 10n ** BigInt(12 - places))
      }),
      { numRuns: 200 },
    )
  })

  it('moved there and back is the same number', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 99 }), fc.integer({ min: -8, max: 8 }), (whole, cents, places) => {
        const plain = shiftDecimal(`${whole}.${String(cents).padStart(2, '0')}`, 0)
        expect(shiftDecimal(shiftDecimal(plain, places), -places)).toBe(plain)
      }),
      { numRuns: 200 },
    )
  })
})
