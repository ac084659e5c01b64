import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AppliedReport, applyReport } from './apply-report.ts'
import { type CaseReport, reportKey } from './report.ts'
import { type CaseStateName, caseStateNames, isEnded, progress } from './states.ts'
import { viewCase } from './view.ts'

const at = (day: number) => `2024-03-${String(day).padStart(2, '0')}T09:00:00+08:00`
const report = (state: CaseStateName, day: number, dataVersion = 1): CaseReport => ({ state, at: at(day), dataVersion })
const empty: AppliedReport = { ...viewCase([]), outcome: 'REPEATED', history: [] }
const applyAll = (reports: readonly CaseReport[]): AppliedReport =>
  reports.reduce((applied, next) => applyReport(applied.history, next), empty)
const outcomes = (reports: readonly CaseReport[]) =>
  reports.map((next, index) => applyReport(applyAll(reports.slice(0, index)).history, next).outcome)

const accepted = report('ACCEPTED', 4)
const review = report('IN_REVIEW', 5)
const suspended = report('SUSPENDED', 6)
const approved = report('APPROVED', 10)
const closed = report('CLOSED', 12)

describe('reports of a case', () => {
  it('advance it step by step', () => {
    expect(outcomes([report('RECEIVED', 1), accepted, review, approved, closed])).toEqual(Array(5).fill('ADVANCED'))
  })

  it('may skip steps', () => {
    expect(applyAll([report('SUBMITTED', 1), closed])).toMatchObject({
      state: 'CLOSED',
      outcome: 'ADVANCED',
      conflicts: [],
    })
  })

  it('that are delivered twice are one report', () => {
    expect(applyAll([accepted, { ...accepted }])).toMatchObject({ outcome: 'REPEATED', history: [accepted] })
  })

  it('that repeat a state at another time are both kept', () => {
    const again = report('ACCEPTED', 5)
    expect(applyAll([accepted, again])).toMatchObject({
      outcome: 'REPEATED',
      state: 'ACCEPTED',
      history: [accepted, again],
    })
  })

  it('alternate between review and suspension by time', () => {
    const resumed = report('IN_REVIEW', 8)
    expect(outcomes([accepted, review, suspended, resumed])).toEqual(Array(4).fill('ADVANCED'))
    expect(applyAll([resumed, suspended, review])).toMatchObject({ state: 'IN_REVIEW', outcome: 'LATE' })
  })

  it('alternate between supplement and receipt by time', () => {
    const asked = report('SUPPLEMENT', 2)
    expect(applyAll([report('RECEIVED', 1), asked]).state).toBe('SUPPLEMENT')
    expect(applyAll([asked, report('RECEIVED', 3), report('RECEIVED', 1)]).state).toBe('RECEIVED')
  })

  it('that come late stay in the history and change nothing shown', () => {
    expect(applyAll([closed, accepted])).toMatchObject({
      outcome: 'LATE',
      state: 'CLOSED',
      history: [closed, accepted],
    })
  })

  it('compare times, not texts', () => {
    const resumedLocal: CaseReport = { state: 'IN_REVIEW', at: '2024-03-06 10:00:00' }
    const suspendedUtc: CaseReport = { state: 'SUSPENDED', at: '2024-03-06T01:00:00Z' }
    expect(applyAll([resumedLocal, suspendedUtc]).state).toBe('IN_REVIEW')
  })

  it('with an unreadable time never outweigh readable ones', () => {
    expect(applyAll([suspended, { state: 'IN_REVIEW', at: '' }]).state).toBe('SUSPENDED')
  })

  it('remember the decision after the case was closed', () => {
    expect(applyAll([approved, closed])).toMatchObject({ state: 'CLOSED', decision: 'APPROVED' })
    expect(applyAll([report('NOT_ACCEPTED', 3), report('CLOSED', 4)])).toMatchObject({
      state: 'CLOSED',
      decision: 'NOT_ACCEPTED',
      conflicts: [],
    })
  })
})

