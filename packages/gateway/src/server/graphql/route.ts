import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Graph, GraphReply, GraphRequest } from '../../graph/graph.ts'
import { type ContextDeps, withContext } from '../http/context.ts'
import { refuseOtherMethods } from '../http/methods.ts'
import { guardSimpleGet } from './csrf.ts'
import { mediaTypeOf } from './media-type.ts'
import { readBody, readSearch } from './read-request.ts'

/** Serves GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/) at `/graphql`. */
export function serveGraphql(app: FastifyInstance, graph: Graph, deps: ContextDeps): void {
  const answer = (request: FastifyRequest, reply: FastifyReply, asked: GraphRequest) =>
    withContext(request, reply, deps, async (context) => send(await graph.run(asked, context), request, reply))
  app.post('/graphql', (request, reply) => answer(request, reply, readBody(request.body)))
  app.get('/graphql', (request, reply) => {
    guardSimpleGet(request.headers)
    return answer(request, reply, readSearch(request.query))
  })
  refuseOtherMethods(app, '/graphql', ['GET', 'POST'])
}

function send({ status, body, operation }: GraphReply, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.trail.operation = operation
  request.trail.codes = (body.errors ?? []).map(({ extensions }) => extensions.code)
  if (status === 405) reply.header('allow', 'POST')
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type(mediaTypeOf(request.headers.accept))
    .send(JSON.stringify(body))
}
