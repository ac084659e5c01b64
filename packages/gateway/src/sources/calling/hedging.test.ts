import { describe, expect, it } from 'vitest'
import { ask, good } from '../testing/source.ts'
import { until } from '../testing/until.ts'
import { type Answer, body, inTurn, json, reset, silence } from '../testing/upstream.ts'
import { callingWorld } from './testing.ts'

const world = callingWorld()

/** As many answers as it takes to know how long an operation usually takes. */
const learn = async (times = 20) => {
  world.upstream.answer(json(good()))
  for (let time = 0; time < times; time++) await ask(world.caller)
}
const sent = () => world.upstream.requests() - 20

describe('a second attempt', () => {
  it('is sent when the first takes longer than usual, and the first is cancelled down to the socket', async () => {
    await learn()
    let isCancelled = false
    const hanging: Answer = (_request, response) => {
      response.on('close', () => {
        isCancelled = true
      })
    }
    world.upstream.answer(inTurn(hanging, json(good('second'))))
    await expect(ask(world.caller)).resolves.toEqual({ value: 'second' })
    expect(world.outcomes.at(-1)).toMatchObject({ outcome: 'ok', attempts: 2 })
    await until(() => isCancelled)
  })

  it('loses against the first when that answers sooner', async () => {
    await learn()
    let answerFirst = () => {}
    const late: Answer = (request, response) => {
      answerFirst = () => json(good('first'))(request, response)
    }
    world.upstream.answer(inTurn(late, silence))
    const asked = ask(world.caller)
    await until(() => sent() === 2)
    answerFirst()
    await expect(asked).resolves.toEqual({ value: 'first' })
    await until(() => world.upstream.sockets() === 1)
  })

  it('is waited for when the first fails', async () => {
    await learn()
    const answers: (() => void)[] = []
    const held =
      (answer: Answer): Answer =>
      (request, response) =>
        void answers.push(() => answer(request, response))
    world.upstream.answer(inTurn(held(reset), held(json(good('second')))))
    const asked = ask(world.caller)
    await until(() => answers.length === 2)
    answers[0]?.()
    await until(() => world.upstream.sockets() === 1)
    answers[1]?.()
    await expect(asked).resolves.toEqual({ value: 'second' })
    expect(sent()).toBe(2)
  })

  it('ends the call with a refusal, which is an answer', async () => {
    await learn()
    world.upstream.answer(inTurn(silence, json({ code: 7 })))
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
    expect(sent()).toBe(2)
  })

  it('ends with the call when its caller goes', async () => {
    await learn()
    world.upstream.answer(silence)
    const stop = new AbortController()
    const asked = ask(world.caller, {}, { signal: stop.signal })
    await until(() => sent() === 2)
    stop.abort()
    await expect(asked).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    await until(() => world.upstream.sockets() === 0)
  })

  /** Waits much longer than it takes until a second attempt is sent; nothing tells that something does not come. */
  const noSecond = async (request: Parameters<typeof ask>[1] = {}) => {
    world.upstream.answer(silence)
    const before = world.upstream.requests()
    await expect(ask(world.caller, request)).rejects.toMatchObject({ code: 'TB_SOURCE_TIMEOUT' })
    expect(world.upstream.requests() - before).toBe(1)
  }
  const once = { attemptTimeoutMs: 300, maxRetries: 0 }

  it.each([
    ['of a call that is not safe', {}, { safe: false }],
    ['where the source wants none', { hedge: false }, {}],
    ['where no place is free', { maxConcurrent: 1 }, {}],
  ])('is not sent %s', async (_name, limits, request) => {
    world.connect({ ...once, ...limits })
    await learn()
    await noSecond(request)
  })

  it('is not sent before it is known how long the operation usually takes', async () => {
    world.connect(once)
    await learn(19)
    await noSecond()
  })

  it('is not sent by an operation that another one has taught', async () => {
    world.connect(once)
    await learn()
    await noSecond({ operation: 'other' })
  })

  it('is not sent by the call that tries whether the source is back', async () => {
    world.connect({ ...once, recoverAfterMs: 1 })
    await learn()
    world.upstream.answer(body('', 'text/html', 503))
    for (let time = 0; time < 12; time++) await ask(world.caller).catch(() => undefined)
    await until(() => Date.now() % 7 === 0)
    await noSecond()
  })

  it('costs a source that is well little, however many of its answers are slow', async () => {
    let requests = 0
    world.upstream.answer((request, response) => {
      const isSlow = requests++ % 5 === 0
      if (isSlow) setTimeout(json(good()), 60, request, response)
      else json(good())(request, response)
    })
    const calls = 400
    for (let call = 0; call < calls; call += 8) await Promise.all(Array.from({ length: 8 }, () => ask(world.caller)))
    expect(world.upstream.requests()).toBeGreaterThan(calls)
    expect(world.upstream.requests() / calls).toBeLessThanOrEqual(1.2)
  })
})
