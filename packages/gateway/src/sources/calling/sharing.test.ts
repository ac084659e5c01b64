import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { CallContext, Protocol, UpstreamRequest } from '../source.ts'
import { ask, good, restSource, silentLog } from '../testing/source.ts'
import { until } from '../testing/until.ts'
import { json, reset, silence } from '../testing/upstream.ts'
import { createCaller } from './call.ts'
import { callingWorld } from './testing.ts'

const world = callingWorld()
const mine: CallContext = { sharing: 'client 1, person 1' }

/** Answers that the test releases. */
const held = (value = 'yes') => {
  const release: (() => void)[] = []
  world.upstream.answer((request, response) => void release.push(() => json(good(value))(request, response)))
  return () => {
    for (const answer of release.splice(0)) answer()
  }
}

describe('equal questions of one caller', () => {
  it('share the call under way and are counted as one', async () => {
    const release = held()
    const asked = [ask(world.caller, {}, mine), ask(world.caller, {}, mine), ask(world.caller, {}, { ...mine })]
    await until(() => world.upstream.requests() === 1)
    release()
    await expect(Promise.all(asked)).resolves.toEqual(Array(3).fill({ value: 'yes' }))
    expect(world.upstream.requests()).toBe(1)
    expect(world.outcomes).toMatchObject([{ outcome: 'ok', attempts: 1 }])
  })

  it('get answers of their own, because source files alter what they get', async () => {
    const release = held()
    const asked = [ask(world.caller, {}, mine), ask(world.caller, {}, mine)]
    await until(() => world.upstream.requests() === 1)
    release()
    const [one, other] = await Promise.all(asked)
    expect(one).not.toBe(other)
  })

  it('share the failure, too', async () => {
    world.connect({ maxRetries: 0 })
    world.upstream.answer(reset)
    const asked = await Promise.allSettled([ask(world.caller, {}, mine), ask(world.caller, {}, mine)])
    expect(asked).toMatchObject(Array(2).fill({ reason: { code: 'TB_SOURCE_UNAVAILABLE', source: 'tests' } }))
    expect(world.upstream.requests()).toBe(1)
  })

  it('are asked anew once the call has ended', async () => {
    await ask(world.caller, {}, mine)
    await ask(world.caller, {}, mine)
    expect(world.upstream.requests()).toBe(2)
  })

  it('are asked anew after something was written', async () => {
    world.connect({ attemptTimeoutMs: 5_000, maxRetries: 0 })
    const release = held()
    const before = ask(world.caller, {}, mine)
    await until(() => world.upstream.requests() === 1)
    world.upstream.answer(json(good()))
    await ask(world.caller, { safe: false, operation: 'write' }, mine)
    await expect(ask(world.caller, {}, mine)).resolves.toEqual({ value: 'yes' })
    expect(world.upstream.requests()).toBe(3)
    release()
    await before
  })

  it.each<[string, Parameters<typeof ask>[1], CallContext]>([
    ['another caller', {}, { sharing: 'client 1, person 2' }],
    ['a caller who shares with nobody', {}, {}],
    ['another question', { path: '/2' }, mine],
    ['another operation', { operation: 'other' }, mine],
    ['a call that is not safe', { safe: false }, mine],
  ])('are not shared with %s', async (_name, request, context) => {
    const release = held()
    const asked = [ask(world.caller, {}, mine), ask(world.caller, request, context)]
    await until(() => world.upstream.requests() === 2)
    release()
    await Promise.all(asked)
  })
})

