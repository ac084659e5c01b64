import { errorRow, TongbanError } from '@tongban/schema'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { InvalidQueryError } from '../../graph/errors/invalid-query.ts'
import { presentError } from '../../graph/errors/present.ts'
import type { Log } from '../../telemetry/types.ts'
import { mediaTypeOf } from '../graphql/media-type.ts'
import { localeOf } from './locale.ts'

const notJson = new InvalidQueryError({
  zh: '请求体不是有效的 JSON',
  en: 'the body is not valid JSON',
})

/** Errors of Fastify, by its code, as errors of ours. */
function translated(error: FastifyError, request: FastifyRequest): Error {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new TongbanError('TB_BODY_TOO_LARGE', { limit: request.routeOptions.bodyLimit ?? 0 })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new TongbanError('TB_UNSUPPORTED_MEDIA_TYPE')
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_ASYNC_CONSTRAINT':
      return new TongbanError('TB_ROUTE_NOT_FOUND')
    default:
      return error.statusCode === 400 ? notJson : error
  }
}

/** Whatever goes wrong outside of an operation leaves as one typed error in the shape of a GraphQL answer. */
export function handleErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler<FastifyError>((error, request, reply) =>
    sendError(translated(error, request), request, reply, log),
  )
  app.setNotFoundHandler((request, reply) => sendError(new TongbanError('TB_ROUTE_NOT_FOUND'), request, reply, log))
}

/** Sends an error with the status of its row. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  const locale = localeOf(request.headers['accept-language'])
  const presented = presentError(error, { requestId: request.id, locale, log })
  const { code, retryAfterMs } = presented.extensions
  const { status } = errorRow(code)
  request.trail.codes = [code]
  if (status === 401) reply.header('www-authenticate', challengeOf(code))
  if (retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(retryAfterMs / 1_000))
  return reply
    .code(status)
    .type(mediaTypeOf(request.headers.accept))
    .send(JSON.stringify({ errors: [presented] }))
}

/** RFC 6750 §3: a request without a token gets no error code. Departments sign as their source file says, so they get no scheme. */
const challengeOf = (code: string): string => {
  if (code.startsWith('TB_INBOUND_')) return 'Signature realm="tongban"'
  return code === 'TB_UNAUTHENTICATED' ? 'Bearer realm="tongban"' : 'Bearer realm="tongban", error="invalid_token"'
}
