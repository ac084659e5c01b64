import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, type DayLimit, deadline } from './deadline.ts'
import { addDays, type PlainDate } from './plain-date.ts'
import { isWorkingDay } from './working-calendar.ts'

const certain = (date: PlainDate) => ({ date, provisional: false, missingYears: [] })
const workingDays = (amount: number): DayLimit => ({ amount, unit: 'WORKING_DAY' })
const knownDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2024-01-01', days))

describe('a deadline in working days', () => {
  it.each([
    ['2024-01-31', 20, '2024-03-04'],
    ['2024-02-08', 5, '2024-02-21'],
    ['2025-09-25', 20, '2025-10-29'],
    ['2026-02-13', 10, '2026-03-05'],
    ['2025-09-29', 15, '2025-10-27'],
    ['2024-03-01', 20, '2024-03-29'],
    ['2025-05-30', 5, '2025-06-09'],
    ['2024-02-10', 0, '2024-02-10'],
    ['2024-02-10', 1, '2024-02-18'],
  ])('%s and %i working days is %s', (from, amount, expected) => {
    expect(deadline({ from, limit: workingDays(amount) })).toEqual(certain(expected))
    expect(addWorkingDays(from, amount)).toEqual(certain(expected))
  })

  it('does not count the working days of a special procedure', () => {
    const suspensions = [{ from: '2024-03-08', to: '2024-03-14' }]
    expect(deadline({ from: '2024-03-01', limit: workingDays(20), suspensions })).toEqual(certain('2024-04-08'))
  })

  it('counts a day once that two suspensions share', () => {
    const suspensions = [
      { from: '2024-03-08', to: '2024-03-12' },
      { from: '2024-03-11', to: '2024-03-14' },
    ]
    expect(deadline({ from: '2024-03-01', limit: workingDays(20), suspensions }).date).toBe('2024-04-08')
  })

  it('counts backwards, as for a renewal asked before expiry', () => {
    expect(addWorkingDays('2024-03-04', -20)).toEqual(certain('2024-01-31'))
    expect(addWorkingDays('2024-02-18', -1)).toEqual(certain('2024-02-09'))
  })

  it.each([
    ['2026-12-28', [2027]],
    ['2027-03-01', [2027]],
    ['2003-06-02', [2003]],
    ['2003-12-29', [2003]],
  ])('from %s is provisional and names the missing years', (from, missingYears) => {
    expect(deadline({ from, limit: workingDays(5) })).toMatchObject({ provisional: true, missingYears })
  })

  it('is the day on which exactly that many working days have passed', () => {
    fc.assert(
      fc.property(knownDay, fc.integer({ min: 1, max: 60 }), (from, amount) => {
        const { date } = addWorkingDays(from, amount)
        let passed = 0
        for (let day = addDays(from, 1); day <= date; day = addDays(day, 1)) if (isWorkingDay(day)) passed += 1
        expect([passed, isWorkingDay(date)]).toEqual([amount, true])
      }),
    )
  })

  it('never comes earlier for a suspension', () => {
    fc.assert(
      fc.property(knownDay, fc.nat(40), fc.nat(20), fc.nat(30), (from, amount, after, length) => {
        const suspension = { from: addDays(from, after), to: addDays(from, after + length) }
        const plain = deadline({ from, limit: workingDays(amount) })
        const suspended = deadline({ from, limit: workingDays(amount), suspensions: [suspension] })
        expect(suspended.date >= plain.date).toBe(true)
      }),
    )
  })
})

describe('a deadline in calendar days, months and years', () => {
  it.each([
    ['2025-09-29', { amount: 7, unit: 'CALENDAR_DAY' }, false, '2025-10-06'],
    ['2025-09-29', { amount: 7, unit: 'CALENDAR_DAY' }, true, '2025-10-09'],
    ['2024-01-31', { amount: 1, unit: 'MONTH' }, false, '2024-02-29'],
    ['2024-01-17', { amount: 1, unit: 'MONTH' }, true, '2024-02-18'],
    ['2024-02-29', { amount: 1, unit: 'YEAR' }, false, '2025-02-28'],
  ] as const)('%s and %o, rolling forward %s, is %s', (from, limit, rollForward, expected) => {
    expect(deadline({ from, limit, rollForward })).toEqual(certain(expected))
  })

  it('is longer by the days suspended on the way', () => {
    const suspensions = [{ from: '2024-03-10', to: '2024-03-14' }]
    expect(deadline({ from: '2024-03-01', limit: { amount: 30, unit: 'CALENDAR_DAY' }, suspensions }).date).toBe(
      '2024-04-05',
    )
    expect(deadline({ from: '2024-03-01', limit: { amount: 1, unit: 'MONTH' }, suspensions }).date).toBe('2024-04-06')
  })

  it('needs no calendar unless it rolls', () => {
    const input = { from: '2030-01-01', limit: { amount: 7, unit: 'CALENDAR_DAY' } } as const
    expect(deadline(input)).toEqual(certain('2030-01-08'))
    expect(deadline({ ...input, rollForward: true })).toMatchObject({ provisional: true, missingYears: [2030] })
  })
})

describe('an impossible question', () => {
  it.each([
    [{ from: '2024-02-30', limit: workingDays(5) }, 'from'],
    [{ from: '2024-02-01', limit: workingDays(1.5) }, 'amount'],
    [{ from: '2024-02-01', limit: workingDays(-1) }, 'amount'],
    [{ from: '2024-02-01', limit: { amount: 101, unit: 'YEAR' } }, 'amount'],
    [
      { from: '2024-02-01', limit: workingDays(5), suspensions: [{ from: '2024-02-03', to: '2024-02-02' }] },
      'suspensions.to',
    ],
    [{ from: '2024-02-01', limit: workingDays(5), suspensions: [{ from: '2024-02-03', to: '' }] }, 'suspensions.to'],
  ] as const)('is refused, naming the field (%#)', (input, field) => {
    expect(() => deadline(input)).toThrow(
      expect.objectContaining({ code: 'TB_INVALID_INPUT', params: expect.objectContaining({ field }) }),
    )
  })
})
