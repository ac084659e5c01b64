import { describe, expect, it } from 'vitest'
import { ask, good } from '../testing/source.ts'
import { type Answer, body, inTurn, json, reset } from '../testing/upstream.ts'
import { callingWorld } from './testing.ts'

const world = callingWorld()

describe('repeating', () => {
  it('a safe call helps when the failure passes', async () => {
    world.upstream.answer(inTurn(reset, body('', 'text/html', 503), json(good('third'))))
    await expect(ask(world.caller)).resolves.toEqual({ value: 'third' })
    expect(world.upstream.requests()).toBe(3)
  })

  it('ends after the configured number of times', async () => {
    world.connect({ maxRetries: 1 })
    world.upstream.answer(reset)
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(world.upstream.requests()).toBe(2)
    expect(world.caller.figures().operations).toMatchObject([{ calls: 1, failures: 1 }])
  })

  it('never happens to a call that is not safe', async () => {
    world.upstream.answer(inTurn(reset, json(good())))
    await expect(ask(world.caller, { safe: false })).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(world.upstream.requests()).toBe(1)
  })

  it.each([
    ['a refusal', json({ code: 7 })],
    ['a wrong token', json({}, 401)],
    ['a payload of another shape', json({ code: 0, data: {} })],
  ])('never happens after %s, which would only repeat', async (_name, answer) => {
    world.upstream.answer(answer)
    await expect(ask(world.caller)).rejects.toBeDefined()
    expect(world.upstream.requests()).toBe(1)
  })

  it('tells the quality ledger how many attempts there were', async () => {
    world.upstream.answer(inTurn(reset, reset, json(good())))
    await ask(world.caller)
    expect(world.outcomes).toMatchObject([{ outcome: 'ok', attempts: 3 }])
  })

  const later =
    (seconds: number): Answer =>
    (_request, response) =>
      void response.writeHead(503, { 'retry-after': String(seconds) }).end()

  it('does not happen when the source asks for more time than is left', async () => {
    world.upstream.answer(inTurn(later(30), json(good())))
    const asked = ask(world.caller, {}, { deadline: Date.now() + 20_000 })
    await expect(asked).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE', retryAfterMs: 30_000 })
    expect(world.upstream.requests()).toBe(1)
  })

  it('waits as long as the source asks for', async () => {
    let isBack = false
    world.upstream.answer((request, response) => {
      setTimeout(() => {
        isBack = true
      }, 900)
      return (isBack ? json(good()) : later(1))(request, response)
    })
    await ask(world.caller)
    expect(world.upstream.requests()).toBe(2)
  })

  it('happens to a source that is mostly down no oftener than it is answered, beyond what was saved up', async () => {
    world.connect({ hedge: false })
    let requests = 0
    // one answer of four, so that the breaker never opens
    world.upstream.answer((request, response) => (requests++ % 4 === 3 ? json(good()) : reset)(request, response))
    const calls = 200
    const asked = await Promise.allSettled(Array.from({ length: calls }, () => ask(world.caller)))
    const answered = asked.filter(({ status }) => status === 'fulfilled').length
    expect(world.upstream.requests() - calls).toBeLessThanOrEqual(30 + answered)
  })
})
