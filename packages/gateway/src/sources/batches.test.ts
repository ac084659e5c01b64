import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inBatches } from './batches.ts'

it('asks for many keys with as few calls as the limit allows, in their order', async () => {
  const keys = Array.from({ length: 120 }, (_, n) => n)
  const calls: number[] = []
  const rows = await inBatches(keys, { size: 50 }, async (some) => {
    calls.push(some.length)
    return some
  })
  expect(calls).toEqual([50, 50, 20])
  expect(rows).toEqual(keys)
})

it('asks nothing when there is nothing to ask for', async () => {
  await expect(inBatches([], { size: 50 }, () => Promise.reject(new Error('asked')))).resolves.toEqual([])
})

it('keeps to its concurrency, asks once for each key and loses none', async () => {
  const batching = fc.record({ size: fc.integer({ min: 1, max: 7 }), concurrency: fc.integer({ min: 1, max: 4 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 30 })), batching, async (keys, limits) => {
      let running = 0
      let most = 0
      const rows = await inBatches(keys, limits, async (some) => {
        running += 1
        most = Math.max(most, running)
        await new Promise(setImmediate)
        running -= 1
        return some
      })
      expect(rows).toEqual([...new Set(keys)])
      expect(most).toBeLessThanOrEqual(limits.concurrency)
    }),
    { numRuns: 50 },
  )
})

it('fails when one of the calls fails', async () => {
  const asked = inBatches([1, 2, 3], { size: 1 }, async ([key]) =>
    key === 2 ? Promise.reject(new Error('two')) : [key],
  )
  await expect(asked).rejects.toThrow('two')
})
