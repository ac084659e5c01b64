import { describe, expect, it } from 'vitest'
import { createLatencies } from './latencies.ts'

const after = (...times: readonly number[]) => {
  const latencies = createLatencies()
  for (const time of times) latencies.succeeded(time)
  return latencies.p95()
}
const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1)

describe('what is usual', () => {
  it.each([
    ['is not known before twenty attempts', upTo(19), null],
    ['is what 95 of 100 stay within', upTo(100), 95],
    ['is told after twenty', upTo(20), 19],
    ['follows the last hundred and forgets what was before', [...upTo(100), ...Array(100).fill(7)], 7],
  ])('%s', (_name, times, expected) => {
    expect(after(...times)).toBe(expected)
  })

  it('changes soon when a source becomes slower', () => {
    const latencies = createLatencies()
    for (let time = 0; time < 100; time++) latencies.succeeded(1)
    expect(latencies.p95()).toBe(1)
    for (let time = 0; time < 10; time++) latencies.succeeded(50)
    expect(latencies.p95()).toBe(50)
  })
})
