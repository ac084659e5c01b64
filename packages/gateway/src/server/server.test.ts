import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { startTestServer } from './testing.ts'

const ask = (query: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query }),
})
interface Answer {
  readonly data?: unknown
  readonly errors?: { extensions: { code: string } }[]
}
const codes = async (response: Response) =>
  ((await response.json()) as Answer).errors?.map(({ extensions }) => extensions.code)
const until = async (condition: () => boolean) => {
  while (!condition()) await wait(5)
}

describe('a request over HTTP', () => {
  it('knows who calls and for whom, and echoes a sane request id', async () => {
    await using server = await startTestServer()
    const headers = {
      authorization: 'Bearer good',
      'x-request-id': 'loan-2026-0001',
      'x-tongban-branch': encodeURIComponent('绍兴越城支行'),
      'x-tongban-operator': 'T0421',
    }
    const response = await fetch(`${server.url}/graphql`, ask('{ whoami }', headers))
    expect(response.headers.get('x-request-id')).toBe('loan-2026-0001')
    expect(await response.json()).toEqual({
      data: { whoami: JSON.stringify(['bank', { branch: '绍兴越城支行', id: 'T0421' }]) },
    })
    expect(server.log.lines.at(-1)).toMatchObject({
      message: 'request',
      fields: { requestId: 'loan-2026-0001', client: 'bank', operation: 'query whoami', status: 200, codes: [] },
    })
  })

  it('gives a request id of its own instead of one that could forge a line', async () => {
    await using server = await startTestServer()
    const response = await fetch(`${server.url}/graphql`, ask('{ hello }', { 'x-request-id': 'a b"c' }))
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('ends at its deadline with one typed error, and tells the resolver', async () => {
    await using server = await startTestServer({ requestTimeoutMs: 50 })
    const response = await fetch(`${server.url}/graphql`, ask('{ hello hangs }'))
    expect([response.status, await codes(response)]).toEqual([504, ['TB_DEADLINE_EXCEEDED']])
    expect(server.ended).toEqual(['hangs TB_DEADLINE_EXCEEDED'])
  })

  it('ends when the caller goes away', async () => {
    await using server = await startTestServer()
    const controller = new AbortController()
    const answer = fetch(`${server.url}/graphql`, { ...ask('{ slow }'), signal: controller.signal })
    await server.slowBegan
    controller.abort()
    await expect(answer).rejects.toThrow()
    await until(() => server.ended.length > 0)
    expect(server.ended).toEqual(['slow TB_CANCELLED'])
    await until(() => server.log.lines.some(({ message }) => message === 'request'))
    expect(server.log.lines.at(-1)?.fields).toMatchObject({ status: 499 })
  })

  it('hands files to domains with their bytes', async () => {
    await using server = await startTestServer()
    const response = await fetch(`${server.url}/files/a.pdf`, {
      method: 'POST',
      body: new Uint8Array([1, 2, 3]),
      headers: { authorization: 'Bearer scoped' },
    })
    expect([response.status, await response.text()]).toEqual([201, 'a.pdf 3 bank'])
  })

  it('hands everything under /oauth on with the body unread', async () => {
    await using server = await startTestServer()
    const body = new URLSearchParams({ grant_type: 'client_credentials' })
    const response = await fetch(`${server.url}/oauth/token`, { method: 'POST', body })
    expect(await response.text()).toBe('POST /oauth/token grant_type=client_credentials')
  })

  it('serves figures that name operations', async () => {
    await using server = await startTestServer()
    await fetch(`${server.url}/graphql`, ask('query ZhangSan { hello }'))
    await until(() => server.log.lines.some(({ message }) => message === 'request'))
    const text = await (await fetch(`${server.url}/metrics`)).text()
    expect(text).toContain('operation="query hello",outcome="ok"')
    expect(text).not.toContain('ZhangSan')
  })

  it('serves figures on a port of their own, and on no other, where one is given', async () => {
    await using server = await startTestServer({ metricsPort: 0 })
    const statusOf = async (address: string) => (await fetch(address)).status
    expect(await (await fetch(`${server.metricsUrl}/metrics`)).text()).toContain('tongban_request_seconds')
    expect(await statusOf(`${server.url}/metrics`)).toBe(404)
    expect(await statusOf(`${server.metricsUrl}/graphql`)).toBe(404)
    await server.stop(0)
    await expect(fetch(`${server.metricsUrl}/metrics`)).rejects.toThrow()
  })
})

describe('stopping', () => {
  it('finishes the request that runs and takes no other', async () => {
    const server = await startTestServer()
    const running = fetch(`${server.url}/graphql`, ask('{ slow }'))
    await server.slowBegan
    const stopped = server.stop()
    await expect(fetch(`${server.url}/graphql`, ask('{ hello }'))).rejects.toThrow()
    server.finishSlow()
    const response = await running
    expect([response.headers.get('connection'), await response.json()]).toEqual(['close', { data: { slow: 'done' } }])
    await stopped
  })

  it('ends a request that outlasts the grace time with one typed error', async () => {
    const server = await startTestServer()
    const running = fetch(`${server.url}/graphql`, ask('{ slow }'))
    await server.slowBegan
    await server.stop(20)
    const response = await running
    expect([response.status, await codes(response)]).toEqual([503, ['TB_SHUTTING_DOWN']])
  })

  it('says at once that its port is taken', async () => {
    await using server = await startTestServer()
    await expect(startTestServer({ port: Number(new URL(server.url).port) })).rejects.toMatchObject({
      code: 'TB_PORT_IN_USE',
    })
  })
})
