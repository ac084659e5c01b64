import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** The authorization server as a plain Node handler. */
export type OauthHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Hands everything under `/oauth` to the authorization server, with the body unread. */
export function mountOauth(app: FastifyInstance, handle: OauthHandler): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.all('/oauth/*', async (request, reply) => {
      reply.hijack()
      reply.raw.setHeader('x-request-id', request.id)
      await handle(request.raw, reply.raw)
    })
  })
}
