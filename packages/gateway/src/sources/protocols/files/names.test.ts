import { describe, expect, it } from 'vitest'
import { isSafeName, namePattern } from './names.ts'

describe('a pattern of names', () => {
  it.each([
    ['items{yyyyMMdd}.csv', 'items20261121.csv', { day: '2026-11-21', part: 1 }],
    ['items{yyyyMMdd}.csv', 'ITEMS20261121.CSV', { day: '2026-11-21', part: 1 }],
    ['a+b({yyyy-MM-dd}).xml', 'a+b(2026-11-21).xml', { day: '2026-11-21', part: 1 }],
    ['x_{yyyyMMdd}_{part}.csv', 'x_20261121_03.csv', { day: '2026-11-21', part: 3 }],
    ['x_{yyyyMMddHHmmss}_{any}.csv', 'x_20261121093000_8f3a.csv', { day: '2026-11-21', part: 1 }],
  ])('%s reads %s', (pattern, name, slot) => {
    expect(namePattern(pattern).read(name)).toMatchObject(slot)
  })

  it.each([
    ['items{yyyyMMdd}.csv', 'items20261121.csv.bak'],
    ['items{yyyyMMdd}.csv', 'items20261341.csv'],
    ['items{yyyyMMdd}.csv', 'items20260230.csv'],
    ['items{yyyyMMdd}.csv', 'items２０２６1121.csv'],
    ['items{yyyyMMdd}.csv', 'itemsx20261121.csv'],
  ])('%s does not read %s', (pattern, name) => {
    expect(namePattern(pattern).read(name)).toBeUndefined()
  })

  it.each([
    'items.csv',
    '{yyyy}{MM}.csv',
    '{yyyyMMdd}{yyyyMMdd}.csv',
    '{day}{yyyyMMdd}.csv',
    'in/{yyyyMMdd}.csv',
    '{part}{part}{yyyyMMdd}',
  ])('%s is refused when the source is written', (pattern) => {
    expect(() => namePattern(pattern)).toThrow(expect.objectContaining({ code: 'TB_CONFIG_INVALID' }))
  })

  it('orders later deliveries of the same behind earlier ones', () => {
    const read = namePattern('x{yyyyMMdd}_v{version}.csv').read
    expect((read('x20261121_v9.csv')?.version ?? '') < (read('x20261121_v10.csv')?.version ?? '')).toBe(true)
  })

  it('writes the name of a day', () => {
    expect(namePattern('x{yyyy-MM-dd}_{part}.csv').write({ day: '2026-11-21', part: 2 })).toBe('x2026-11-21_2.csv')
  })
})

it.each(['..', '.', '', 'a/b', 'a\\b', 'a\u0000', 'a\u0085b', '\ud800', '事'.repeat(100)])(
  '%j is no name for a file',
  (name) => {
    expect(isSafeName(name)).toBe(false)
  },
)
