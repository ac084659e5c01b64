import { describe, expect, it } from 'vitest'
import { createFigures } from './figures.ts'

const figures = () => createFigures(() => new Date('2026-01-05T01:00:00Z'))

describe('the state of a source', () => {
  it('is unknown until it has been called', () => {
    expect(figures().read([])).toEqual({
      state: 'UNKNOWN',
      lastSuccessAt: null,
      lastFailureAt: null,
      lastFailureCode: null,
      operations: [],
    })
  })

  it.each([
    ['UP', ['ok', 'ok', 'ok', 'ok', 'TB_SOURCE_TIMEOUT'], []],
    ['DEGRADED', ['ok', 'TB_SOURCE_TIMEOUT', 'ok'], []],
    ['DOWN', ['TB_SOURCE_UNAVAILABLE'], []],
    ['DOWN', ['ok', 'TB_SOURCE_UNAVAILABLE'], ['read']],
    ['DOWN', ['TB_DEADLINE_EXCEEDED', 'TB_DEADLINE_EXCEEDED'], ['read']],
    ['UP', ['ok', 'TB_SOURCE_REFUSED', 'TB_SOURCE_REFUSED', 'TB_CANCELLED', 'TB_SOURCE_BUSY'], []],
  ] as const)('is %s after %j', (state, outcomes, broken) => {
    const kept = figures()
    for (const outcome of outcomes) kept.record('read', outcome, 1)
    expect(kept.read(broken).state).toBe(state)
  })

  it('recovers with the outcomes that follow', () => {
    const kept = figures()
    for (let n = 0; n < 20; n++) kept.record('read', 'TB_SOURCE_TIMEOUT', 1)
    for (let n = 0; n < 20; n++) kept.record('read', 'ok', 1)
    expect(kept.read([])).toMatchObject({ state: 'UP', lastFailureCode: 'TB_SOURCE_TIMEOUT' })
  })
})

describe('latencies', () => {
  it('are the median and the 95th percentile', () => {
    const kept = figures()
    for (let ms = 100; ms > 0; ms--) kept.record('read', 'ok', ms)
    expect(kept.read([]).operations).toEqual([
      { operation: 'read', calls: 100, failures: 0, attempts: 100, latencyP50Ms: 50, latencyP95Ms: 95 },
    ])
  })

  it('are of the recent calls only', () => {
    const kept = figures()
    for (let n = 0; n < 1_000; n++) kept.record('read', 'ok', 9_999)
    for (let n = 0; n < 128; n++) kept.record('read', 'ok', 1)
    expect(kept.read([]).operations[0]).toMatchObject({ calls: 1_128, latencyP95Ms: 1 })
  })

  it('are kept for each operation apart', () => {
    const kept = figures()
    kept.record('read', 'ok', 1)
    kept.record('write', 'TB_SOURCE_TIMEOUT', 3, 4)
    expect(kept.read([]).operations).toMatchObject([
      { operation: 'read', failures: 0, attempts: 1, latencyP50Ms: 1 },
      { operation: 'write', failures: 1, attempts: 4, latencyP50Ms: 3 },
    ])
  })
})
