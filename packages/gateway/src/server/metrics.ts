import { type FastifyInstance, fastify } from 'fastify'
import type { Log, Metrics } from '../telemetry/types.ts'
import { handleErrors } from './http/errors.ts'
import { refuseOtherMethods } from './http/methods.ts'

type Figures = Pick<Metrics, 'expose'>

/** Figures for Prometheus at `/metrics`. They name operations and sources, no persons and no clients. */
export function serveMetrics(app: FastifyInstance, metrics: Figures): void {
  app.get('/metrics', async (_request, reply) => {
    const { contentType, body } = await metrics.expose()
    return reply.type(contentType).send(body)
  })
  refuseOtherMethods(app, '/metrics', ['GET'])
}

/** A server with the figures only, for a port that is not public. */
export function metricsApp(metrics: Figures, log: Log): FastifyInstance {
  const app = fastify({ forceCloseConnections: true })
  app.decorateRequest('trail')
  app.addHook('onRequest', async (request) => {
    request.trail = { codes: [] }
  })
  handleErrors(app, log)
  serveMetrics(app, metrics)
  return app
}
