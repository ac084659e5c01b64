import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newReceiptNumber, readReceiptNumber } from './receipt-number.ts'

const now = new Date('2026-03-02T16:30:00Z')

describe('receipt numbers', () => {
  it('begin with the day in Shanghai and are read back, also from lower case and with blanks around', () => {
    const number = newReceiptNumber(now)
    expect(number).toMatch(/^20260303-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/)
    expect(readReceiptNumber(` ${number.toLowerCase()} `)).toBe(number)
  })

  it('notice any one character that was misread', () => {
    fc.assert(
      fc.property(fc.nat(16), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (place, character) => {
        const number = newReceiptNumber(now)
        const index = number.split('').flatMap((each, at) => (each === '-' ? [] : [at]))[place] ?? 0
        const misread = number.slice(0, index) + character + number.slice(index + 1)
        expect(readReceiptNumber(misread)).toBe(misread === number ? number : undefined)
      }),
      { numRuns: 200 },
    )
  })

  it('are not read from anything else', () => {
    for (const text of ['', '20260302', 'U3VibWlzc2lvbjp4', '20260302-7K3Q-9FVB']) {
      expect(readReceiptNumber(text)).toBeUndefined()
    }
  })
})
