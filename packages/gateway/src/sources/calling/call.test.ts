import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, callerOf, good, recordedMetrics, restSource, silentLog } from '../testing/source.ts'
import { until } from '../testing/until.ts'
import { body, inTurn, json, reset, silence, startUpstream, type Upstream } from '../testing/upstream.ts'
import { type Caller, createCaller } from './call.ts'

let upstream: Upstream
let caller: Caller

const connect = (limits: Parameters<typeof callerOf>[1] = {}) => {
  // A busy machine must not look like a slow source.
  caller = callerOf(upstream.url, { attemptTimeoutMs: 20_000, totalTimeoutMs: 40_000, ...limits })
}

beforeEach(async () => {
  upstream = await startUpstream(json(good()))
  connect()
})
afterEach(async () => {
  await caller.close()
  await upstream.close()
})

describe('a call that goes well', () => {
  it('gives the parsed payload', async () => {
    await expect(ask(caller)).resolves.toEqual({ value: 'yes' })
  })

  it('is counted in figures and metrics', async () => {
    const { metrics, outcomes } = recordedMetrics()
    const counted = createCaller(restSource(upstream.url), {
      log: silentLog,
      metrics,
      now: () => new Date('2026-01-05T01:00:00Z'),
    })
    await ask(counted)
    expect(outcomes).toEqual(['read ok'])
    expect(counted.figures()).toMatchObject({
      state: 'UP',
      lastSuccessAt: '2026-01-05T01:00:00.000Z',
      lastFailureCode: null,
      operations: [{ operation: 'read', calls: 1, failures: 0 }],
    })
    await counted.close()
  })
})

describe('a failure', () => {
  it.each([
    ['a refused connection', () => void upstream.close(), 'TB_SOURCE_UNAVAILABLE'],
    ['a reset connection', () => upstream.answer(reset), 'TB_SOURCE_UNAVAILABLE'],
    ['an error page', () => upstream.answer(body('<html>502</html>', 'text/html', 502)), 'TB_SOURCE_UNAVAILABLE'],
    ['a source that never answers', () => upstream.answer(silence), 'TB_SOURCE_TIMEOUT'],
    ['an empty body', () => upstream.answer(body('')), 'TB_SOURCE_SHAPE'],
    ['a cut body', () => upstream.answer(body('{"code":0,"data":{"val')), 'TB_SOURCE_SHAPE'],
    ['an HTML page with status 200', () => upstream.answer(body('<html>通知</html>', 'text/html')), 'TB_SOURCE_SHAPE'],
    [
      'a login page',
      () => upstream.answer(body('<html><input type="password"></html>', 'text/html')),
      'TB_SOURCE_AUTH',
    ],
    ['a refusal', () => upstream.answer(json({ code: 7, msg: '参数错误' })), 'TB_SOURCE_REFUSED'],
    ['no status at all', () => upstream.answer(json({ data: { value: 'yes' } })), 'TB_SOURCE_SHAPE'],
    ['a payload of another shape', () => upstream.answer(json({ code: 0, data: { value: 7 } })), 'TB_SOURCE_SHAPE'],
    ['not HTTP at all', () => upstream.answer((request) => request.socket.end('HELLO\r\n\r\n')), 'TB_SOURCE_SHAPE'],
  ])('after %s is typed and names the source', async (_name, arrange, code) => {
    connect({ maxRetries: 0, ...(code === 'TB_SOURCE_TIMEOUT' ? { attemptTimeoutMs: 60 } : {}) })
    arrange()
    await expect(ask(caller)).rejects.toMatchObject({ code, source: 'tests', params: { source: '测试系统' } })
    expect(caller.figures()).toMatchObject({ lastFailureCode: code, operations: [{ calls: 1, failures: 1 }] })
  })

  it('of shape names the path and never the value', async () => {
    upstream.answer(json({ code: 0, data: { value: { secret: '330600198801010037' } } }))
    const failure = await ask(caller).catch((error: unknown) => error)
    expect(failure).toMatchObject({ params: { detail: expect.stringContaining('read.value') } })
    expect(JSON.stringify(failure) + String(failure)).not.toContain('330600198801010037')
  })
})

