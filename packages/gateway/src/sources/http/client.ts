import { Agent } from 'undici'
import type { HttpRequest, HttpResponse, SourceLimits } from '../source.ts'
import { exchange } from './exchange.ts'

/** The HTTP client of one source: as many connections to each of its origins as it may have calls in flight. */
export interface HttpClient {
  exchange(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>
  close(): Promise<void>
}

/** undici's own time-outs stand behind ours: they end sockets on which nothing moves even if nobody waits any more. */
export function createHttpClient(limits: SourceLimits): HttpClient {
  const agent = new Agent({
    connections: limits.maxConcurrent,
    pipelining: 1,
    connect: { timeout: limits.attemptTimeoutMs },
    headersTimeout: limits.attemptTimeoutMs,
    bodyTimeout: limits.attemptTimeoutMs,
  })
  return {
    exchange: (request, signal) => exchange(agent, request, signal, limits.maxResponseBytes),
    close: () => agent.destroy(),
  }
}
