import { TongbanError } from '@tongban/schema'
import { GraphQLError } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RequestContext } from '../domains/request.ts'
import { createGraph, type Graph } from './graph.ts'
import { anonymousContext, keptLog, testDirectives } from './testing.ts'

const typeDefs = /* GraphQL */ `
  ${testDirectives}
  scalar Date
  interface Node { id: ID! }
  input Period { from: Date!, kinds: [Kind!] }
  enum Kind { A B }
  type Query {
    node(id: ID!): Node @authenticated
    fine: String @public
    dead: String @public
    broken: String @public
    hangs: String @public
    wide(first: Int = 10): [String!] @public @listSize(slicingArguments: ["first"]) @cost(weight: "3")
    costly: [Row!] @public @listSize(assumedSize: 50) @cost(weight: "40")
    echo(period: Period, on: Date, n: Int): String @public
  }
  type Row implements Node { id: ID! below: [Row!] @cost(weight: "1") }
  type Mutation { change: String @public }
`

const resolvers = {
  Query: {
    fine: () => 'fine',
    dead: () => {
      throw new TongbanError(
        'TB_SOURCE_UNAVAILABLE',
        { source: '审批系统' },
        { source: 'sx-approvals', retryAfterMs: 30_000 },
      )
    },
    broken: async () => {
      throw new Error('password=hunter2')
    },
    hangs: () => new Promise(() => {}),
    wide: () => [],
    costly: () => [],
    echo: (_: unknown, args: object) => JSON.stringify(args),
  },
  Mutation: { change: () => 'changed' },
}

