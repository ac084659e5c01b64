import { describe, expect, it } from 'vitest'
import { standingAt, stateAt } from './states.ts'

const end = new Date('2026-03-02T10:00:00Z')
const at = (ms: number): Date => new Date(end.getTime() + ms)

describe('stateAt', () => {
  it.each([
    ['PENDING', 1, -1, 'PENDING'],
    ['PENDING', 1, 0, 'EXPIRED'],
    ['GRANTED', 1, -1, 'GRANTED'],
    ['GRANTED', 1, 0, 'EXPIRED'],
    ['GRANTED', 0, -1, 'EXHAUSTED'],
    ['GRANTED', 0, 1, 'EXHAUSTED'],
    ['REFUSED', 1, 1, 'REFUSED'],
    ['REVOKED', 0, 1, 'REVOKED'],
    ['REVOKED', 1, -1, 'REVOKED'],
  ] as const)('%s with %i uses left, %i ms after its end, is %s', (state, usesLeft, ms, expected) => {
    expect(stateAt(at(ms), { state, usesLeft, expiresAt: end })).toBe(expected)
  })
})

describe('standingAt', () => {
  it.each([
    ['PENDING', -1, 'PENDING'],
    ['GRANTED', -1, 'GRANTED'],
    ['GRANTED', 0, 'EXPIRED'],
    ['REFUSED', 1, 'REFUSED'],
    ['REVOKED', -1, 'REVOKED'],
  ] as const)('%s, %i ms after its end, stands as %s, whatever uses are left', (state, ms, expected) => {
    expect(standingAt(at(ms), { state, expiresAt: end })).toBe(expected)
  })
})
