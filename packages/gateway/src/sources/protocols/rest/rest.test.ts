import { describe, expect, it } from 'vitest'
import type { AttemptIo, HttpRequest, HttpResponse } from '../../source.ts'
import { type RestOptions, rest } from './rest.ts'

const options: RestOptions = {
  base: 'http://x.invalid/api',
  envelope: { success: { path: 'code', in: ['200'] }, payload: 'data' },
}

/** Sends one request and shows what went out. */
const exchange = async (
  request: Parameters<ReturnType<typeof rest>['send']>[0],
  more: Partial<RestOptions> = {},
  answer: Partial<HttpResponse> = {},
) => {
  const sent: HttpRequest[] = []
  const io: AttemptIo = {
    signal: new AbortController().signal,
    now: () => new Date(0),
    http: async (out) => {
      sent.push(out)
      return { status: 200, headers: {}, body: Buffer.from('{"code":"200","data":{"a":1}}'), ...answer }
    },
  }
  const payload = await rest({ ...options, ...more }).send(request, io)
  return { payload, sent: sent[0] }
}
const read = { operation: 'read', path: '/items' }

describe('a REST request', () => {
  it('without a body is a GET with the query that was given', async () => {
    const { sent } = await exchange({ ...read, query: { page: 1, text: '抵押 登记', area: undefined } })
    expect(sent).toMatchObject({
      method: 'GET',
      url: 'http://x.invalid/api/items?page=1&text=%E6%8A%B5%E6%8A%BC+%E7%99%BB%E8%AE%B0',
    })
    expect(sent).not.toHaveProperty('body')
  })

  it('with a body is a POST of JSON', async () => {
    const { sent } = await exchange({ ...read, body: { codes: ['1'] } })
    expect(sent).toMatchObject({
      method: 'POST',
      body: '{"codes":["1"]}',
      headers: { 'content-type': 'application/json; charset=utf-8' },
    })
  })

  it('is GB18030 when the source wants that, escaped before it is encoded', async () => {
    const { sent } = await exchange({ ...read, query: { q: '绍' }, body: { name: '乗"' } }, { sends: 'gb18030' })
    expect(sent).toMatchObject({
      url: 'http://x.invalid/api/items?q=%C9%DC',
      headers: { 'content-type': 'application/json; charset=gb18030' },
    })
    expect(Buffer.from(sent?.body ?? '').toString('latin1')).toBe('{"name":"\u0081\\\\""}')
  })

  it('is signed last, when everything else is known', async () => {
    const { sent } = await exchange(
      { ...read, headers: { 'x-b': '2' } },
      {
        headers: { 'x-a': '1' },
        sign: (request) => ({ ...request, headers: { signed: Object.keys(request.headers ?? {}).join() } }),
      },
    )
    expect(sent?.headers).toEqual({ signed: 'accept,x-a,x-b' })
  })
})

describe('a REST answer', () => {
  const answered = (body: string, more: Partial<HttpResponse> = {}) =>
    exchange(read, {}, { body: Buffer.from(body), ...more })

  it('gives its payload', async () => {
    expect((await answered('\uFEFF{"code":200,"data":[1,],}')).payload).toEqual([1])
  })

  it('may come in another envelope for one operation', async () => {
    const envelope = { success: { path: 'ok', in: ['true'] }, payload: 'result' }
    const { payload } = await exchange({ ...read, envelope }, {}, { body: Buffer.from('{"ok":true,"result":7}') })
    expect(payload).toBe(7)
  })

  it('is judged by its envelope even when the HTTP status says otherwise', async () => {
    expect((await answered('{"code":"200","data":1}', { status: 500 })).payload).toBe(1)
    await expect(answered('{"code":"7"}', { status: 200 })).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
  })

  it.each([
    [401, '', 'TB_SOURCE_AUTH'],
    [403, '{"error":"no"}', 'TB_SOURCE_AUTH'],
    [404, '<html>404</html>', 'TB_SOURCE_REFUSED'],
    [302, '', 'TB_SOURCE_REFUSED'],
    [503, '{"error":"no"}', 'TB_SOURCE_UNAVAILABLE'],
    [502, '<html>Bad Gateway</html>', 'TB_SOURCE_UNAVAILABLE'],
    [200, '<!DOCTYPE html><title>统一身份认证平台</title>', 'TB_SOURCE_AUTH'],
    [200, '<html><body>系统维护</body></html>', 'TB_SOURCE_SHAPE'],
    [200, '', 'TB_SOURCE_SHAPE'],
    [200, 'null', 'TB_SOURCE_SHAPE'],
  ])('%s %s is %s', async (status, body, code) => {
    await expect(answered(body, { status })).rejects.toMatchObject({ code })
  })

  it('that asks to come back later says when', async () => {
    const busy = answered('', { status: 429, headers: { 'retry-after': '7' } })
    await expect(busy).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE', retryAfterMs: 7_000 })
  })
})
