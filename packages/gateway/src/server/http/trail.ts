import type { FastifyInstance } from 'fastify'
import type { Log, Metrics } from '../../telemetry/types.ts'

/** What is noted about a request on its way, for the access log. */
export interface Trail {
  client?: string
  operation?: string
  codes: readonly string[]
}

declare module 'fastify' {
  interface FastifyRequest {
    trail: Trail
  }
}

/** One line and one figure per request. Neither text nor variables of a query: both may hold personal data. */
export function keepTrail(app: FastifyInstance, log: Log, metrics: Pick<Metrics, 'request'>): void {
  app.decorateRequest('trail')
  app.addHook('onRequest', async (request, reply) => {
    request.trail = { codes: [] }
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const { client, operation, codes } = request.trail
    const route = request.routeOptions.url ?? 'unknown'
    const status = reply.raw.writableFinished ? reply.statusCode : 499
    const ms = Math.round(reply.elapsedTime)
    log.info({ requestId: request.id, method: request.method, route, status, ms, client, operation, codes }, 'request')
    metrics.request(
      { operation: operation ?? route, outcome: codes[0] ?? outcomeOf(status) },
      reply.elapsedTime / 1_000,
    )
  })
}

const outcomeOf = (status: number): string => (status < 400 ? 'ok' : String(status))
