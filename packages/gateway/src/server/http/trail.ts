import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Log, Metrics } from '../../telemetry/types.ts'

/** What is noted about a request on its way, for the access log. */
interface Trail {
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
    // Fastify's own hook stays silent when the caller has gone; the socket tells in either case.
    const startedAt = performance.now()
    reply.raw.once('close', () => {
      const ms = performance.now() - startedAt
      noteRequest({ request, reply, ms, log, metrics })
    })
  })
}

function noteRequest({ request, reply, ms, log, metrics }: Finished): void {
  const { client, operation, codes } = request.trail
  const route = request.routeOptions.url ?? 'unknown'
  const status = reply.raw.writableFinished ? reply.raw.statusCode : 499
  const line = {
    requestId: request.id,
    method: request.method,
    route,
    status,
    ms: Math.round(ms),
    client,
    operation,
    codes,
  }
  log.info(line, 'request')
  metrics.request({ operation: operation ?? route, outcome: codes[0] ?? outcomeOf(status) }, ms / 1_000)
}

interface Finished {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly ms: number
  readonly log: Log
  readonly metrics: Pick<Metrics, 'request'>
}

const outcomeOf = (status: number): string => (status < 400 ? 'ok' : String(status))
