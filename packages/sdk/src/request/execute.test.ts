import { describe, expect, it } from 'vitest'
import { caught } from '../../test/caught.ts'
import { type Script, startGateway } from '../../test/http-gateway.ts'
import { createTongban, type TongbanEvent, type TongbanOptions } from '../index.ts'

const sources = { json: { data: { sources: [] } } }
const gatewayError = (code: string, extensions: object = {}) => ({
  data: null,
  errors: [{ message: '请稍后再试。', extensions: { code, ...extensions } }],
})
const unavailable = (extensions: object = {}) => ({
  status: 503,
  json: gatewayError('TB_SHUTTING_DOWN', { retryable: true, ...extensions }),
})
const receipt = { json: { data: { submitCase: { submission: { id: 's' }, userErrors: [] } } } }
const consent = { json: { data: { decideConsent: { consent: { id: 'c' }, userErrors: [] } } } }
const errand = { item: 'c', applicant: { person: 'h' }, answers: {}, materials: [] }

const start = async (script: Script, options: Partial<TongbanOptions> = {}) => {
  const gateway = await startGateway(script)
  const platform = { random: () => 0, ...options.platform }
  return { gateway, tongban: createTongban({ endpoint: gateway.endpoint, ...options, platform }) }
}

const failingFirst =
  (failure: Awaited<ReturnType<Script>>, then: Awaited<ReturnType<Script>>): Script =>
  (_request, turn) =>
    turn === 1 ? failure : then

describe('a read', () => {
  it.each([
    ['a broken connection', 'break' as const],
    ['a gateway that restarts', unavailable()],
    ['an error page of a proxy', { status: 502, text: '<html>Bad Gateway</html>' }],
    ['an error page with status 200', { text: '<html>登录</html>' }],
    ['a cut body', { text: '{"data":{"sources":[' }],
    [
      'a source that is busy',
      { json: { ...gatewayError('TB_SOURCE_BUSY', { retryable: true }), data: { sources: null } } },
    ],
  ])('is repeated after %s', async (_name, failure) => {
    const { gateway, tongban } = await start(failingFirst(failure, sources))
    const { data, response } = await tongban.sources.list().withResponse()
    expect(data).toEqual([])
    expect(response.attempts).toBe(2)
    expect(gateway.requests.length).toBe(2)
  })

  it('is repeated after an attempt that took too long, and the slow request is given up', async () => {
    const { gateway, tongban } = await start(failingFirst('hang', sources), { attemptTimeoutMs: 50 })
    expect(await tongban.sources.list()).toEqual([])
    await expect.poll(() => gateway.abandoned()).toBe(1)
  })

  it.each([
    ['an error that stays', { status: 403, json: gatewayError('TB_FORBIDDEN', { retryable: false }) }, 'TB_FORBIDDEN'],
    ['an address that is no gateway', { status: 404, text: 'Not Found' }, 'TB_BAD_RESPONSE'],
    ['a body that is too large for a proxy', { status: 413, text: '' }, 'TB_BAD_RESPONSE'],
    ['no access at all', { status: 401, text: '' }, 'TB_UNAUTHENTICATED'],
  ])('is not repeated after %s', async (_name, answer, code) => {
    const { gateway, tongban } = await start(() => answer)
    expect(await caught(tongban.sources.list())).toMatchObject({ code, retryable: false, status: answer.status })
    expect(gateway.requests.length).toBe(1)
  })

  it('gives up after its retries with the last error', async () => {
    const { gateway, tongban } = await start(() => unavailable(), { retries: 1 })
    expect(await caught(tongban.sources.list())).toMatchObject({ code: 'TB_SHUTTING_DOWN', retryable: true })
    expect(gateway.requests.length).toBe(2)
  })

  it('gives up at once when the gateway asks for more time than the call has', async () => {
    const { gateway, tongban } = await start(() => unavailable({ retryAfterMs: 60_000 }))
    expect(await caught(tongban.sources.list())).toMatchObject({ retryAfterMs: 60_000 })
    expect(gateway.requests.length).toBe(1)
  })

  it('waits as long as the gateway asks, in a header or in the error', async () => {
    const waits: number[] = []
    const setTimeout = (callback: () => void, ms: number) => {
      if (ms < 10_000) waits.push(ms)
      return globalThis.setTimeout(callback, ms < 10_000 ? 0 : ms)
    }
    const script: Script = (_request, turn) => {
      if (turn === 1) return { status: 429, text: '', headers: { 'retry-after': '2' } }
      return turn === 2 ? unavailable({ retryAfterMs: 700 }) : sources
    }
    const { tongban } = await start(script, { platform: { setTimeout } })
    await tongban.sources.list()
    expect(waits).toEqual([2_000, 700])
  })
})

