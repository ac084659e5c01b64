import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { ask, good } from '../testing/source.ts'
import { until } from '../testing/until.ts'
import { json, silence } from '../testing/upstream.ts'
import { callingWorld } from './testing.ts'

const world = callingWorld()

describe('the bulkhead', () => {
  it('keeps to the number of calls in flight and refuses what does not fit into the queue', async () => {
    world.connect({ maxConcurrent: 2, maxQueued: 1 })
    const release: (() => void)[] = []
    world.upstream.answer((request, response) => void release.push(() => json(good())(request, response)))
    const asked = [ask(world.caller), ask(world.caller), ask(world.caller)]
    await until(() => world.upstream.requests() === 2)
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_BUSY', retryAfterMs: 1_000 })
    expect(world.upstream.requests()).toBe(2)
    world.upstream.answer(json(good()))
    for (const answer of release) answer()
    await expect(Promise.all(asked)).resolves.toHaveLength(3)
  })

  it('lets a queued call go when its caller does', async () => {
    world.connect({ maxConcurrent: 1 })
    world.upstream.answer(silence)
    const stopFirst = new AbortController()
    const first = ask(world.caller, {}, { signal: stopFirst.signal })
    await until(() => world.upstream.requests() === 1)
    const stop = new AbortController()
    const queued = ask(world.caller, {}, { signal: stop.signal })
    stop.abort()
    await expect(queued).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    stopFirst.abort()
    await expect(first).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    expect(world.upstream.requests()).toBe(1)
  })

  it('leaves no room taken by callers who have gone', async () => {
    world.connect({ maxConcurrent: 1, maxQueued: 2 })
    world.upstream.answer(silence)
    const holding = new AbortController()
    const first = ask(world.caller, {}, { signal: holding.signal })
    await until(() => world.upstream.requests() === 1)
    const crowd = new AbortController()
    const gone = [1, 2].map(() => ask(world.caller, {}, { signal: crowd.signal }))
    await setImmediate()
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_BUSY' })
    crowd.abort()
    await Promise.allSettled(gone)
    world.upstream.answer(json(good()))
    const late = ask(world.caller)
    holding.abort()
    await expect(first).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    await expect(late).resolves.toEqual({ value: 'yes' })
  })
})
