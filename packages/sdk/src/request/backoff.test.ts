import fc from 'fast-check'
import { expect, it } from 'vitest'
import { retryDelay } from './backoff.ts'

const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const attempts = fc.integer({ min: 1, max: 40 })

it('doubles up to its cap and is never less than half of that', () => {
  fc.assert(
    fc.property(attempts, unit, (attempt, random) => {
      const ceiling = Math.min(5_000, 200 * 2 ** (attempt - 1))
      const delay = retryDelay({ attempt, random: () => random })
      expect(delay).toBeGreaterThanOrEqual(ceiling / 2)
      expect(delay).toBeLessThanOrEqual(ceiling)
    }),
  )
})

it('is never shorter than the gateway asks', () => {
  fc.assert(
    fc.property(attempts, unit, fc.integer({ min: 1, max: 600_000 }), (attempt, random, retryAfterMs) => {
      expect(retryDelay({ attempt, retryAfterMs, random: () => random })).toBeGreaterThanOrEqual(retryAfterMs)
    }),
  )
})
