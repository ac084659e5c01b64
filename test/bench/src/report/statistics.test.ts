import fc from 'fast-check'
import { expect, it } from 'vitest'
import { median, spreadOf } from './statistics.ts'

it.each([
  [[3], 3],
  [[1, 9], 5],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('takes the middle of %j', (values, middle) => {
  expect(median(values)).toBe(middle)
})

it('has no middle of nothing', () => expect(median([])).toBeNaN())

it('spreads from the least to the greatest around the middle, in whatever order the values come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const { min, median: middle, max } = spreadOf(values)
      expect(min <= middle && middle <= max).toBe(true)
      expect(spreadOf(values.toReversed())).toEqual({ min, median: middle, max })
    }),
    { numRuns: 100 },
  )
})
