import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from './instant.ts'
import { addDays, addMonths, fromDayNumber, isPlainDate, shanghaiDate, toDayNumber, weekdayOf } from './plain-date.ts'

describe('a plain date', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-02-28', '2026-12-31'])('%s exists', (date) => {
    expect(isPlainDate(date)).toBe(true)
  })

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-4-1',
    '0024-01-01',
    '',
    '2024-01-01T00:00',
  ])('%j does not', (date) => expect(isPlainDate(date)).toBe(false))

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-11-15', 2, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected))

  it('knows the day of the week before and after 1970', () => {
    expect(['2026-02-14', '2024-02-04', '1969-12-29', '1949-10-01'].map(weekdayOf)).toEqual([6, 7, 1, 6])
  })

  it('goes to its number and back, one day at a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 80_000 }), (number) => {
        const date = fromDayNumber(number)
        expect(isPlainDate(date)).toBe(true)
        expect(toDayNumber(date)).toBe(number)
        expect(toDayNumber(addDays(date, 1))).toBe(number + 1)
      }),
    )
  })

  it('of an instant is the day in Shanghai', () => {
    expect(shanghaiDate(Date.parse('2026-01-01T15:59:59Z'))).toBe('2026-01-01')
    expect(shanghaiDate(Date.parse('2026-01-01T16:00:00Z'))).toBe('2026-01-02')
  })
})

describe('a time as sources write it', () => {
  it.each([
    '2024-03-01T00:00:00Z',
    '2024-03-01T08:00:00+08:00',
    '2024-03-01 08:00:00',
    '2024-03-01T08:00',
    '2024-03-01 08:00',
  ])('%s is the same instant, Shanghai where no zone is given', (text) =>
    expect(instantOf(text)).toBe(Date.UTC(2024, 2, 1)),
  )

  it('may be a day only', () => expect(instantOf('2024-03-01')).toBe(Date.UTC(2024, 1, 29, 16)))

  it.each(['', 'yesterday', '2024-13-01', '01/03/2024'])('%j cannot be read', (text) => {
    expect(instantOf(text)).toBeUndefined()
  })
})
