import type { IncomingMessage, ServerResponse } from 'node:http'
import { errorRow } from '@tongban/schema'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { presentError } from '../graph/errors/present.ts'
import type { Log } from '../telemetry/types.ts'
import { localeOf } from './http/locale.ts'

/** The authorization server as a plain Node handler. */
export type OauthHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Hands everything under `/oauth` to the authorization server, with the body unread. */
export function mountOauth(app: FastifyInstance, handle: OauthHandler, log: Log): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.all('/oauth/*', async (request, reply) => {
      reply.hijack()
      reply.raw.setHeader('x-request-id', request.id)
      try {
        await handle(request.raw, reply.raw)
      } catch (error) {
        fail(error, request, reply, log)
      }
    })
  })
}

/** The library answers its own errors; this is for what it throws. A hijacked reply would otherwise stay open for ever. */
function fail(error: unknown, request: FastifyRequest, { raw }: FastifyReply, log: Log): void {
  const audience = { requestId: request.id, locale: localeOf(request.headers['accept-language']), log }
  const presented = presentError(error, audience)
  request.trail.codes = [presented.extensions.code]
  if (!raw.headersSent) {
    raw.statusCode = errorRow(presented.extensions.code).status
    raw.setHeader('content-type', 'application/json; charset=utf-8')
  }
  raw.end(raw.headersSent ? undefined : JSON.stringify({ errors: [presented] }))
}
