import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../telemetry/types.ts'
import { refuseOtherMethods } from './http/methods.ts'

/** Figures for Prometheus at `/metrics`. They name operations and sources, no persons and no clients. */
export function serveMetrics(app: FastifyInstance, metrics: Pick<Metrics, 'expose'>): void {
  app.get('/metrics', async (_request, reply) => {
    const { contentType, body } = await metrics.expose()
    return reply.type(contentType).send(body)
  })
  refuseOtherMethods(app, '/metrics', ['GET'])
}