describe('a higher data version', () => {
  it('replaces what was said, and both stay in the history', () => {
    const first = report('APPROVED', 10)
    const second = report('REJECTED', 10, 2)
    expect(applyAll([first, second])).toMatchObject({
      outcome: 'CORRECTED',
      state: 'REJECTED',
      decision: 'REJECTED',
      dataVersion: 2,
      history: [first, second],
      conflicts: [],
    })
  })

  it('may move an ended case back, and says so', () => {
    expect(applyAll([closed, report('IN_REVIEW', 5, 2)])).toMatchObject({ outcome: 'REGRESSED', state: 'IN_REVIEW' })
  })

  it('is not undone by reports of a lower one', () => {
    expect(applyAll([report('IN_REVIEW', 5, 2), closed])).toMatchObject({ outcome: 'LATE', state: 'IN_REVIEW' })
  })

  it.each([Number.NaN, -1, 1.5, 0])('of %s means the first', (dataVersion) => {
    expect(applyAll([{ ...closed, dataVersion }]).dataVersion).toBe(1)
  })
})

describe('impossible reports', () => {
  it.each([
    [accepted, report('NOT_ACCEPTED', 5), 'NOT_ACCEPTED'],
    [approved, report('REJECTED', 11), 'REJECTED'],
    [closed, report('NOT_ACCEPTED', 13), 'CLOSED'],
  ])('%o then %o are kept, flagged, and the case shows %s', (first, second, state) => {
    const base = state === 'CLOSED' ? [accepted, first] : [first]
    const applied = applyAll([...base, second])
    expect(applied).toMatchObject({ outcome: 'CONFLICTING', state })
    expect(applied.conflicts).toContain(second)
    expect(applied.history).toHaveLength(base.length + 1)
  })

  it('leave the decision open when they decide both ways', () => {
    expect(applyAll([approved, report('REJECTED', 11)]).decision).toBeUndefined()
  })
})

describe('any reports', () => {
  const anyReport: fc.Arbitrary<CaseReport> = fc.record(
    {
      state: fc.constantFrom(...caseStateNames),
      at: fc.oneof(fc.integer({ min: 1, max: 28 }).map(at), fc.constantFrom('', 'soon', '2024-03-05 10:00')),
      dataVersion: fc.integer({ min: 1, max: 3 }),
      note: fc.constantFrom('补正', '催办'),
    },
    { requiredKeys: ['state', 'at'] },
  )
  const anyReports = fc.array(anyReport, { minLength: 1, maxLength: 12 })
  const shuffled = anyReports.chain((reports) =>
    fc.tuple(fc.constant(reports), fc.shuffledSubarray([...reports, ...reports], { minLength: reports.length * 2 })),
  )
  const { outcome: _ignored, history: _empty, ...noReports } = empty
  const said = ({ outcome: _o, history: _h, conflicts, ...view }: AppliedReport) => ({
    ...noReports,
    ...view,
    shown: view.shown && reportKey(view.shown),
    conflicts: conflicts.map(reportKey).sort(),
  })

  it('lead to the same case in every order and however often they are repeated', () => {
    fc.assert(
      fc.property(shuffled, ([reports, inOtherOrder]) => {
        expect(said(applyAll(inOtherOrder))).toEqual(said(applyAll(reports)))
      }),
    )
  })

  it('are all in the history, each once, and arrivals are only ever added at its end', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        let history: readonly CaseReport[] = []
        for (const next of reports) {
          const applied = applyReport(history, next)
          expect(applied.history.slice(0, history.length)).toEqual(history)
          history = applied.history
        }
        const keys = history.map(reportKey)
        expect(new Set(keys)).toEqual(new Set(reports.map(reportKey)))
        expect(keys).toHaveLength(new Set(keys).size)
      }),
    )
  })

  it('never move a case back, let alone out of an end, without a higher data version', () => {
    fc.assert(
      fc.property(anyReports, anyReport, (reports, next) => {
        const before = applyAll(reports)
        const after = applyReport(before.history, next)
        if (before.state === undefined || after.state === undefined || after.dataVersion > before.dataVersion) return
        expect(progress[after.state]).toBeGreaterThanOrEqual(progress[before.state])
        expect(isEnded(before.state) && !isEnded(after.state)).toBe(false)
      }),
    )
  })
})
