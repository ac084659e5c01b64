import { TongbanError } from '@tongban/schema'
import { type FastifyInstance, fastify } from 'fastify'
import type { Route } from '../domains/domain.ts'
import type { Graph } from '../graph/graph.ts'
import { requestIdOf } from '../telemetry/request-id.ts'
import type { Log, Metrics } from '../telemetry/types.ts'
import { answerBrokenHttp } from './broken-http.ts'
import { serveDomainRoutes } from './domain-routes.ts'
import { serveExplorer } from './explorer/explorer.ts'
import { serveGraphql } from './graphql/route.ts'
import { type HealthCheck, serveHealth } from './health.ts'
import type { ContextDeps } from './http/context.ts'
import { handleErrors, sendError } from './http/errors.ts'
import type { Lifetime } from './http/lifetime.ts'
import { keepTrail } from './http/trail.ts'
import { listenOn } from './listen.ts'
import { metricsApp, serveMetrics } from './metrics.ts'
import { mountOauth, type OauthHandler } from './oauth.ts'
import { prepareShutdown } from './shutdown.ts'

/** Where and how to serve. */
export interface ServerSettings {
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  /** A port of its own for `/metrics`; absent: `/metrics` is served with the API. */
  readonly metricsPort?: number | undefined
  readonly metricsHost?: string | undefined
  readonly bodyLimitBytes: number
  readonly requestTimeoutMs: number
  /** Whether GraphiQL is served at `/`. */
  readonly explorer: boolean
  /** Title of the explorer. */
  readonly title: string
}

/** What the server puts on the network. */
export interface ServerOptions extends Pick<ContextDeps, 'authenticate' | 'now'> {
  readonly settings: ServerSettings
  readonly graph: Graph
  readonly oauth: OauthHandler
  readonly routes: readonly Route[]
  readonly checks: Readonly<Record<string, HealthCheck>>
  readonly log: Log
  readonly metrics: Pick<Metrics, 'request' | 'expose'>
}

/** Where a server listens. */
export interface Listening {
  readonly url: string
  /** Where the figures are, when they have a port of their own. */
  readonly metricsUrl?: string
}

/** The HTTP server of a gateway. */
export interface Server {
  /** @throws TongbanError `TB_PORT_IN_USE`, or `TB_CONFIG_INVALID` when host or port cannot be listened on */
  listen(): Promise<Listening>
  /** Stops listening, finishes requests under way, and ends those that outlast the grace time. */
  stop(graceMs: number): Promise<void>
}

/** Builds the server; nothing listens yet. */
export function createServer(options: ServerOptions): Server {
  const { settings, graph, log, metrics, authenticate, now } = options
  const app = newApp(options)
  app.removeContentTypeParser('text/plain')
  const running = new Set<Lifetime>()
  const deps = { authenticate, now, requestTimeoutMs: settings.requestTimeoutMs, running }
  keepTrail(app, log, metrics)
  handleErrors(app, log)
  const shutdown = prepareShutdown(app, running)
  serveGraphql(app, graph, deps)
  mountOauth(app, options.oauth, log)
  serveDomainRoutes(app, options.routes, deps)
  serveHealth(app, { checks: options.checks, isStopping: shutdown.isStopping })
  const figures = settings.metricsPort === undefined ? undefined : metricsApp(metrics, log)
  if (!figures) serveMetrics(app, metrics)
  if (settings.explorer) serveExplorer(app, settings.title)
  const stop = async (graceMs: number) => {
    await shutdown.stop(graceMs)
    await figures?.close()
  }
  return { stop, listen: () => listen(app, figures, settings) }
}

const newApp = ({ settings, log }: ServerOptions): FastifyInstance =>
  fastify({
    bodyLimit: settings.bodyLimitBytes,
    requestIdHeader: false,
    genReqId: (request) => requestIdOf(request.headers['x-request-id']),
    // A client that sends its request byte by byte must not hold a connection for ever.
    requestTimeout: settings.requestTimeoutMs + 5_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: answerBrokenHttp,
    frameworkErrors: (_error, request, reply) => {
      request.trail = { codes: [] }
      reply.header('x-request-id', request.id)
      sendError(new TongbanError('TB_ROUTE_NOT_FOUND'), request, reply, log)
    },
  })

/** The figures first: a gateway whose port answers is watched. */
async function listen(
  app: FastifyInstance,
  figures: FastifyInstance | undefined,
  { host, port, metricsHost = host, metricsPort = 0 }: ServerSettings,
): Promise<Listening> {
  const metricsAt = { host: 'server.metricsHost', port: 'server.metricsPort' }
  const metricsUrl = figures && (await listenOn(figures, { host: metricsHost, port: metricsPort, at: metricsAt }))
  const url = await listenOn(app, { host, port, at: { host: 'server.host', port: 'server.port' } })
  return { url, ...(metricsUrl === undefined ? {} : { metricsUrl }) }
}