describe('a mutation', () => {
  it('with an idempotency key is repeated under the same key', async () => {
    const { gateway, tongban } = await start(failingFirst('break', receipt))
    expect(await tongban.submissions.submit(errand)).toEqual({ id: 's' })
    const keys = gateway.requests.map(({ variables }) => variables.idempotencyKey)
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), keys[0]])
  })

  it('uses the key of the caller, and a new one for every call without', async () => {
    const { gateway, tongban } = await start(() => receipt)
    await tongban.submissions.submit(errand, { idempotencyKey: 'loan-1' })
    await tongban.submissions.submit(errand)
    await tongban.submissions.submit(errand)
    const keys = gateway.requests.map(({ variables }) => variables.idempotencyKey)
    expect(keys[0]).toBe('loan-1')
    expect(new Set(keys).size).toBe(3)
  })

  it('without an idempotency key is never repeated', async () => {
    const { gateway, tongban } = await start(failingFirst('break', consent))
    const decide = tongban.consents.decide({ id: 'c', matchCode: '1', granted: true })
    expect(await caught(decide)).toMatchObject({ code: 'TB_NETWORK' })
    expect(gateway.requests.length).toBe(1)
  })

  it('of one’s own is never repeated, nor is a document that may hold one', async () => {
    const { gateway, tongban } = await start(() => 'break')
    await caught(tongban.request('mutation { a }', {}))
    await caught(tongban.request('fragment F on Query { a } mutation { a }', {}))
    expect(gateway.requests.length).toBe(2)
  })
})

describe('time and cancelling', () => {
  it('ends a call at its total time, over all attempts', async () => {
    const { tongban } = await start(() => 'hang', { attemptTimeoutMs: 60, timeoutMs: 150, retries: 50 })
    expect(await caught(tongban.sources.list())).toMatchObject({ code: 'TB_TIMEOUT', operation: 'sourcesList' })
  })

  it('cancels the request that is under way', async () => {
    const controller = new AbortController()
    const { gateway, tongban } = await start(() => {
      setTimeout(() => controller.abort())
      return 'hang'
    })
    const error = await caught(tongban.sources.list({ signal: controller.signal }))
    expect(error).toMatchObject({ code: 'TB_CANCELLED', retryable: false })
    await expect.poll(() => gateway.abandoned()).toBe(1)
  })

  it('sends nothing for a signal that was cancelled before', async () => {
    const { gateway, tongban } = await start(() => sources)
    expect(await caught(tongban.sources.list({ signal: AbortSignal.abort() }))).toMatchObject({ code: 'TB_CANCELLED' })
    expect(gateway.requests.length).toBe(0)
  })

  it('cancels the wait between attempts', async () => {
    const controller = new AbortController()
    const onEvent = (event: TongbanEvent) => event.type === 'retry' && controller.abort()
    const { gateway, tongban } = await start(() => unavailable({ retryAfterMs: 20_000 }), { onEvent })
    expect(await caught(tongban.sources.list({ signal: controller.signal }))).toMatchObject({ code: 'TB_CANCELLED' })
    expect(gateway.requests.length).toBe(1)
  })
})

describe('events', () => {
  it('tell what happened and nothing personal', async () => {
    const events: TongbanEvent[] = []
    const failure = { ...unavailable(), headers: { 'x-request-id': 'r-1' } }
    const script = failingFirst(failure, { ...receipt, headers: { 'x-request-id': 'r-2' } })
    const { tongban } = await start(script, { onEvent: (event) => events.push(event) })
    await tongban.submissions.submit({ ...errand, form: { owner: '张三' } })
    expect(events).toMatchObject([
      { type: 'attempt', operation: 'submissionsSubmit', attempt: 1 },
      { type: 'answer', attempt: 1, status: 503, requestId: 'r-1', codes: ['TB_SHUTTING_DOWN'] },
      { type: 'retry', attempt: 1, code: 'TB_SHUTTING_DOWN', delayMs: 100 },
      { type: 'attempt', attempt: 2 },
      { type: 'answer', attempt: 2, status: 200, requestId: 'r-2', codes: [] },
    ])
    expect(JSON.stringify(events)).not.toContain('张三')
  })

  it('that break the log do not break the call', async () => {
    const onEvent = () => {
      throw new Error('disk full')
    }
    const { tongban } = await start(() => sources, { onEvent })
    expect(await tongban.sources.list()).toEqual([])
  })
})
