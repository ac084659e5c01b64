import { describe, expect, it } from 'vitest'
import { allowedSteps, canReach, caseStateNames, isEnded, progress } from './states.ts'

describe('the table of case states', () => {
  it('never steps back, except between states that alternate', () => {
    const backwards = caseStateNames.flatMap((from) =>
      allowedSteps[from].filter((to) => progress[to] < progress[from]).map((to) => `${from} → ${to}`),
    )
    expect(backwards).toEqual([])
  })

  it('reaches every state from a draft', () => {
    expect(caseStateNames.filter((state) => state !== 'DRAFT' && !canReach('DRAFT', state))).toEqual([])
  })

  it('lets every state reach a closing or a voiding', () => {
    expect(caseStateNames.filter((state) => state !== 'VOID' && !canReach(state, 'VOID'))).toEqual([])
  })

  it('lets an ended case only be closed or voided', () => {
    const after = caseStateNames.filter(isEnded).flatMap((state) => allowedSteps[state])
    expect([...new Set(after)].sort()).toEqual(['CLOSED', 'VOID'])
  })

  it.each([
    ['SUBMITTED', 'APPROVED', true],
    ['SUSPENDED', 'IN_REVIEW', true],
    ['SUPPLEMENT', 'RECEIVED', true],
    ['ACCEPTED', 'NOT_ACCEPTED', false],
    ['IN_REVIEW', 'ACCEPTED', false],
    ['CLOSED', 'IN_REVIEW', false],
  ] as const)('%s leads to %s: %s', (from, to, expected) => expect(canReach(from, to)).toBe(expected))
})
