import { expect, it } from 'vitest'
import { inOrder, mainPeriod } from './periods.ts'

const period = (kind: 'DOCUMENT_SALE' | 'BIDDING' | 'OPENING' | 'PUBLICITY' | 'OTHER', day: string | null = null) => ({
  kind,
  from: day && `2026-03-${day}T09:00:00+08:00`,
  to: null,
  lastDayForObjection: null,
})
const all = [period('OTHER'), period('DOCUMENT_SALE'), period('OPENING'), period('BIDDING'), period('PUBLICITY')]

it.each([
  ['TENDER', 'BIDDING'],
  ['AMENDMENT', 'BIDDING'],
  ['BID_OPENING', 'OPENING'],
  ['WINNING_CANDIDATE', 'PUBLICITY'],
  ['EXCEPTION', 'OTHER'],
] as const)('what matters in a notice of kind %s is %s', (kind, expected) => {
  expect(mainPeriod({ kind, periods: all })?.kind).toBe(expected)
})

it('is the next best when the best is not set, and null when none is', () => {
  expect(mainPeriod({ kind: 'TENDER', periods: [period('OPENING'), period('DOCUMENT_SALE')] })?.kind).toBe(
    'DOCUMENT_SALE',
  )
  expect(mainPeriod({ kind: 'TENDER', periods: [] })).toBeNull()
})

it('follow each other in time; what has no time comes last', () => {
  const periods = [period('OTHER'), period('OPENING', '25'), period('DOCUMENT_SALE', '02'), period('BIDDING', '05')]
  expect(inOrder(periods).map(({ kind }) => kind)).toEqual(['DOCUMENT_SALE', 'BIDDING', 'OPENING', 'OTHER'])
})
