import { describe, expect, it } from 'vitest'
import { ask, good } from '../testing/source.ts'
import { json, reset, silence } from '../testing/upstream.ts'
import { callingWorld } from './testing.ts'

const world = callingWorld()

describe('limits of an operation', () => {
  it('are its own before those of its source', async () => {
    world.connect({ maxRetries: 1 }, { operations: { often: { maxRetries: 3 }, never: { maxRetries: 0 } } })
    world.upstream.answer(reset)
    for (const operation of ['often', 'never', 'read']) await ask(world.caller, { operation }).catch(() => undefined)
    expect(world.outcomes.map(({ attempts }) => attempts)).toEqual([4, 1, 2])
  })

  it('end its attempts and leave those of others time', async () => {
    world.connect({ maxRetries: 0 }, { operations: { quick: { attemptTimeoutMs: 40 } } })
    world.upstream.answer(silence)
    const stop = new AbortController()
    const patient = ask(world.caller, {}, { signal: stop.signal })
    await expect(ask(world.caller, { operation: 'quick' })).rejects.toMatchObject({ code: 'TB_SOURCE_TIMEOUT' })
    stop.abort()
    await expect(patient).rejects.toMatchObject({ code: 'TB_CANCELLED' })
  })

  it('may give it longer than its source, down to the socket', async () => {
    const operations = { slow: { attemptTimeoutMs: 20_000, totalTimeoutMs: 20_000 } }
    world.connect({ attemptTimeoutMs: 20, maxRetries: 0 }, { operations })
    // The pool looks after its sockets about once a second, so what is sooner would not be noticed.
    world.upstream.answer((request, response) => void setTimeout(json(good()), 1_600, request, response))
    await expect(ask(world.caller, { operation: 'slow' })).resolves.toEqual({ value: 'yes' })
  })

  it('bound all its attempts together', async () => {
    world.connect({}, { operations: { short: { totalTimeoutMs: 40 } } })
    world.upstream.answer(silence)
    await expect(ask(world.caller, { operation: 'short' })).rejects.toMatchObject({ code: 'TB_SOURCE_TIMEOUT' })
    expect(world.outcomes).toMatchObject([{ attempts: 1 }])
  })
})

describe('names of operations', () => {
  it('that hold what was asked for cost no more than those of a source with 200 operations', async () => {
    for (let number = 0; number < 230; number++) await ask(world.caller, { operation: `items/${number}` })
    const { operations } = world.caller.figures()
    expect(operations).toHaveLength(201)
    expect(operations.at(-1)).toMatchObject({ operation: 'other', calls: 30 })
    expect(new Set(world.outcomes.map(({ operation }) => operation)).size).toBe(201)
  })
})
