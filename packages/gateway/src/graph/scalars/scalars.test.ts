import fc from 'fast-check'
import { parseValue } from 'graphql'
import { describe, expect, it } from 'vitest'
import { scalars } from './index.ts'
import { InvalidValueError } from './scalar.ts'

const read = (name: string, value: unknown): unknown => scalars[name]?.parseValue(value)

const accepted: [string, unknown, unknown][] = [
  ['Date', '2024-02-29', '2024-02-29'],
  ['DateTime', '2026-03-01T01:00:00Z', '2026-03-01T09:00:00+08:00'],
  ['DateTime', '2026-03-01T09:00:00.25+08:00', '2026-03-01T09:00:00.250+08:00'],
  ['LocalTime', '23:59', '23:59'],
  ['Decimal', '-0.10', '-0.10'],
  ['DivisionCode', '330602', '330602'],
  ['DivisionCode', '330602000000', '330602000000'],
  ['CreditCode', '91350100M000100Y43', '91350100M000100Y43'],
  ['ItemCode', '000123001000', '000123001000'],
  ['CurrencyCode', 'CNY', 'CNY'],
  ['Cursor', 'WyJhIiwxXQ', 'WyJhIiwxXQ'],
  ['IdempotencyKey', 'loan-2026/17', 'loan-2026/17'],
  ['SituationAnswers', { ownership: 'JOINT', loans: ['A', 'B'] }, { ownership: 'JOINT', loans: ['A', 'B'] }],
  ['FormData', { name: '张三', area: 89.5, first: true }, { name: '张三', area: 89.5, first: true }],
]

const refused: [string, unknown][] = [
  ['Date', '2026-02-30'],
  ['Date', '20260301'],
  ['Date', 20260301],
  ['DateTime', '2027-05-06T07:08:09'],
  ['DateTime', '2026-02-30T09:00:00Z'],
  ['DateTime', '2026-03-01T24:00:00Z'],
  ['LocalTime', '24:00'],
  ['Decimal', 12.5],
  ['Decimal', '1e3'],
  ['Decimal', '007'],
  ['DivisionCode', '3306'],
  ['DivisionCode', '33060２'],
  ['CreditCode', '91350100M000100Y44'],
  ['ItemCode', ''],
  ['CertificateTypeCode', '1234'],
  ['CertificateIdentifier', '1.2.156.3005.2.x'],
  ['CurrencyCode', 'cny'],
  ['Cursor', 'a b'],
  ['ApplicantHandle', 'a/b'],
  ['IdempotencyKey', ''],
  ['IdempotencyKey', '键'],
  ['IdempotencyKey', 'x'.repeat(129)],
  ['SituationAnswers', []],
  ['SituationAnswers', { ownership: 1 }],
  ['SituationAnswers', JSON.parse('{"__proto__":"x"}')],
  ['FormData', { nested: {} }],
  ['FormData', { name: 'x'.repeat(4_001) }],
  ['FormData', Object.fromEntries(Array.from({ length: 201 }, (_, key) => [`f${key}`, true]))],
]

describe('the scalars of the SDL', () => {
  it.each(accepted)('%s reads %j', (name, value, result) => {
    expect(read(name, value)).toEqual(result)
  })

  it.each(refused)('%s refuses %j and says why without repeating it', (name, value) => {
    const reasonFor = () => read(name, value)
    expect(reasonFor).toThrow(InvalidValueError)
    try {
      reasonFor()
    } catch (error) {
      if (!(error instanceof InvalidValueError)) throw error
      expect(error.reason.zh).toMatch(/\p{Script=Han}/u)
      if (typeof value === 'string' && value.length > 8) expect(error.reason.en).not.toContain(value)
    }
  })

  it.each(accepted)('%s reads a literal as it reads a variable (%j)', (name, value, result) => {
    const literal = JSON.stringify(value).replace(/"(\w+)":/g, '$1:')
    expect(scalars[name]?.parseLiteral(parseValue(literal))).toEqual(result)
  })

  it.each(accepted)('%s reads again what it has read (%j)', (name, value) => {
    expect(read(name, read(name, value))).toEqual(read(name, value))
  })

  it('writes any instant as +08:00 and reads it back to the same instant', () => {
    const years = { min: new Date('1992-01-01T00:00:00Z'), max: new Date('2099-01-01T00:00:00Z'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(years), (instant) => {
        const written = scalars.DateTime?.serialize(instant)
        expect(written).toMatch(/\+08:00$/)
        expect(new Date(String(written)).getTime()).toBe(instant.getTime())
        expect(read('DateTime', written)).toBe(written)
      }),
    )
  })

  it('does not write a date that is none', () => {
    expect(() => scalars.DateTime?.serialize('soon')).toThrow(TypeError)
    expect(() => scalars.Decimal?.serialize(1.5)).toThrow(TypeError)
  })
})
