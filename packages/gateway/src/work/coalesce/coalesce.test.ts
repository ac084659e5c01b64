import { setImmediate } from 'node:timers/promises'
import { TongbanError } from '@tongban/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers, Bounds } from './ask.ts'
import { type Coalescing, coalesce } from './coalesce.ts'

/** Calls that end when the test says so. */
function held() {
  const calls: { readonly keys: readonly string[]; readonly bounds: Bounds; end(error?: Error): void }[] = []
  const load = (keys: readonly string[], bounds: Bounds) =>
    new Promise<Answers<string>>((resolve, reject) => {
      const end = (error?: Error) => (error ? reject(error) : resolve(keys.map((key) => `value of ${key}`)))
      calls.push({ keys, bounds, end })
    })
  return { calls, load, keys: () => calls.map(({ keys }) => keys) }
}

const coalesceHeld = (more: Partial<Coalescing<string, string>> = {}) => {
  const upstream = held()
  const ask = coalesce({ identity: (key: string) => key, load: upstream.load, patienceMs: 60_000, ...more })
  return { ...upstream, ask }
}

/** What was begun has gone as far as it can: several turns of the event loop. */
const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await setImmediate()
}

describe('keys asked for at the same moment', () => {
  it('travel in one call, each once, and every caller gets its own', async () => {
    const { ask, calls, keys } = coalesceHeld()
    const answers = [ask(['a', 'b']), ask(['b', 'c']), ask(['a'])]
    await settled()
    expect(keys()).toEqual([['a', 'b', 'c']])
    calls[0]?.end()
    expect(await Promise.all(answers)).toEqual([
      ['value of a', 'value of b'],
      ['value of b', 'value of c'],
      ['value of a'],
    ])
  })

  it('wait for the call under way, then leave together', async () => {
    const { ask, calls, keys } = coalesceHeld()
    const first = ask(['a'])
    await settled()
    const later = [ask(['a']), ask(['b'])]
    await settled()
    expect(keys()).toEqual([['a']])
    calls[0]?.end()
    await first
    await settled()
    expect(keys()).toEqual([['a'], ['a', 'b']])
    calls[1]?.end()
    expect(await Promise.all(later)).toEqual([['value of a'], ['value of b']])
  })

  it('do not wait for a slow call longer than their patience', async () => {
    const { ask, calls } = coalesceHeld({ patienceMs: 1 })
    const slow = ask(['slow'])
    await settled()
    const fast = ask(['fast'])
    while (calls.length < 2) await setImmediate()
    calls[1]?.end()
    expect(await fast).toEqual(['value of fast'])
    calls[0]?.end()
    expect(await slow).toEqual(['value of slow'])
  })

  it('are loaded again when they are asked for later', async () => {
    const { ask, calls, keys } = coalesceHeld()
    for (const turn of [0, 1]) {
      const answer = ask(['a'])
      await settled()
      calls[turn]?.end()
      await answer
    }
    expect(keys()).toEqual([['a'], ['a']])
  })

  it('are spread over calls of a size, a caller never over two', async () => {
    const { ask, keys, calls } = coalesceHeld({ maxBatch: 3 })
    const answers = [['a', 'b'], ['b', 'c'], ['d', 'e'], ['1', '2', '3', '4'], ['5']].map((each) => ask(each))
    await settled()
    expect(keys()).toEqual([['a', 'b', 'c'], ['d', 'e'], ['1', '2', '3', '4'], ['5']])
    for (const call of calls) call.end()
    expect((await Promise.all(answers)).map(({ length }) => length)).toEqual([2, 2, 2, 4, 1])
  })

  it('never share a call where each asking counts', async () => {
    const { ask, keys, calls } = coalesceHeld({ sameKey: 'waits' })
    const answers = [ask(['a']), ask(['b']), ask(['a']), ask(['a'])]
    await settled()
    expect(keys()).toEqual([['a', 'b'], ['a'], ['a']])
    for (const call of calls) call.end()
    await Promise.all(answers)
  })

  it('are refused when too many are pending, and taken again afterwards', async () => {
    const { ask, calls } = coalesceHeld({ maxPending: 2, refusal: () => new Error('full') })
    const first = ask(['a', 'b'])
    await settled()
    await expect(ask(['c'])).rejects.toThrow('full')
    calls[0]?.end()
    await first
    await settled()
    const next = ask(['c'])
    await settled()
    calls[1]?.end()
    expect(await next).toEqual(['value of c'])
  })

  it('need no call when there are none', async () => {
    const { ask, calls } = coalesceHeld()
    expect(await ask([])).toEqual([])
    await settled()
    expect(calls).toEqual([])
  })
})

