import { describe, expect, it } from 'vitest'
import { ask, recordedMetrics } from '../testing/source.ts'
import { body, json, reset, silence } from '../testing/upstream.ts'
import { callingWorld } from './testing.ts'

const world = callingWorld()

describe('a call that goes well', () => {
  it('gives the parsed payload', async () => {
    await expect(ask(world.caller)).resolves.toEqual({ value: 'yes' })
  })

  it('is counted in figures, metrics and the quality ledger', async () => {
    const { metrics, outcomes } = recordedMetrics()
    world.connect({}, {}, { metrics, now: () => new Date('2026-01-05T01:00:00Z') })
    await ask(world.caller)
    expect(outcomes).toEqual(['read ok'])
    expect(world.outcomes).toMatchObject([{ source: 'tests', operation: 'read', outcome: 'ok', attempts: 1 }])
    expect(world.caller.figures()).toMatchObject({
      state: 'UP',
      lastSuccessAt: '2026-01-05T01:00:00.000Z',
      lastFailureCode: null,
      operations: [{ operation: 'read', calls: 1, failures: 0 }],
    })
  })
})

describe('a failure', () => {
  it.each([
    ['a refused connection', () => void world.upstream.close(), 'TB_SOURCE_UNAVAILABLE'],
    ['a reset connection', () => world.upstream.answer(reset), 'TB_SOURCE_UNAVAILABLE'],
    ['an error page', () => world.upstream.answer(body('<html>502</html>', 'text/html', 502)), 'TB_SOURCE_UNAVAILABLE'],
    ['a source that never answers', () => world.upstream.answer(silence), 'TB_SOURCE_TIMEOUT'],
    ['an empty body', () => world.upstream.answer(body('')), 'TB_SOURCE_SHAPE'],
    ['a cut body', () => world.upstream.answer(body('{"code":0,"data":{"val')), 'TB_SOURCE_SHAPE'],
    [
      'an HTML page with status 200',
      () => world.upstream.answer(body('<html>通知</html>', 'text/html')),
      'TB_SOURCE_SHAPE',
    ],
    [
      'a login page',
      () => world.upstream.answer(body('<html><input type="password"></html>', 'text/html')),
      'TB_SOURCE_AUTH',
    ],
    ['a refusal', () => world.upstream.answer(json({ code: 7, msg: '参数错误' })), 'TB_SOURCE_REFUSED'],
    ['no status at all', () => world.upstream.answer(json({ data: { value: 'yes' } })), 'TB_SOURCE_SHAPE'],
    [
      'a payload of another shape',
      () => world.upstream.answer(json({ code: 0, data: { value: 7 } })),
      'TB_SOURCE_SHAPE',
    ],
    [
      'not HTTP at all',
      () => world.upstream.answer((request) => request.socket.end('HELLO\r\n\r\n')),
      'TB_SOURCE_SHAPE',
    ],
  ])('after %s is typed and names the source', async (_name, arrange, code) => {
    world.connect({ maxRetries: 0, ...(code === 'TB_SOURCE_TIMEOUT' ? { attemptTimeoutMs: 60 } : {}) })
    arrange()
    await expect(ask(world.caller)).rejects.toMatchObject({ code, source: 'tests', params: { source: '测试系统' } })
    expect(world.caller.figures()).toMatchObject({ lastFailureCode: code, operations: [{ calls: 1, failures: 1 }] })
  })

  it('of shape names the path and never the value', async () => {
    world.upstream.answer(json({ code: 0, data: { value: { secret: '330600198801010037' } } }))
    const failure = await ask(world.caller).catch((error: unknown) => error)
    expect(failure).toMatchObject({ params: { detail: expect.stringContaining('read.value') } })
    expect(JSON.stringify(failure) + String(failure)).not.toContain('330600198801010037')
  })
})
