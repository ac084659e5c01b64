import { TongbanError } from '@tongban/schema'
import type { FastifyInstance, HTTPMethods } from 'fastify'

const all: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Answers 405 with `Allow` on a path for every method it does not serve, before a body is read. */
export function refuseOtherMethods(app: FastifyInstance, url: string, served: readonly HTTPMethods[]): void {
  const allow = served.includes('GET') ? [...served, 'HEAD'] : served
  const others = all.filter((method) => !allow.includes(method))
  app.route({
    method: others,
    url,
    onRequest: async (request, reply) => {
      reply.header('allow', allow.join(', '))
      throw new TongbanError('TB_METHOD_NOT_ALLOWED', { method: request.method })
    },
    handler: async () => undefined,
  })
}