describe('who shares a call', () => {
  it('leaves alone when their deadline passes', async () => {
    const release = held()
    const hurried = ask(world.caller, {}, { ...mine, deadline: Date.now() + 40 })
    const patient = ask(world.caller, {}, { ...mine, deadline: Date.now() + 20_000 })
    await expect(hurried).rejects.toMatchObject({ code: 'TB_DEADLINE_EXCEEDED' })
    release()
    await expect(patient).resolves.toEqual({ value: 'yes' })
    expect(world.upstream.requests()).toBe(1)
  })

  it('leaves alone when they give up, the one who began it, too', async () => {
    const release = held()
    const stop = new AbortController()
    const first = ask(world.caller, {}, { ...mine, signal: stop.signal })
    const second = ask(world.caller, {}, mine)
    await until(() => world.upstream.requests() === 1)
    stop.abort()
    await expect(first).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    release()
    await expect(second).resolves.toEqual({ value: 'yes' })
    expect(world.outcomes).toMatchObject([{ outcome: 'ok' }])
  })

  it('gives it the time of the most patient for repeating', async () => {
    world.upstream.answer((request, response) => {
      world.upstream.answer(json(good()))
      void response.writeHead(503, { 'retry-after': '1' }).end()
      void request
    })
    const hurried = ask(world.caller, {}, { ...mine, deadline: Date.now() + 500 })
    const patient = ask(world.caller, {}, { ...mine, deadline: Date.now() + 20_000 })
    await expect(hurried).rejects.toMatchObject({ code: 'TB_DEADLINE_EXCEEDED' })
    await expect(patient).resolves.toEqual({ value: 'yes' })
  })

  it('ends it down to the socket as the last to leave, and who asks then begins anew', async () => {
    world.upstream.answer(silence)
    const stops = [new AbortController(), new AbortController()]
    const asked = stops.map(({ signal }) => ask(world.caller, {}, { ...mine, signal }).catch(({ code }) => code))
    await until(() => world.upstream.sockets() === 1 && world.upstream.requests() === 1)
    stops[0]?.abort()
    await asked[0]
    expect(world.upstream.sockets()).toBe(1)
    stops[1]?.abort()
    world.upstream.answer(json(good()))
    await expect(ask(world.caller, {}, mine)).resolves.toEqual({ value: 'yes' })
    expect(await Promise.all(asked)).toEqual(['TB_CANCELLED', 'TB_CANCELLED'])
    expect(world.outcomes.map(({ outcome }) => outcome)).toEqual(['TB_CANCELLED', 'ok'])
    await until(() => world.upstream.sockets() === 1)
  })
})

interface Question extends UpstreamRequest {
  readonly path: string
}

/** What one of many callers does, and when. */
const step = fc.record({
  sharing: fc.option(fc.constantFrom('public', 'client 1, person 1', 'client 1, person 2', 'client 2, person 1')),
  path: fc.constantFrom('/1', '/2'),
  safe: fc.boolean(),
  turns: fc.nat(3),
  leaves: fc.boolean(),
})

describe('answers', () => {
  it('never reach a caller who shares with somebody else, whoever asks what and when', async () => {
    const reply = z.object({ call: z.number(), path: z.string() })
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 30 }),
        fc.infiniteStream(fc.nat(4)),
        async (steps, delays) => {
          let calls = 0
          const protocol: Protocol<Question> = {
            kind: 'numbering',
            async send({ path }) {
              const call = ++calls
              for (let left = delays.next().value ?? 0; left > 0; left--) await turn()
              return { call, path }
            },
          }
          const numbering = createCaller(
            { ...restSource('http://127.0.0.1:9'), protocol },
            { log: silentLog, metrics: { sourceCall() {} }, now: () => new Date() },
          )
          const told: { call: number; about: string }[] = []
          const asked = steps.map(async ({ sharing, path, safe, turns, leaves }, index) => {
            for (let left = turns; left > 0; left--) await turn()
            const stop = new AbortController()
            const context = { signal: stop.signal, ...(sharing === null ? {} : { sharing }) }
            const request: Question & { reply: typeof reply } = { operation: 'read', safe, path, reply }
            const answer = numbering.callFor(context)(request)
            if (leaves) stop.abort()
            const given = await answer.catch(() => null)
            if (given === null) return
            expect(given.path).toBe(path)
            told.push({ call: given.call, about: safe && sharing !== null ? `${sharing} ${path}` : `alone ${index}` })
          })
          await Promise.all(asked)
          const whose = Map.groupBy(told, ({ call }) => call)
          for (const sharers of whose.values()) expect(new Set(sharers.map(({ about }) => about)).size).toBe(1)
          await numbering.close()
        },
      ),
      { numRuns: 200 },
    )
  })
})
