import { describe, expect, it } from 'vitest'
import { clockOf, lightOf } from './case-clock.ts'
import type { CaseLimit, CaseRecord, MirroredReport } from './record.ts'

const options = { opening: 'mon-fri 08:30-12:00 14:00-17:30', yellowWorkingDaysBefore: 1 }
const report = (state: MirroredReport['state'], at: string): MirroredReport => ({
  state,
  at,
  dataVersion: 1,
  raw: null,
  by: null,
  note: null,
})
const days = (amount: number, unit: CaseLimit['unit'] = 'WORKING_DAY'): CaseLimit => ({ amount, unit, note: null })

const record = (change: Partial<CaseRecord>): CaseRecord => ({
  id: 'c',
  submissionId: 's',
  clientId: 'bank',
  sourceId: 'owner',
  number: 'P1',
  itemName: '抵押登记',
  limit: days(20),
  state: 'ACCEPTED',
  rawState: null,
  dataVersion: 1,
  acceptedOn: null,
  suspensions: [],
  supplements: [],
  result: null,
  reports: [report('RECEIVED', '2024-01-30T10:00:00+08:00')],
  ...change,
})
const noon = (day: string): Date => new Date(`${day}T12:00:00+08:00`)

describe('the clock of a case', () => {
  it.each([
    ['2024-01-31', 20, '2024-03-04'],
    ['2024-02-08', 5, '2024-02-21'],
    ['2025-09-25', 20, '2025-10-29'],
    ['2026-02-13', 10, '2026-03-05'],
  ])('counts working days from the day after %s: %i end on %s', (acceptedOn, amount, dueOn) => {
    const clock = clockOf(record({ acceptedOn, limit: days(amount) }), noon(acceptedOn), options)
    expect(clock).toMatchObject({ startedOn: acceptedOn, dueOn, elapsed: 0, suspended: 0, provisional: false })
  })

  it('leaves out suspended days', () => {
    const suspensions = [{ from: '2024-03-08', to: '2024-03-14', reason: null }]
    const suspended = record({ acceptedOn: '2024-03-01', suspensions })
    expect(clockOf(suspended, noon('2024-03-15'), options)).toMatchObject({
      dueOn: '2024-04-08',
      elapsed: 5,
      suspended: 5,
    })
  })

  it('moves the last day on while a suspension lasts', () => {
    const open = record({ acceptedOn: '2024-03-01', suspensions: [{ from: '2024-03-08', to: null, reason: null }] })
    expect(clockOf(open, noon('2024-03-08'), options)).toMatchObject({ dueOn: '2024-04-01', suspended: 1 })
    expect(clockOf(open, noon('2024-03-14'), options)).toMatchObject({ dueOn: '2024-04-08', suspended: 5 })
  })

  it('is provisional where a year without a published calendar is touched', () => {
    const late = record({ acceptedOn: '2026-12-28', limit: days(10) })
    expect(clockOf(late, noon('2026-12-28'), options)).toMatchObject({ provisional: true })
  })

  it('starts with the report of acceptance when the owner names no day, also from one that skips it', () => {
    const accepted = [report('RECEIVED', '2024-01-30T10:00:00+08:00'), report('ACCEPTED', '2024-01-30T23:30:00Z')]
    expect(clockOf(record({ reports: accepted }), noon('2024-02-01'), options)?.startedOn).toBe('2024-01-31')
    const skipped = [report('IN_REVIEW', '2024-02-01T10:00:00+08:00')]
    expect(clockOf(record({ reports: skipped }), noon('2024-02-01'), options)?.startedOn).toBe('2024-02-01')
  })

  it('does not exist before acceptance or without a limit', () => {
    expect(clockOf(record({}), noon('2024-02-01'), options)).toBeNull()
    expect(lightOf(record({}), noon('2024-02-01'), options)).toBeNull()
    expect(clockOf(record({ acceptedOn: '2024-01-31', limit: null }), noon('2024-02-01'), options)).toBeNull()
  })

  it('counts hours while the hall is open', () => {
    const reports = [report('ACCEPTED', '2026-03-06T16:30:00+08:00')]
    expect(clockOf(record({ reports, limit: days(2, 'HOUR') }), noon('2026-03-06'), options)?.dueOn).toBe('2026-03-09')
    expect(clockOf(record({ reports, limit: days(30, 'MINUTE') }), noon('2026-03-06'), options)?.dueOn).toBe(
      '2026-03-06',
    )
  })
})

describe('the light of a case', () => {
  const accepted = record({ acceptedOn: '2024-01-31' })

  it.each([
    ['2024-02-29', 'GREEN'],
    ['2024-03-01', 'YELLOW'],
    ['2024-03-04', 'YELLOW'],
    ['2024-03-05', 'RED'],
  ])('on %s, with the last day on 4 March, is %s', (day, light) => {
    expect(lightOf(accepted, noon(day), options)).toBe(light)
  })

  it('turns yellow as early as the local rule says', () => {
    expect(lightOf(accepted, noon('2024-02-28'), { ...options, yellowWorkingDaysBefore: 3 })).toBe('YELLOW')
    expect(lightOf(accepted, noon('2024-02-27'), { ...options, yellowWorkingDaysBefore: 3 })).toBe('GREEN')
  })

  it('stays as it was on the day of the decision', () => {
    const decided = (day: string) =>
      record({
        acceptedOn: '2024-01-31',
        reports: [
          ...accepted.reports,
          report('APPROVED', `${day}T09:00:00+08:00`),
          report('CLOSED', '2024-06-01T09:00:00+08:00'),
        ],
      })
    expect(lightOf(decided('2024-02-20'), noon('2025-01-01'), options)).toBe('GREEN')
    expect(lightOf(decided('2024-03-20'), noon('2025-01-01'), options)).toBe('RED')
  })
})