describe('a caller that gives up', () => {
  const giveUp = (controller: AbortController) => controller.abort(new TongbanError('TB_DEADLINE_EXCEEDED'))

  it('is told at once, and the others get their answers', async () => {
    const { ask, calls } = coalesceHeld()
    const leaving = new AbortController()
    const answers = [ask(['a'], { signal: leaving.signal, deadline: 1 }), ask(['b'], { deadline: 2 })]
    await settled()
    giveUp(leaving)
    await expect(answers[0]).rejects.toMatchObject({ code: 'TB_DEADLINE_EXCEEDED' })
    expect(calls[0]?.bounds).toMatchObject({ deadline: 2, signal: { aborted: false } })
    calls[0]?.end()
    expect(await answers[1]).toEqual(['value of b'])
  })

  it('ends the call when it was the last', async () => {
    const { ask, calls } = coalesceHeld()
    const leaving = [new AbortController(), new AbortController()]
    const answers = leaving.map(({ signal }, index) => ask([String(index)], { signal }))
    await settled()
    for (const controller of leaving) {
      expect(calls[0]?.bounds.signal?.aborted).toBe(false)
      controller.abort()
    }
    expect(calls[0]?.bounds.signal?.aborted).toBe(true)
    for (const answer of answers) await expect(answer).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    calls[0]?.end()
  })

  it('is not asked for at all when it has left before', async () => {
    const { ask, keys, calls } = coalesceHeld()
    const leaving = new AbortController()
    const waiting = ask(['a'], { signal: leaving.signal })
    const other = ask(['b'])
    giveUp(leaving)
    await expect(waiting).rejects.toMatchObject({ code: 'TB_DEADLINE_EXCEEDED' })
    await expect(ask(['c'], { signal: leaving.signal })).rejects.toMatchObject({ code: 'TB_DEADLINE_EXCEEDED' })
    await settled()
    expect(keys()).toEqual([['b']])
    calls[0]?.end()
    await other
  })
})

describe('a call that fails', () => {
  it('is repeated for each caller alone', async () => {
    const calls: (readonly string[])[] = []
    const ask = coalesce({
      identity: (key: string) => key,
      load: async (keys) => {
        calls.push(keys)
        if (keys.includes('bad')) throw new Error('stumbled')
        return keys
      },
    })
    const answers = await Promise.allSettled([ask(['a', 'b']), ask(['bad']), ask(['c'])])
    expect(answers.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))).toEqual([
      ['a', 'b'],
      'Error: stumbled',
      ['c'],
    ])
    expect(calls).toEqual([['a', 'b', 'bad', 'c'], ['a', 'b'], ['bad'], ['c']])
  })

  it('is not repeated when no key can be the reason', async () => {
    const { ask, calls } = coalesceHeld({ mayBeOneKey: () => false })
    const answers = [ask(['a']), ask(['b'])]
    await settled()
    calls[0]?.end(new Error('the line is dead'))
    for (const answer of answers) await expect(answer).rejects.toThrow('the line is dead')
    expect(calls).toHaveLength(1)
  })

  it('is a fault when it does not answer every key', async () => {
    const ask = coalesce({ identity: (key: string) => key, load: async () => ['only one'] })
    await expect(ask(['a', 'b'])).rejects.toThrow(RangeError)
  })
})

describe('whatever is asked for, in whatever order', () => {
  const caller = fc.record({
    keys: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 4 }),
    turn: fc.nat(4),
    leaves: fc.option(fc.nat(6), { nil: undefined }),
  })

  /** Key 0 fails every call it is in, key 1 is an error of its own. */
  const loadFrom = (seen: number[][]) => async (keys: readonly number[]) => {
    seen.push([...keys])
    await setImmediate()
    if (keys.includes(0)) throw new Error('0')
    return keys.map((key) => (key === 1 ? new Error('1') : key * 10))
  }
  const expected = (keys: readonly number[]) =>
    keys.includes(0) ? '0' : keys.map((key) => (key === 1 ? 'Error: 1' : String(key * 10))).join()

  const options = fc.record({
    maxBatch: fc.integer({ min: 1, max: 6 }),
    sameKey: fc.constantFrom('shares', 'waits'),
    patienceMs: fc.constantFrom(0, 60_000),
  })

  it('each caller gets the answers or the error of its own keys, or hears that it has left', async () => {
    const property = fc.asyncProperty(fc.array(caller, { maxLength: 12 }), options, async (callers, how) => {
      const seen: number[][] = []
      const ask = coalesce({ identity: String, load: loadFrom(seen), ...how })
      const outcomes = callers.map(async ({ keys, turn, leaves }) => {
        const leaving = new AbortController()
        for (let past = 0; past < turn; past += 1) await setImmediate()
        if (leaves === 0) leaving.abort()
        const answer = ask(keys, { signal: leaving.signal }).then(String, ({ message }: Error) => message)
        for (let past = 0; past < (leaves ?? 0); past += 1) await setImmediate()
        if (leaves !== undefined) leaving.abort()
        return answer
      })
      const answers = await Promise.all(outcomes)
      for (const [index, { keys, leaves }] of callers.entries()) {
        const left = leaves === undefined ? [] : [new TongbanError('TB_CANCELLED').message]
        expect([expected(keys), ...left]).toContain(answers[index])
      }
      for (const keys of seen) expect(new Set(keys).size).toBe(keys.length)
    })
    await fc.assert(property, { numRuns: 100 })
  })
})
