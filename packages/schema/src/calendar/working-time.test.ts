import { describe, expect, it } from 'vitest'
import { parseOpeningHours } from './opening-hours.ts'
import { workingTimeDeadline } from './working-time.ts'

const opening = parseOpeningHours('mon-fri 08:30-12:00 14:00-17:30')

describe('a promise in hours or minutes', () => {
  it.each([
    ['2024-03-04T09:00', 2, 'HOUR', '2024-03-04T11:00', 'within the morning'],
    ['2024-03-04T11:30', 1, 'HOUR', '2024-03-04T14:30', 'over noon'],
    ['2024-03-04T17:00', 1, 'HOUR', '2024-03-05T09:00', 'over night'],
    ['2024-03-01T17:00', 1, 'HOUR', '2024-03-04T09:00', 'over a weekend'],
    ['2024-03-04T07:00', 30, 'MINUTE', '2024-03-04T09:00', 'from before opening'],
    ['2024-02-09T17:00', 1, 'HOUR', '2024-02-18T09:00', 'over Spring Festival, into a worked Sunday'],
    ['2024-03-04T16:30', 1, 'HOUR', '2024-03-04T17:30', 'until closing'],
    ['2024-03-04 12:30:00', 0, 'HOUR', '2024-03-04T14:00', 'of nothing, asked at noon'],
  ] as const)('%s and %i %s ends at %s: %s', (from, amount, unit, at, _why) => {
    expect(workingTimeDeadline({ from, limit: { amount, unit }, opening })).toEqual({
      at,
      provisional: false,
      missingYears: [],
    })
  })

  it('is provisional where it touches a year without a table', () => {
    const input = { from: '2026-12-31T17:00', limit: { amount: 1, unit: 'HOUR' }, opening } as const
    expect(workingTimeDeadline(input)).toMatchObject({ provisional: true, missingYears: [2027] })
  })

  it.each([
    ['2024-03-04', 1],
    ['2024-03-04T25:00', 1],
    ['2024-03-04T10:00', -1],
    ['2024-03-04T10:00', 0.001],
  ])('%s and %s hours is refused', (from, amount) => {
    expect(() => workingTimeDeadline({ from, limit: { amount, unit: 'HOUR' }, opening })).toThrow('not valid')
  })

  it('is refused without opening hours, because it would never end', () => {
    const input = { from: '2024-03-04T10:00', limit: { amount: 1, unit: 'HOUR' }, opening: new Map() } as const
    expect(() => workingTimeDeadline(input)).toThrow('opening')
  })
})

describe('opening hours', () => {
  it('may differ by day', () => {
    const hours = parseOpeningHours('mon-thu 09:00-17:00; fri 09:00-12:00')
    expect(hours.get(5)).toEqual([{ from: 540, to: 720 }])
    expect(hours.get(6)).toBeUndefined()
  })

  it.each([
    '',
    'mon',
    'fri-mon 09:00-17:00',
    'mon-fri 17:00-09:00',
    'mon-fri 09:00-25:00',
    'someday 09:00-10:00',
    'mon 09:00-12:00 11:00-13:00',
  ])('%j cannot be read and says how to write it', (text) =>
    expect(() => parseOpeningHours(text)).toThrow('mon-fri 08:30-12:00'),
  )
})