describe('repeating', () => {
  it('a safe call helps when the failure passes', async () => {
    upstream.answer(inTurn(reset, body('', 'text/html', 503), json(good('third'))))
    await expect(ask(caller)).resolves.toEqual({ value: 'third' })
    expect(upstream.requests()).toBe(3)
  })

  it('ends after the configured number of times', async () => {
    connect({ maxRetries: 1 })
    upstream.answer(reset)
    await expect(ask(caller)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(upstream.requests()).toBe(2)
    expect(caller.figures().operations).toMatchObject([{ calls: 1, failures: 1 }])
  })

  it('never happens to a call that is not safe', async () => {
    upstream.answer(inTurn(reset, json(good())))
    await expect(ask(caller, { safe: false })).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(upstream.requests()).toBe(1)
  })

  it.each([
    ['a refusal', json({ code: 7 })],
    ['a wrong token', json({}, 401)],
    ['a payload of another shape', json({ code: 0, data: {} })],
  ])('never happens after %s, which would only repeat', async (_name, answer) => {
    upstream.answer(answer)
    await expect(ask(caller)).rejects.toBeDefined()
    expect(upstream.requests()).toBe(1)
  })
})

describe('the breaker', () => {
  // Breakers read the time of day and set no timers: the clock stands still until a test moves it.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())
  const pass = (ms: number) => void vi.setSystemTime(Date.now() + ms)

  const breakIt = async () => {
    upstream.answer(body('', 'text/html', 503))
    for (let time = 0; time < 5; time++) await ask(caller).catch(() => undefined)
  }

  it('refuses at once what has failed again and again', async () => {
    connect({ maxRetries: 0 })
    await breakIt()
    await expect(ask(caller)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE', retryAfterMs: 5_000 })
    expect(upstream.requests()).toBe(5)
    expect(caller.figures().state).toBe('DOWN')
  })

  it('asks nothing before its time is up', async () => {
    connect({ maxRetries: 0, recoverAfterMs: 300 })
    await breakIt()
    upstream.answer(json(good()))
    pass(299)
    await expect(ask(caller)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(upstream.requests()).toBe(5)
  })

  it('opens for one operation and leaves the others alone', async () => {
    connect({ maxRetries: 0 })
    await breakIt()
    upstream.answer(json(good()))
    await expect(ask(caller, { operation: 'other' })).resolves.toEqual({ value: 'yes' })
    await expect(ask(caller)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(caller.figures().state).toBe('DEGRADED')
  })

  it('closes again once the source answers', async () => {
    connect({ maxRetries: 0, recoverAfterMs: 300 })
    await breakIt()
    upstream.answer(json(good()))
    pass(300)
    await expect(ask(caller)).resolves.toEqual({ value: 'yes' })
  })

  it('stays open when the caller of the trial gave up', async () => {
    connect({ maxRetries: 0, recoverAfterMs: 300 })
    await breakIt()
    upstream.answer(silence)
    pass(300)
    const stop = new AbortController()
    const trial = ask(caller, {}, { signal: stop.signal })
    await until(() => upstream.requests() === 6)
    stop.abort()
    await expect(trial).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    await expect(ask(caller)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(upstream.requests()).toBe(6)
  })

  it('says in the log when it opens and when it closes', async () => {
    const lines: object[] = []
    const log = {
      ...silentLog,
      warn: (fields: object) => lines.push({ level: 'warn', ...fields }),
      info: (fields: object) => lines.push({ level: 'info', ...fields }),
    }
    caller = createCaller(restSource(upstream.url, { maxRetries: 0, recoverAfterMs: 300 }), {
      log,
      metrics: { sourceCall() {} },
      now: () => new Date(),
    })
    await breakIt()
    upstream.answer(json(good()))
    pass(300)
    await ask(caller)
    expect(lines).toEqual([
      { level: 'warn', source: 'tests', operation: 'read' },
      { level: 'info', source: 'tests', operation: 'read' },
    ])
  })

  it('is not moved by refusals, which are answers', async () => {
    upstream.answer(json({ code: 7 }))
    for (let time = 0; time < 10; time++) await ask(caller).catch(() => undefined)
    expect(upstream.requests()).toBe(10)
  })
})

describe('the bulkhead', () => {
  it('keeps to the number of calls in flight and refuses what does not fit into the queue', async () => {
    connect({ maxConcurrent: 2, maxQueued: 1 })
    const release: (() => void)[] = []
    upstream.answer((request, response) => void release.push(() => json(good())(request, response)))
    const asked = [ask(caller), ask(caller), ask(caller)]
    await until(() => upstream.requests() === 2)
    await expect(ask(caller)).rejects.toMatchObject({ code: 'TB_SOURCE_BUSY', retryAfterMs: 1_000 })
    expect(upstream.requests()).toBe(2)
    upstream.answer(json(good()))
    for (const answer of release) answer()
    await expect(Promise.all(asked)).resolves.toHaveLength(3)
  })

  it('lets a queued call go when its caller does', async () => {
    connect({ maxConcurrent: 1 })
    upstream.answer(silence)
    const stopFirst = new AbortController()
    const first = ask(caller, {}, { signal: stopFirst.signal })
    await until(() => upstream.requests() === 1)
    const stop = new AbortController()
    const queued = ask(caller, {}, { signal: stop.signal })
    stop.abort()
    await expect(queued).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    stopFirst.abort()
    await expect(first).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    expect(upstream.requests()).toBe(1)
  })
})

describe('the size limit', () => {
  it('ends an answer that never ends', async () => {
    connect({ maxResponseBytes: 10_000 })
    upstream.answer((_request, response) => {
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(1_000)));
        if (!response.destroyed) response.once('drain', write)
      }
      write()
    })
    await expect(ask(caller)).rejects.toMatchObject({ code: 'TB_SOURCE_TOO_LARGE', params: { limit: 10_000 } })
    await until(() => upstream.sockets() === 0)
  })

  it('believes an announced length without reading', async () => {
    connect({ maxResponseBytes: 10 })
    upstream.answer((_request, response) => void response.writeHead(200, { 'content-length': '11' }).flushHeaders())
    await expect(ask(caller)).rejects.toMatchObject({ code: 'TB_SOURCE_TOO_LARGE' })
  })
})

describe('ending', () => {
  it.each([
    ['before the answer began', silence],
    [
      'while the body came in',
      ((_request, response) => void response.writeHead(200).write('{')) satisfies typeof silence,
    ],
  ])('by the caller %s closes the socket', async (_name, answer) => {
    upstream.answer(answer)
    const stop = new AbortController()
    const asked = ask(caller, {}, { signal: stop.signal })
    await until(() => upstream.requests() === 1 && upstream.sockets() === 1)
    stop.abort()
    await expect(asked).rejects.toMatchObject({ code: 'TB_CANCELLED', source: 'tests' })
    await until(() => upstream.sockets() === 0)
  })

  it('by the caller before it began sends nothing', async () => {
    await expect(ask(caller, {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    expect(upstream.requests()).toBe(0)
  })

  it('by the request deadline is not the source to blame', async () => {
    upstream.answer(silence)
    const asked = ask(caller, {}, { deadline: Date.now() + 40 })
    await expect(asked).rejects.toMatchObject({ code: 'TB_DEADLINE_EXCEEDED' })
    expect(caller.figures().state).toBe('UNKNOWN')
    await until(() => upstream.sockets() === 0)
  })

  it('by a deadline that has passed sends nothing', async () => {
    const asked = ask(caller, {}, { deadline: Date.now() - 1 })
    await expect(asked).rejects.toMatchObject({ code: 'TB_DEADLINE_EXCEEDED' })
    expect(upstream.requests()).toBe(0)
  })

  it('by the total time-out covers all attempts', async () => {
    connect({ attemptTimeoutMs: 30, totalTimeoutMs: 80, maxRetries: 1_000 })
    upstream.answer(silence)
    await expect(ask(caller)).rejects.toMatchObject({ code: 'TB_SOURCE_TIMEOUT' })
    expect(upstream.requests()).toBeLessThan(6)
  })

  it('by the attempt time-out also ends a body that drips', async () => {
    connect({ attemptTimeoutMs: 60, maxRetries: 0 })
    upstream.answer((_request, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write(' '), 5)
      response.on('close', () => clearInterval(drip))
    })
    await expect(ask(caller)).rejects.toMatchObject({ code: 'TB_SOURCE_TIMEOUT' })
    await until(() => upstream.sockets() === 0)
  })
})
