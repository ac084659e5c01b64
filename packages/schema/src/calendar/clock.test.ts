import { describe, expect, it } from 'vitest'
import { clockLight, elapsedWorkingDays } from './clock.ts'
import { acceptedBySilence, supplementNoticeDue } from './licence-law.ts'

describe('the light of a case', () => {
  it.each([
    ['2024-02-08', 'GREEN'],
    ['2024-02-09', 'YELLOW'],
    ['2024-02-12', 'YELLOW'],
    ['2024-02-18', 'YELLOW'],
    ['2024-02-19', 'RED'],
  ])('of a case due on 2024-02-18 is on %s %s', (on, light) => {
    expect(clockLight({ dueOn: '2024-02-18', on })).toBe(light)
  })

  it('turns yellow as early as the place wants', () => {
    expect(clockLight({ dueOn: '2024-03-29', on: '2024-03-27', yellowWorkingDaysBefore: 3 })).toBe('YELLOW')
    expect(clockLight({ dueOn: '2024-03-29', on: '2024-03-27', yellowWorkingDaysBefore: 1 })).toBe('GREEN')
  })
})

describe('working days used so far', () => {
  it('leave out the first day, days off and suspensions', () => {
    expect(elapsedWorkingDays({ from: '2024-03-01', to: '2024-03-29' })).toBe(20)
    const suspensions = [{ from: '2024-03-08', to: '2024-03-14' }]
    expect(elapsedWorkingDays({ from: '2024-03-01', to: '2024-04-08', suspensions })).toBe(20)
    expect(elapsedWorkingDays({ from: '2024-03-01', to: '2024-03-01' })).toBe(0)
  })
})

describe('silence on incomplete materials', () => {
  it('may last until the fifth working day', () => {
    expect(supplementNoticeDue('2025-05-30')).toMatchObject({ date: '2025-06-09', provisional: false })
  })

  it('accepts the application from the Friday the materials were received', () => {
    expect(acceptedBySilence({ receivedOn: '2024-03-01', today: '2024-03-11' })).toBe('2024-03-01')
  })

  it.each([
    [{ receivedOn: '2024-03-01', today: '2024-03-08' }, 'the office may still speak'],
    [{ receivedOn: '2024-03-01', noticedOn: '2024-03-08', today: '2024-04-01' }, 'it spoke in time'],
    [{ receivedOn: '2027-03-01', today: '2027-04-01' }, 'the last day is provisional'],
  ])('accepts nothing when %o: %s', (input, _why) => expect(acceptedBySilence(input)).toBeUndefined())

  it('is broken too late by a notice after the fifth day', () => {
    expect(acceptedBySilence({ receivedOn: '2024-03-01', noticedOn: '2024-03-11', today: '2024-03-11' })).toBe(
      '2024-03-01',
    )
  })
})
