import { TongbanError } from '@tongban/schema'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { requireScopes } from '../access/scopes.ts'
import type { Route, RouteReply } from '../domains/domain.ts'
import { InvalidArgumentError } from '../graph/errors/invalid-argument.ts'
import { textFault } from '../graph/inputs/text.ts'
import { type ContextDeps, withContext } from './http/context.ts'
import { refuseOtherMethods } from './http/methods.ts'

const noBody = new Uint8Array()

/** Serves the plain routes of domains: bytes in, bytes out, behind the scope each one names. */
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

function serveRoute(app: FastifyInstance, route: Route, deps: ContextDeps): void {
  app.route({
    method: route.method,
    url: route.path,
    ...(route.bodyLimitBytes === undefined ? {} : { bodyLimit: route.bodyLimitBytes }),
    // Who may not call is told so before the body is read.
    onRequest: async (request) => {
      requireScopes(await deps.authenticate(request.headers.authorization), [[route.scope]])
    },
    handler: (request, reply) =>
      withContext(request, reply, deps, async (context) => {
        const untilAborted = Promise.withResolvers<never>()
        context.signal.addEventListener('abort', () => untilAborted.reject(context.signal.reason), { once: true })
        const answer = route.handle(plainRequest(request), context)
        return send(reply, await Promise.race([answer, untilAborted.promise]))
      }),
  })
}

const plainRequest = ({ params, query, body }: FastifyRequest) => ({
  params: texts(params),
  query: texts(query),
  body: body instanceof Uint8Array ? body : noBody,
})

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
