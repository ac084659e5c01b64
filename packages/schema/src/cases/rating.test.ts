import { describe, expect, it } from 'vitest'
import { deadline } from '../calendar/index.ts'
import { applyRating, countsInStatistics, defaultRatingDue, isBadRating, type Rating } from './rating.ts'

const bad: Rating = { level: 'DISSATISFIED', channel: 'QR_CODE', number: 1 }
const better: Rating = { level: 'SATISFIED', channel: 'WEB', number: 2 }

describe('a rating', () => {
  it('that is the second replaces the shown one and keeps the first', () => {
    const first = applyRating([], bad)
    expect(first).toEqual({ outcome: 'TAKEN', shown: bad, ratings: [bad] })
    expect(applyRating(first.ratings, better)).toEqual({ outcome: 'TAKEN', shown: better, ratings: [bad, better] })
  })

  it('that is the third is refused', () => {
    const third = { ...better, number: 3 }
    expect(applyRating([bad, better], third)).toEqual({ outcome: 'REFUSED', shown: better, ratings: [bad, better] })
  })

  it('delivered twice is taken once', () => {
    expect(applyRating([bad], bad)).toEqual({ outcome: 'REPEATED', shown: bad, ratings: [bad] })
  })

  it('is bad in the two lowest levels only', () => {
    expect((['BASICALLY_SATISFIED', 'DISSATISFIED', 'VERY_DISSATISFIED'] as const).map(isBadRating)).toEqual([
      false,
      true,
      true,
    ])
  })

  it('given by the system stays out of figures', () => {
    expect([countsInStatistics(bad), countsInStatistics({ ...bad, channel: 'SYSTEM_DEFAULT' })]).toEqual([true, false])
  })

  it('falls due by default after seven natural days, holidays or not', () => {
    expect(defaultRatingDue('2025-09-29')).toEqual({ date: '2025-10-06', provisional: false, missingYears: [] })
  })

  it('that is bad is to be rectified in 15 working days, worked Saturdays counted', () => {
    const limit = { amount: 15, unit: 'WORKING_DAY' } as const
    expect(deadline({ from: '2025-09-29', limit }).date).toBe('2025-10-27')
  })
})
