import { TongbanError } from '@tongban/schema'
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
  app.post('/graphql', { onRequest: requireUtf8 }, (request, reply) => answer(request, reply, readBody(request.body)))
  app.get('/graphql', (request, reply) => {
    guardSimpleGet(request.headers)
    return answer(request, reply, readSearch(request.query))
  })
  refuseOtherMethods(app, '/graphql', ['GET', 'POST'])
}

/** RFC 8259 §8.1: JSON between systems is UTF-8. Read as such, GB18030 would turn names into other names. */
async function requireUtf8({ headers }: FastifyRequest): Promise<void> {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(headers['content-type'] ?? '')?.[1]
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new TongbanError('TB_UNSUPPORTED_MEDIA_TYPE')
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
