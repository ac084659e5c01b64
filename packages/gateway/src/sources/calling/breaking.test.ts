import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, good, silentLog } from '../testing/source.ts'
import { until } from '../testing/until.ts'
import { body, json, silence } from '../testing/upstream.ts'
import { callingWorld } from './testing.ts'

const world = callingWorld()

describe('the breaker', () => {
  // Breakers read the time of day and set no timers: the clock stands still until a test moves it.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())
  const pass = (ms: number) => void vi.setSystemTime(Date.now() + ms)

  const breakIt = async () => {
    world.upstream.answer(body('', 'text/html', 503))
    for (let time = 0; time < 12; time++) await ask(world.caller).catch(() => undefined)
  }

  it('refuses at once what has failed again and again', async () => {
    world.connect({ maxRetries: 0 })
    await breakIt()
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE', retryAfterMs: 1_000 })
    expect(world.upstream.requests()).toBe(12)
    expect(world.caller.figures().state).toBe('DOWN')
  })

  it('asks nothing before its time is up', async () => {
    world.connect({ maxRetries: 0, recoverAfterMs: 300 })
    await breakIt()
    world.upstream.answer(json(good()))
    pass(299)
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(world.upstream.requests()).toBe(12)
  })

  it('opens for one operation and leaves the others alone', async () => {
    world.connect({ maxRetries: 0 })
    await breakIt()
    world.upstream.answer(json(good()))
    await expect(ask(world.caller, { operation: 'other' })).resolves.toEqual({ value: 'yes' })
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(world.caller.figures().state).toBe('DEGRADED')
  })

  it('closes again once the source answers', async () => {
    world.connect({ maxRetries: 0, recoverAfterMs: 300 })
    await breakIt()
    world.upstream.answer(json(good()))
    pass(300)
    await expect(ask(world.caller)).resolves.toEqual({ value: 'yes' })
  })

  it('stays open when the caller of the trial gave up', async () => {
    world.connect({ maxRetries: 0, recoverAfterMs: 300 })
    await breakIt()
    world.upstream.answer(silence)
    pass(300)
    const stop = new AbortController()
    const trial = ask(world.caller, {}, { signal: stop.signal })
    await until(() => world.upstream.requests() === 13)
    stop.abort()
    await expect(trial).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(world.upstream.requests()).toBe(13)
  })

  const giveUp = async (afterMs: number) => {
    world.upstream.answer(silence)
    const deadline = Date.now() + afterMs
    const asks = Array.from({ length: 12 }, () => ask(world.caller, {}, { deadline }).catch(({ code }) => code))
    expect(new Set(await Promise.all(asks))).toEqual(new Set(['TB_DEADLINE_EXCEEDED']))
    world.upstream.answer(json(good()))
  }

  it('opens for a source that is silent longer than anybody waits', async () => {
    world.connect({ maxRetries: 0, attemptTimeoutMs: 1_000 })
    await giveUp(900)
    await until(() => world.upstream.sockets() === 0)
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(world.upstream.requests()).toBe(12)
  })

  it('does not open for callers who give up soon', async () => {
    world.connect({ maxRetries: 0 })
    await giveUp(50)
    await until(() => world.upstream.sockets() === 0)
    await expect(ask(world.caller)).resolves.toEqual({ value: 'yes' })
  })

  it('says in the log when it opens and when it closes', async () => {
    const lines: object[] = []
    const log = {
      ...silentLog,
      warn: (fields: object) => lines.push({ level: 'warn', ...fields }),
      info: (fields: object) => lines.push({ level: 'info', ...fields }),
    }
    world.connect({ maxRetries: 0, recoverAfterMs: 300 }, {}, { log })
    await breakIt()
    world.upstream.answer(json(good()))
    pass(300)
    await ask(world.caller)
    expect(lines).toEqual([
      { level: 'warn', source: 'tests', operation: 'read' },
      { level: 'info', source: 'tests', operation: 'read' },
    ])
  })

  it('says that nothing was sent when it refuses', async () => {
    world.connect({ maxRetries: 0 })
    await breakIt()
    await ask(world.caller).catch(() => undefined)
    expect(world.outcomes.map(({ attempts }) => attempts)).toEqual([...Array(12).fill(1), 0])
  })

  it('waits twice as long each time the source is not back, and says how long', async () => {
    world.connect({ maxRetries: 0, recoverAfterMs: 300 })
    await breakIt()
    pass(300)
    await ask(world.caller).catch(() => undefined)
    expect(world.upstream.requests()).toBe(13)
    pass(100)
    await expect(ask(world.caller)).rejects.toMatchObject({ retryAfterMs: 500 })
    expect(world.upstream.requests()).toBe(13)
  })

  it('lets one call try and refuses the others meanwhile, who would need the places of other operations', async () => {
    world.connect({ maxRetries: 0, recoverAfterMs: 300 })
    await breakIt()
    const answers: (() => void)[] = []
    world.upstream.answer((request, response) => void answers.push(() => json(good())(request, response)))
    pass(300)
    const trial = ask(world.caller)
    await until(() => answers.length === 1)
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    answers[0]?.()
    await expect(trial).resolves.toEqual({ value: 'yes' })
  })

  it.each([
    ['the gateway is not let in', json({}, 401), {}],
    ['every page is HTML with status 200', body('<html>通知</html>', 'text/html'), {}],
    ['every payload has another shape', json({ code: 0, data: {} }), {}],
    ['everything is refused and refusals count', json({ code: 7 }), { refusalsBreak: true }],
  ])('opens when %s', async (_name, answer, limits) => {
    world.connect({ maxRetries: 0, ...limits })
    world.upstream.answer(answer)
    for (let time = 0; time < 20; time++) await ask(world.caller, { path: `/${time}` }).catch(() => undefined)
    expect(world.upstream.requests()).toBe(12)
  })

  it('is not opened for all by one row that cannot be read, however often somebody asks for it', async () => {
    world.connect({ maxRetries: 0 })
    world.upstream.answer(json({ code: 0, data: {} }))
    for (let time = 0; time < 20; time++) await ask(world.caller, { path: '/broken' }).catch(() => undefined)
    expect(world.upstream.requests()).toBe(20)
    for (let time = 0; time < 20; time++) await ask(world.caller, { path: `/${time}` }).catch(() => undefined)
    expect(world.upstream.requests()).toBe(20 + 11)
  })

  it('stays open when the trial is a question whose reply was not read before either', async () => {
    world.connect({ maxRetries: 0, recoverAfterMs: 300 })
    world.upstream.answer(json({ code: 0, data: {} }))
    for (let time = 0; time < 12; time++) await ask(world.caller, { path: `/${time}` }).catch(() => undefined)
    pass(300)
    await expect(ask(world.caller, { path: '/1' })).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE' })
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
  })

  it('counts refusals for the operations that say so, and not for others', async () => {
    world.connect({}, { operations: { page: { refusalsBreak: true } } })
    world.upstream.answer(json({ code: 7 }))
    for (const operation of ['page', 'read'])
      for (let time = 0; time < 20; time++) await ask(world.caller, { operation }).catch(() => undefined)
    expect(world.upstream.requests()).toBe(12 + 20)
  })

  it('is not moved by refusals, which are answers', async () => {
    world.upstream.answer(json({ code: 7 }))
    for (let time = 0; time < 20; time++) await ask(world.caller).catch(() => undefined)
    expect(world.upstream.requests()).toBe(20)
  })

  it('is made up for by answers: four failures each', async () => {
    world.connect({ maxRetries: 0 })
    const failing = async (times: number) => {
      world.upstream.answer(body('', 'text/html', 503))
      for (let time = 0; time < times; time++) await ask(world.caller).catch(() => undefined)
    }
    await failing(11)
    world.upstream.answer(json(good()))
    await ask(world.caller)
    await failing(4)
    expect(world.caller.figures().state).toBe('DEGRADED')
    await failing(9)
    expect(world.upstream.requests()).toBe(11 + 1 + 5)
  })
})
