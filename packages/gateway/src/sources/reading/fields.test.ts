import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { distinctBy, field } from './fields.ts'

const nothings = [null, undefined, '', '  ', 'null', []]

describe.each([
  ['text', field.text, null],
  ['whole', field.whole, null],
  ['decimal', field.decimal, null],
  ['day', field.day, null],
  ['instant', field.instant, null],
  ['flag', field.flag, null],
  ['codes', field.codes(), []],
  ['list', field.list(z.string()), []],
  ['object', field.object(z.object({})), null],
])('%s', (_name, schema, expected) => {
  it.each(nothings.map((nothing) => [nothing]))('reads %j as nothing', (nothing) => {
    expect(schema.parse(nothing)).toEqual(expected)
  })

  it('reads a missing field as nothing', () => {
    expect(z.object({ it: schema }).parse({})).toEqual({ it: expected })
  })
})

describe('a field', () => {
  it.each([
    ['text', field.text, ' 陈 ', '陈'],
    ['text', field.text, 370117002011, '370117002011'],
    ['whole', field.whole, '345', 345],
    ['whole', field.whole, '３', 3],
    ['whole', field.whole, 7, 7],
    ['flag', field.flag, '1', true],
    ['flag', field.flag, 0, false],
    ['flag', field.flag, '否', false],
    ['flag', field.flag, true, true],
    ['flag', field.flag, 'N', false],
    ['codes', field.codes(), '3^4 ^^5', ['3', '4', '5']],
    ['list', field.list(z.string()), 'one', ['one']],
    [
      'money',
      field.money('万元'),
      '123.45',
      { value: '1234500', currency: 'CNY', stated: { value: '123.45', unit: '万元' } },
    ],
    ['ending', field.ending, '长期', { openEnded: true }],
  ])('%s reads %j', (_name, schema, written, read) => {
    expect(schema.parse(written)).toEqual(read)
  })

  it('names its path when it cannot be read, and never the value', () => {
    const row = z.object({ rows: field.list(z.object({ on: field.day })) })
    const { error } = row.safeParse({ rows: [{ on: '20210101' }, { on: '张三' }] })
    expect(error?.issues).toMatchObject([{ path: ['rows', 1, 'on'], message: 'expected a date' }])
    expect(error?.message).not.toContain('张三')
  })

  it.each([['2'], ['maybe'], [{}]])('of yes or no does not take %j for nothing', (written) => {
    const { error } = z.object({ more: field.flag }).safeParse({ more: written })
    expect(error?.issues).toMatchObject([{ path: ['more'], message: 'expected yes or no' }])
  })

  it('that must be there says so', () => {
    const { error } = z.object({ name: field.required }).safeParse({ name: 'null' })
    expect(error?.issues).toMatchObject([{ path: ['name'], message: 'expected text, found nothing' }])
  })

  it('refuses whole numbers that have lost digits', () => {
    expect(field.text.safeParse(JSON.parse('2025112810004300558')).success).toBe(false)
    expect(field.whole.safeParse('2025112810004300558').success).toBe(false)
    expect(field.text.parse('2025112810004300558')).toBe('2025112810004300558')
  })

  it('reads whole numbers as numbers and as strings alike', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (whole) => {
        expect(field.whole.parse(String(whole))).toBe(whole)
        expect(field.whole.parse(whole)).toBe(whole)
      }),
    )
  })
})

it('keeps the last of rows that come twice', () => {
  const rows = [
    { key: 'a', version: 1 },
    { key: 'b', version: 1 },
    { key: 'a', version: 2 },
  ]
  expect(distinctBy(rows, ({ key }) => key)).toEqual([
    { key: 'a', version: 2 },
    { key: 'b', version: 1 },
  ])
})
