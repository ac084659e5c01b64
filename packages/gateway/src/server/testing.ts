import { TongbanError } from '@tongban/schema'
import { anonymous } from '../access/caller.ts'
import type { Route } from '../domains/domain.ts'
import { testCaller } from '../domains/testing.ts'
import { createGraph } from '../graph/graph.ts'
import { keptLog, testDirectives } from '../graph/testing.ts'
import { createMetrics } from '../telemetry/index.ts'
import { createServer, type ServerOptions, type ServerSettings } from './server.ts'

const typeDefs = /* GraphQL */ `
  ${testDirectives}
  interface Node { id: ID! }
  type Query {
    node(id: ID!): Node @authenticated
    hello(name: String): String @public
    whoami: String @authenticated
    secret: String @requiresScopes(scopes: [["secret:read"]])
    throws: String @public
    slow: String @public
    hangs: String @public
    list(first: Int = 10): [Row!] @public @listSize(slicingArguments: ["first"], assumedSize: 10)
  }
  type Row implements Node { id: ID! below: [Row!] @cost(weight: "1") }
  type Mutation { change: String @public }
`

/** A server over a tiny graph, with what happened inside it. */
export interface TestServer extends AsyncDisposable {
  readonly url: string
  readonly metricsUrl: string | undefined
  readonly log: ReturnType<typeof keptLog>
  /** Field names whose resolvers were told to end by the request's signal, with the code of its reason. */
  readonly ended: string[]
  /** Resolves when the resolver of `slow` has begun. */
  readonly slowBegan: Promise<void>
  finishSlow(): void
  stop(graceMs?: number): Promise<void>
}

/** Tokens of the tests, by what is the matter with them. */
const authenticate: ServerOptions['authenticate'] = async (header) => {
  if (header === undefined) return anonymous
  if (header === 'Bearer good') return testCaller('bank')
  if (header === 'Bearer scoped') return testCaller('bank', 'secret:read')
  throw new TongbanError(header === 'Bearer expired' ? 'TB_TOKEN_EXPIRED' : 'TB_TOKEN_INVALID')
}

const upload: Route = {
  method: 'POST',
  path: '/files/:name',
  scope: 'secret:read',
  bodyLimitBytes: 100,
  handle: async ({ params, body }, { caller }) => {
    const who = caller.kind === 'client' ? caller.id : 'nobody'
    return { status: 201, headers: { 'content-type': 'text/plain' }, body: `${params.name} ${body.byteLength} ${who}` }
  },
}

const answerLogin: ServerOptions['oauth'] = async (request, response) => {
  if (request.url === '/oauth/broken') throw new Error('store is gone')
  let body = ''
  for await (const chunk of request) body += chunk
  response.end(`${request.method} ${request.url} ${body}`)
}

/** Starts the server on a free port, with more routes than its own where a test brings some. */
export async function startTestServer(
  settings: Partial<ServerSettings> = {},
  routes: readonly Route[] = [],
): Promise<TestServer> {
  const log = keptLog()
  const ended: string[] = []
  const began = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<string>()
  const untilAborted = (field: string, signal: AbortSignal) =>
    new Promise<never>((_resolve, reject) => {
      const end = () => {
        ended.push(`${field} ${signal.reason instanceof TongbanError ? signal.reason.code : 'unknown'}`)
        reject(new DOMException('aborted', 'AbortError'))
      }
      signal.addEventListener('abort', end, { once: true })
    })
  type Context = Parameters<Awaited<ReturnType<typeof createGraph>>['run']>[1]
  const resolvers = {
    Query: {
      hello: (_: unknown, { name }: { name?: string }) => `你好 ${name ?? ''}`.trim(),
      whoami: (_: unknown, _args: unknown, { caller, operator }: Context) =>
        JSON.stringify([caller.kind === 'client' && caller.id, operator]),
      secret: () => 'secret',
      throws: () => {
        throw new TypeError('cannot read 110105194912310021')
      },
      slow: (_: unknown, _args: unknown, { signal }: Context) => {
        began.resolve()
        return Promise.race([finish.promise, untilAborted('slow', signal)])
      },
      hangs: (_: unknown, _args: unknown, { signal }: Context) => untilAborted('hangs', signal),
      list: () => [],
    },
    Mutation: { change: () => 'changed' },
  }
  const graph = await createGraph({ typeDefs, parts: [{ resolvers: resolvers as object }], maxCost: 500, log })
  const server = createServer({
    settings: {
      host: '127.0.0.1',
      port: 0,
      bodyLimitBytes: 10_000,
      requestTimeoutMs: 10_000,
      explorer: true,
      title: '绍兴市 <测试>',
      ...settings,
    },
    graph,
    authenticate,
    now: () => new Date(),
    oauth: (request, response) => {
      if (request.url === '/oauth/broken-at-once') throw new Error('no provider')
      return answerLogin(request, response)
    },
    routes: [upload, ...routes],
    checks: { database: async () => {} },
    log,
    metrics: createMetrics(),
  })
  const { url, metricsUrl } = await server.listen()
  const stop = async (graceMs = 1_000) => {
    await server.stop(graceMs)
    await graph.stop()
  }
  return {
    url,
    metricsUrl,
    log,
    ended,
    stop,
    slowBegan: began.promise,
    finishSlow: () => finish.resolve('done'),
    [Symbol.asyncDispose]: () => stop(0),
  }
}
