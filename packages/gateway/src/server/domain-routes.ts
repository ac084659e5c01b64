import type { IncomingHttpHeaders } from 'node:http'
import { TongbanError } from '@tongban/schema'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { anonymous } from '../access/caller.ts'
import { requireScopes } from '../access/scopes.ts'
import type { Route, RouteReply } from '../domains/domain.ts'
import { InvalidArgumentError } from '../graph/errors/invalid-argument.ts'
import { textFault } from '../graph/inputs/text.ts'
import { type ContextDeps, withContext } from './http/context.ts'
import { refuseOtherMethods } from './http/methods.ts'

const noBody = new Uint8Array()

/** Serves the plain routes of domains: bytes in, bytes out, behind the scope each one names, or behind its own check. */
export function serveDomainRoutes(app: FastifyInstance, routes: readonly Route[], deps: ContextDeps): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    for (const route of routes) serveRoute(scope, route, deps)
    for (const path of new Set(routes.map((route) => route.path)))
      refuseOtherMethods(
        scope,
        path,
        routes.filter((route) => route.path === path).map((route) => route.method),
      )
  })
}

/** Whoever authenticates itself at a route has no token of ours: what it sends in `Authorization` is for the route to read. */
const depsOf = (route: Route, deps: ContextDeps): ContextDeps =>
  'scope' in route ? deps : { ...deps, authenticate: async () => anonymous }

function serveRoute(app: FastifyInstance, route: Route, deps: ContextDeps): void {
  app.route({
    method: route.method,
    url: route.path,
    ...(route.bodyLimitBytes === undefined ? {} : { bodyLimit: route.bodyLimitBytes }),
    // Who may not call is told so before the body is read.
    onRequest: async (request) => {
      if ('scope' in route) requireScopes(await deps.authenticate(request.headers.authorization), [[route.scope]])
    },
    handler: (request, reply) =>
      withContext(request, reply, depsOf(route, deps), async (context) => {
        const untilAborted = Promise.withResolvers<never>()
        context.signal.addEventListener('abort', () => untilAborted.reject(context.signal.reason), { once: true })
        const answer = route.handle(plainRequest(request), context)
        return send(reply, await Promise.race([answer, untilAborted.promise]))
      }),
  })
}

const plainRequest = ({ method, raw, headers, params, query, body }: FastifyRequest) => ({
  method,
  url: raw.url ?? '/',
  headers: joined(headers),
  params: texts(params),
  query: texts(query),
  body: body instanceof Uint8Array ? body : noBody,
})

/** Node joins lines of one name except for a few it keeps as lists. */
const joined = (headers: IncomingHttpHeaders): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )

/** A parameter given twice has no single meaning, so it is refused rather than guessed. */
function texts(given: unknown): Record<string, string> {
  const entries = Object.entries(typeof given === 'object' && given !== null ? given : {})
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (typeof value !== 'string')
        throw new TongbanError('TB_INVALID_INPUT', { field: name, detail: '×2' }, { path: [name] })
      const fault = textFault(value, 'ID')
      if (fault) throw new InvalidArgumentError([name], fault)
      return [name, value]
    }),
  )
}

function send(reply: FastifyReply, { status, headers = {}, body }: RouteReply): FastifyReply {
  reply.code(status).headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers })
  return reply.send(typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength))
}