describe('the graph', () => {
  const log = keptLog()
  let graph: Graph
  beforeAll(async () => {
    graph = await createGraph({ typeDefs, parts: [{ resolvers: resolvers as object }], maxCost: 1_000, log })
  })
  afterAll(() => graph.stop())

  const ask = (query: string, variables: Record<string, unknown> = {}, context: Partial<RequestContext> = {}) =>
    graph.run({ query, variables, readOnly: false }, anonymousContext(context))

  it('answers, and names the operation by the schema only', async () => {
    expect(await ask('query Zhang_San_330602 { fine }')).toEqual({
      status: 200,
      body: { data: { fine: 'fine' } },
      operation: 'query fine',
    })
  })

  it('nulls a failing field and nothing else, with the whole typed error', async () => {
    const { status, body } = await ask('{ fine dead }', {}, { locale: 'zh-CN' })
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        data: { fine: 'fine', dead: null },
        errors: [
          {
            message: '审批系统暂时没有回应,请稍后再试。',
            path: ['dead'],
            locations: [{ line: 1, column: 8 }],
            extensions: {
              code: 'TB_SOURCE_UNAVAILABLE',
              retryable: true,
              retryAfterMs: 30_000,
              act: 'WAIT',
              source: 'sx-approvals',
              requestId: 'test-request',
            },
          },
        ],
      },
    })
  })

  it('keeps what it does not know inside: logged with the cause, never sent', async () => {
    for (let lane = 0; lane < 4; lane += 1) {
      log.lines.length = 0
      const { body } = await ask('{ fine broken }')
      expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['TB_INTERNAL'])
      expect(JSON.stringify(body)).not.toContain('hunter2')
      expect(log.lines).toEqual([
        {
          level: 'error',
          message: 'unexpected error',
          fields: { requestId: 'test-request', error: new Error('password=hunter2') },
        },
      ])
    }
  })

  const person = '11010519491231002X'
  it.each([
    ['a syntax error', `{ fine(`, {}, 'TB_INVALID_QUERY', undefined],
    ['an unknown field', '{ fines }', {}, 'TB_INVALID_QUERY', undefined],
    ['an operation name that is missing', 'query A { fine } query B { fine }', {}, 'TB_INVALID_QUERY', undefined],
    ['an empty document', '', {}, 'TB_INVALID_QUERY', undefined],
    ['a literal of the wrong type', `{ echo(n: "${person}") }`, {}, 'TB_INVALID_INPUT', ['n']],
    [
      'a literal a scalar refuses',
      `{ echo(period: { from: "${person}" }) }`,
      {},
      'TB_INVALID_INPUT',
      ['period', 'from'],
    ],
    [
      'a default value a scalar refuses',
      `query ($p: Period = { from: "${person}" }) { echo(period: $p) }`,
      {},
      'TB_INVALID_INPUT',
      ['p', 'from'],
    ],
    ['a variable a scalar refuses', 'query ($d: Date) { echo(on: $d) }', { d: person }, 'TB_INVALID_INPUT', ['d']],
    [
      'a variable with a wrong enum deep inside',
      'query ($p: Period) { echo(period: $p) }',
      { p: { from: '2026-01-01', kinds: ['A', person] } },
      'TB_INVALID_INPUT',
      ['p', 'kinds', '1'],
    ],
    [
      'a variable with an unknown field',
      'query ($p: Period) { echo(period: $p) }',
      { p: { from: '2026-01-01', til: person } },
      'TB_INVALID_INPUT',
      ['p'],
    ],
    ['a variable that is not given', 'query ($d: Date!) { echo(on: $d) }', {}, 'TB_INVALID_INPUT', ['d']],
    [
      'a query that costs too much',
      '{ costly { below { below { below { id } } } } }',
      {},
      'TB_QUERY_TOO_COSTLY',
      undefined,
    ],
  ])('refuses %s with one error that does not repeat values', async (_what, query, variables, code, argumentPath) => {
    const { status, body } = await ask(query, variables)
    expect(status).toBe(400)
    expect('data' in body).toBe(false)
    expect(body.errors?.map(({ extensions }) => [extensions.code, extensions.argumentPath])).toEqual([
      [code, argumentPath],
    ])
    expect(JSON.stringify(body)).not.toContain(person)
    expect(JSON.stringify(body)).not.toContain('Did you mean')
  })

  it('gives the reason of a refused value in the language of the request', async () => {
    const wrong = { d: '2026-02-30' }
    const query = 'query ($d: Date) { echo(on: $d) }'
    const zh = await ask(query, wrong, { locale: 'zh-CN' })
    const en = await ask(query, wrong, { locale: 'en' })
    expect(zh.body.errors?.[0]?.message).toBe('d 的值不合法:应为存在的日期,格式 YYYY-MM-DD')
    expect(en.body.errors?.[0]?.message).toBe('d is not valid: expected an existing day, YYYY-MM-DD')
  })

  it.each([
    ['deadline', 'TB_DEADLINE_EXCEEDED', 504],
    ['caller', 'TB_CANCELLED', 499],
  ] as const)('gives up at once when the %s says so', async (_who, code, expected) => {
    const controller = new AbortController()
    const answer = ask('{ fine hangs }', {}, { signal: controller.signal })
    setImmediate(() => controller.abort(new TongbanError(code)))
    const { status, body } = await answer
    expect([status, body.errors?.map(({ extensions }) => extensions.code)]).toEqual([expected, [code]])
  })

  it('runs no mutation where only queries may run', async () => {
    const { status, body } = await graph.run({ query: 'mutation { change }', readOnly: true }, anonymousContext())
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([405, 'TB_METHOD_NOT_ALLOWED'])
  })

  it('does not trust errors that resolvers dress up as GraphQL errors', async () => {
    const dressed = await createGraph({
      typeDefs: `${testDirectives} interface Node { id: ID! } type Query { node(id: ID!): Node @public x: Int @public }`,
      parts: [{ resolvers: { Query: { x: () => Promise.reject(new GraphQLError('SQL: select')) } } as object }],
      maxCost: 10,
      log,
    })
    const { body } = await dressed.run({ query: '{ x }', readOnly: false }, anonymousContext())
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['TB_INTERNAL'])
    await dressed.stop()
  })
})
