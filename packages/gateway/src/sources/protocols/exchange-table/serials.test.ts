import fc from 'fast-check'
import { expect, it } from 'vitest'
import { followSerials, type SerialSpan, type SerialState, unseen } from './serials.ts'

const numbersOf = (spans: readonly SerialSpan[]): number[] =>
  spans.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_none, index) => from + index))

it('knows at any time which numbers are missing, in whatever order and pages they come', () => {
  const pages = fc
    .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 })
    .chain((serials) => fc.tuple(fc.constant(serials), fc.integer({ min: 1, max: 10 })))
  fc.assert(
    fc.property(pages, ([serials, size]) => {
      let state: SerialState = unseen
      const seen = new Set<number>()
      for (let start = 0; start < serials.length; start += size) {
        const page = serials.slice(start, start + size)
        const low = state.highest === null ? Math.min(...page) : Number.NEGATIVE_INFINITY
        const missing = numbersOf(state.missing)
        const found = followSerials(state, page, false)
        expect(found.late).toEqual(page.filter((serial) => missing.includes(serial)).toSorted((a, b) => a - b))
        for (const serial of page) seen.add(serial)
        state = found.state
        expect(state.highest).toBe(Math.max(...seen))
        expect(numbersOf(state.missing).some((serial) => seen.has(serial) || serial < low)).toBe(false)
      }
      const first = Math.min(...serials.slice(0, size))
      const all = Array.from({ length: Math.max(...serials) - first + 1 }, (_none, index) => first + index)
      expect(numbersOf(state.missing).toSorted((a, b) => a - b)).toEqual(all.filter((serial) => !seen.has(serial)))
    }),
  )
})

it.each([
  ['a number again', [3], false, { gaps: [], late: [], repeated: [3] }],
  ['a number again within a batch', [3, 3], true, { gaps: [], late: [], repeated: [] }],
  ['the next', [4], false, { gaps: [], late: [], repeated: [] }],
  ['one after a hole', [7], false, { gaps: [{ from: 4, to: 6 }], late: [], repeated: [] }],
  ['nothing', [], false, { gaps: [], late: [], repeated: [] }],
] as const)('says of %s what it is', (_name, serials, shared, expected) => {
  expect(followSerials({ highest: 3, missing: [] }, serials, shared)).toMatchObject(expected)
})

it('forgets the oldest holes when there are too many to remember', () => {
  const serials = Array.from({ length: 300 }, (_none, index) => index * 2 + 1)
  const { state } = followSerials(unseen, serials, false)
  expect(state.missing).toHaveLength(100)
  expect(state.missing.at(-1)).toEqual({ from: 598, to: 598 })
})
