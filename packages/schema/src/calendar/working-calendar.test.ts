import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate } from './plain-date.ts'
import { createCalendar, isWorkingDay } from './working-calendar.ts'
import { yearTables } from './year-tables.ts'

function daysOf(year: number): PlainDate[] {
  const days: PlainDate[] = []
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) days.push(date)
  return days
}

describe('the working-day calendar', () => {
  it.each([
    ['2024-02-04', true, 'a worked Sunday'],
    ['2024-02-10', false, 'Spring Festival'],
    ['2022-01-29', true, 'a worked Saturday'],
    ['2025-10-08', false, 'a Wednesday off in lieu'],
    ['2025-10-11', true, 'a worked Saturday'],
    ['2026-02-14', true, 'a worked Saturday'],
    ['2026-02-28', true, 'a worked Saturday'],
    ['2024-03-02', false, 'a plain Saturday'],
    ['2024-03-04', true, 'a plain Monday'],
  ])('%s worked: %s (%s)', (date, worked) => expect(isWorkingDay(date)).toBe(worked))

  it.each(['2027-01-01', '2027-03-01', '2003-06-02'])('%s is not known, rather than guessed', (date) => {
    expect(isWorkingDay(date)).toBeUndefined()
  })

  it.each(['2024-02-30', 'tomorrow', '', '1024-01-01'])('%j is refused', (date) => {
    expect(() => isWorkingDay(date)).toThrow('YYYY-MM-DD')
  })

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, count) => {
    expect(daysOf(year).filter((date) => isWorkingDay(date))).toHaveLength(count)
  })

  it.each(yearTables.map(({ year }) => year))('%i agrees with the package it was seeded from, day by day', (year) => {
    expect(daysOf(year).filter((date) => isWorkingDay(date) !== chineseDays.isWorkday(date))).toEqual([])
  })

  it.each([
    [2024, '国办发明电〔2023〕7号'],
    [2025, '国办发明电〔2024〕12号'],
    [2026, '国办发明电〔2025〕7号'],
  ])('%i names its notice', (year, notice) => {
    expect(yearTables.find((table) => table.year === year)).toMatchObject({ notices: [notice], version: 1 })
  })

  it('takes a year a city adds before the package does', () => {
    const added = { year: 2027, version: 1, notices: [], source: 'test', off: '01-01/01-03', work: '01-09' }
    const calendar = createCalendar([...yearTables, added])
    expect(['2027-01-01', '2027-01-04', '2027-01-09'].map((date) => isWorkingDay(date, calendar))).toEqual([
      false,
      true,
      true,
    ])
  })
})
