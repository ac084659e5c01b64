import { connect } from 'node:net'
import { errorTable } from '@tongban/schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './testing.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop(0))

const json = { 'content-type': 'application/json' }
const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...json, ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const ask = (query: string, headers: Record<string, string> = {}, variables = {}) => post({ query, variables }, headers)
const get = (search: string, headers: Record<string, string> = {}) =>
  [`/graphql?${search}`, { headers: { 'x-tongban-client': 'test', ...headers } }] as const

const deep = (levels: number): string => (levels === 0 ? 'id' : `below { ${deep(levels - 1)} }`)
const repeated = (text: (n: number) => string, times: number) =>
  Array.from({ length: times }, (_, n) => text(n)).join(' ')

const bad: [what: string, path: string, init: RequestInit, status: number, code: string][] = [
  ['malformed JSON', '/graphql', post('{"query": '), 400, 'TB_INVALID_QUERY'],
  ['an empty body', '/graphql', post(''), 400, 'TB_INVALID_QUERY'],
  [
    'a body that pollutes prototypes',
    '/graphql',
    post('{"__proto__": {"x": 1}, "query": "{ hello }"}'),
    400,
    'TB_INVALID_QUERY',
  ],
  ['a JSON body that is no object', '/graphql', post('"hello"'), 400, 'TB_INVALID_QUERY'],
  ['a batch', '/graphql', post([{ query: '{ hello }' }, { query: '{ hello }' }]), 400, 'TB_INVALID_QUERY'],
  ['a body without a query', '/graphql', post({ variables: {} }), 400, 'TB_INVALID_QUERY'],
  ['variables that are no object', '/graphql', post({ query: '{ hello }', variables: [] }), 400, 'TB_INVALID_QUERY'],
  [
    'an operation name that is no text',
    '/graphql',
    post({ query: '{ hello }', operationName: 1 }),
    400,
    'TB_INVALID_QUERY',
  ],
  ['a malformed query', '/graphql', ask('{ hello('), 400, 'TB_INVALID_QUERY'],
  ['an unknown field', '/graphql', ask('{ helo }'), 400, 'TB_INVALID_QUERY'],
  [
    'a wrong variable',
    '/graphql',
    ask('query ($n: Int) { list(first: $n) { id } }', {}, { n: 'x' }),
    400,
    'TB_INVALID_INPUT',
  ],
  [
    'a query that costs too much',
    '/graphql',
    ask('{ list(first: 50) { below { below { below { id } } } } }'),
    400,
    'TB_QUERY_TOO_COSTLY',
  ],
  ['a query that is too deep', '/graphql', ask(`{ list { ${deep(16)} } }`), 400, 'TB_INVALID_QUERY'],
  ['too many aliases', '/graphql', ask(`{ ${repeated((n) => `a${n}: hello`, 31)} }`), 400, 'TB_INVALID_QUERY'],
  [
    'too many directives',
    '/graphql',
    ask(`{ ${repeated(() => 'hello @skip(if: false)', 51)} }`),
    400,
    'TB_INVALID_QUERY',
  ],
  ['too many tokens', '/graphql', ask(`{ ${'a '.repeat(1_001)} }`), 400, 'TB_INVALID_QUERY'],
  ['an oversize body', '/graphql', ask('{ hello }', {}, { x: 'x'.repeat(10_001) }), 413, 'TB_BODY_TOO_LARGE'],
  [
    'a wrong media type',
    '/graphql',
    { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' },
    415,
    'TB_UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'a form',
    '/graphql',
    { method: 'POST', body: new URLSearchParams({ query: '{ hello }' }) },
    415,
    'TB_UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'JSON in another charset',
    '/graphql',
    post('{}', { 'content-type': 'application/json; charset=gb18030' }),
    415,
    'TB_UNSUPPORTED_MEDIA_TYPE',
  ],
  ['a wrong method', '/graphql', { method: 'PUT', headers: json, body: '{}' }, 405, 'TB_METHOD_NOT_ALLOWED'],
  ['a wrong path', '/graphq', ask('{ hello }'), 404, 'TB_ROUTE_NOT_FOUND'],
  ['a path that is no text', '/%E0%A4%A', {}, 404, 'TB_ROUTE_NOT_FOUND'],
  ['a GET another site could cause', '/graphql?query=%7Bhello%7D', {}, 400, 'TB_CSRF_BLOCKED'],
  ['a mutation by GET', ...get('query=mutation%7Bchange%7D'), 405, 'TB_METHOD_NOT_ALLOWED'],
  ['malformed variables by GET', ...get('query=%7Bhello%7D&variables=%7B'), 400, 'TB_INVALID_QUERY'],
  ['a parameter given twice by GET', ...get('query=%7Bhello%7D&query=%7Bhello%7D'), 400, 'TB_INVALID_QUERY'],
  ['an expired token', '/graphql', ask('{ hello }', { authorization: 'Bearer expired' }), 401, 'TB_TOKEN_EXPIRED'],
  ['a foreign token', '/graphql', ask('{ hello }', { authorization: 'Bearer foreign' }), 401, 'TB_TOKEN_INVALID'],
  ['no token where one is needed', '/graphql', ask('{ whoami }'), 200, 'TB_UNAUTHENTICATED'],
  ['a token without the scope', '/graphql', ask('{ secret }', { authorization: 'Bearer good' }), 200, 'TB_FORBIDDEN'],
  [
    'an operator that is not encoded',
    '/graphql',
    ask('{ hello }', { 'x-tongban-operator': '%zz' }),
    400,
    'TB_INVALID_INPUT',
  ],
  ['a resolver that throws', '/graphql', ask('{ throws }'), 200, 'TB_INTERNAL'],
  ['a file without a token', '/files/a', { method: 'POST', body: 'x' }, 401, 'TB_UNAUTHENTICATED'],
  [
    'a file without the scope',
    '/files/a',
    { method: 'POST', body: 'x', headers: { authorization: 'Bearer good' } },
    403,
    'TB_FORBIDDEN',
  ],
  [
    'a file that is too large',
    '/files/a',
    { method: 'POST', body: 'x'.repeat(101), headers: { authorization: 'Bearer scoped' } },
    413,
    'TB_BODY_TOO_LARGE',
  ],
  [
    'a file with a name no file has',
    '/files/a%00b',
    { method: 'POST', body: 'x', headers: { authorization: 'Bearer scoped' } },
    400,
    'TB_INVALID_INPUT',
  ],
  ['a wrong method for a file', '/files/a', { method: 'DELETE' }, 405, 'TB_METHOD_NOT_ALLOWED'],
  ['a login while the store is gone', '/oauth/broken', { method: 'POST' }, 500, 'TB_INTERNAL'],
  ['a login without a provider', '/oauth/broken-at-once', { method: 'POST' }, 500, 'TB_INTERNAL'],
  ['a wrong method for health', '/health/live', { method: 'POST' }, 405, 'TB_METHOD_NOT_ALLOWED'],
]

interface Answer {
  readonly data?: unknown
  readonly errors: { message: string; extensions: Record<string, unknown> }[]
}
const read = async (response: Response): Promise<Answer> => (await response.json()) as Answer

describe('bad input over HTTP', () => {
  it.each(bad)('%s gives exactly one typed error that says what to do', async (_what, path, init, status, code) => {
    const response = await fetch(`${server.url}${path}`, init)
    const { errors } = await read(response)
    expect([response.status, errors.map(({ extensions }) => extensions.code)]).toEqual([status, [code]])
    const [error] = errors
    const row = Object.entries(errorTable).find(([name]) => name === code)?.[1]
    expect(error?.extensions).toMatchObject({ act: row?.act, retryable: row?.retry === 'LATER' })
    expect(error?.extensions.requestId).toBe(response.headers.get('x-request-id'))
    expect(error?.message).toMatch(/\p{Script=Han}/u)
    expect(error?.message).not.toMatch(/[{}]/)
  })

  it('speaks English to those who ask for it', async () => {
    const response = await fetch(`${server.url}/nowhere`, { headers: { 'accept-language': 'en-GB, zh;q=0.5' } })
    expect((await read(response)).errors[0]?.message).toBe('There is nothing at this address; the API is at /graphql.')
  })

  it('says which methods are served', async () => {
    const response = await fetch(`${server.url}/graphql`, { method: 'DELETE' })
    expect(response.headers.get('allow')).toBe('GET, POST, HEAD')
  })

  it('challenges callers whose token is not accepted', async () => {
    const response = await fetch(`${server.url}/graphql`, ask('{ hello }', { authorization: 'Bearer expired' }))
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="tongban", error="invalid_token"')
  })

  it.each([
    ['bytes that are no HTTP', 'NONSENSE\r\n\r\n', 400],
    ['headers that never end', `GET / HTTP/1.1\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('answers %s', async (_what, bytes, status) => {
    const answer = await new Promise<string>((resolve, reject) => {
      let text = ''
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(bytes))
      socket.on('data', (chunk) => {
        text += chunk.toString('utf8')
      })
      socket.on('end', () => resolve(text)).on('error', reject)
    })
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toContain('"code":"TB_INVALID_QUERY"')
  })

  it('lives on, and neither answers nor logs what was thrown at it', async () => {
    const response = await fetch(`${server.url}/graphql`, ask('{ hello(name: "世界") }'))
    expect([response.status, await response.json()]).toEqual([200, { data: { hello: '你好 世界' } }])
    const requests = server.log.lines.filter(({ message }) => message === 'request')
    expect(requests.length).toBeGreaterThan(bad.length)
    expect(JSON.stringify(requests)).not.toMatch(/世界|hello\(|query=/)
  })
})
