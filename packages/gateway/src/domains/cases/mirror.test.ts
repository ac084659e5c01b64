import { caseStateNames } from '@tongban/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { historyOf, type Known, merge, stateOf, unknown, viewOf } from './mirror.ts'
import { type SourceCase, sourceCase } from './port.ts'

const told = (states: readonly SourceCase['reports'][number]['state'][], dataVersion = 1): SourceCase =>
  sourceCase.parse({
    number: 'P1',
    dataVersion,
    reports: states.map((state, index) => ({ state, at: `2026-03-0${index + 1}T09:00:00+08:00` })),
  })

const followedBy = (known: Known, answer: SourceCase): Known => {
  const { added, dataVersion, details } = merge(known, answer)
  return { reports: [...known.reports, ...added], dataVersion, ...details }
}
const stateAfter = (known: Known) => stateOf(viewOf(known.reports))

describe('merging what an owner tells', () => {
  it('adds only what is new, and says so', () => {
    const first = followedBy(unknown, told(['RECEIVED', 'ACCEPTED']))
    expect(merge(first, told(['RECEIVED', 'ACCEPTED']))).toMatchObject({ added: [], changed: false })
    const second = merge(first, told(['RECEIVED', 'ACCEPTED', 'IN_REVIEW']))
    expect(second.added.map(({ state }) => state)).toEqual(['IN_REVIEW'])
    expect(second.changed).toBe(true)
  })

  it('lets a higher data version replace the state and keeps both in the record', () => {
    const first = followedBy(unknown, told(['RECEIVED', 'ACCEPTED', 'REJECTED']))
    const corrected = followedBy(first, told(['RECEIVED', 'ACCEPTED', 'APPROVED'], 2))
    expect(stateAfter(corrected)).toBe('APPROVED')
    expect(corrected.reports.map(({ state }) => state)).toContain('REJECTED')
    expect(historyOf(corrected.reports).map(({ state }) => state)).toEqual([
      'RECEIVED',
      'ACCEPTED',
      'REJECTED',
      'APPROVED',
    ])
  })

  it('keeps the details of the newer data version when an older one comes late', () => {
    const newer = { ...told(['RECEIVED', 'ACCEPTED'], 2), acceptedOn: '2026-03-02' }
    const older = { ...told(['RECEIVED'], 1), acceptedOn: '2026-03-01' }
    const late = merge(followedBy(unknown, newer), older)
    expect(late.details.acceptedOn).toBe('2026-03-02')
    expect(late.dataVersion).toBe(2)
  })

  it('ends in the same state in whatever order and however often the same reports come', () => {
    const states = fc.array(fc.constantFrom(...caseStateNames), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(states, fc.infiniteStream(fc.nat(5)), (path, picks) => {
        const whole = told(path)
        const parts = [...picks.take(10)].map((pick) => ({
          ...whole,
          reports: whole.reports.slice(pick % path.length),
        }))
        const scattered = [...parts, { ...whole, reports: [...whole.reports].reverse() }].reduce(followedBy, unknown)
        expect(stateAfter(scattered)).toBe(stateAfter(followedBy(unknown, whole)))
        expect(scattered.reports).toHaveLength(followedBy(unknown, whole).reports.length)
      }),
      { numRuns: 150 },
    )
  })
})
