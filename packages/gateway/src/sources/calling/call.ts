import { TongbanError } from '@tongban/schema'
import type { z } from 'zod'
import type { Log, Metrics } from '../../telemetry/types.ts'
import { attributed, sourceFailure } from '../failures.ts'
import { createFigures, type SourceFigures } from '../figures.ts'
import { createHttpClient, type HttpClient } from '../http/client.ts'
import { defaultLimits } from '../limits.ts'
import { type QualityListener, unheard } from '../quality/listener.ts'
import type { Call, CallContext, SkippedRow, Source, SourceLimits, UpstreamRequest } from '../source.ts'
import { within } from './bounds.ts'
import { createPolicies } from './policies.ts'
import { readReply } from './reply.ts'

/** What calls are made with. */
export interface CallDeps {
  readonly log: Log
  readonly metrics: Pick<Metrics, 'sourceCall'>
  readonly now: () => Date
  /** @default nobody listens */
  readonly quality?: QualityListener
  /** How HTTP is spoken, for recording, replaying and disturbing it. @default a pool of connections for each source */
  readonly http?: (limits: SourceLimits) => HttpClient
}

/** Makes calls to one source and keeps its figures. */
export interface Caller {
  /** The call a port method uses to serve one caller. */
  callFor(context: CallContext): Call
  /** A reply that could be read, but made no sense to the source file: counted like any other failure. */
  countFailure(operation: string, error: TongbanError): void
  /** Rows of an answer that could not be read and were left out by the source file. */
  tellSkipped(operation: string, rows: readonly SkippedRow[]): void
  figures(): SourceFigures
  readonly now: () => Date
  close(): Promise<void>
}

const timedOut = () => sourceFailure('TB_SOURCE_TIMEOUT')
const deadlinePassed = () => new TongbanError('TB_DEADLINE_EXCEEDED')
const cancelled = () => new TongbanError('TB_CANCELLED')
const reasonOf = (signal: AbortSignal) => () => (signal.reason instanceof Error ? signal.reason : cancelled())

/**
 * One call: deadline and cancellation around everything; within them repetition, bulkhead and breaker; within these the
 * attempt with its own time-out; then the reply is parsed, and the outcome goes into figures and metrics.
 */
export function createCaller(
  source: Source,
  { log, metrics, now, quality = unheard, http: open = createHttpClient }: CallDeps,
): Caller {
  const limits = { ...defaultLimits, ...source.limits }
  const http = open(limits)
  const policies = createPolicies(limits, {
    broken: (operation) => log.warn({ source: source.id, operation }, 'source operation broken, calls are refused'),
    recovered: (operation) => log.info({ source: source.id, operation }, 'source operation recovered'),
  })
  const figures = createFigures(now)

  const attempt = (request: UpstreamRequest, signal: AbortSignal) =>
    within(
      { signal, timeoutMs: limits.attemptTimeoutMs, onTimeout: timedOut, onAbort: reasonOf(signal) },
      async (ending) =>
        source.protocol.send(request, { signal: ending, now, http: (exchange) => http.exchange(exchange, ending) }),
    )

  const send = (request: UpstreamRequest, { signal, deadline = Number.POSITIVE_INFINITY }: CallContext) => {
    const left = deadline - now().getTime()
    if (left <= 0) throw deadlinePassed()
    const isNearer = left < limits.totalTimeoutMs
    return within(
      {
        signal,
        timeoutMs: isNearer ? left : limits.totalTimeoutMs,
        onTimeout: isNearer ? deadlinePassed : timedOut,
        onAbort: cancelled,
      },
      (ending) => policies.run(request.operation, request.safe ?? false, ending, () => attempt(request, ending)),
    )
  }

  const settle = (operation: string, outcome: 'ok' | TongbanError, startedAt: number) => {
    const seconds = (performance.now() - startedAt) / 1_000
    const code = outcome === 'ok' ? 'ok' : outcome.code
    figures.record(operation, code, seconds * 1_000)
    quality.called({ source: source.id, operation, outcome: code, latencyMs: seconds * 1_000, attempts: 1 })
    metrics.sourceCall({ source: source.id, operation, outcome: code }, seconds)
  }

  async function perform<Reply extends z.ZodType>(
    request: UpstreamRequest & { readonly reply: Reply },
    context: CallContext,
  ): Promise<z.output<Reply>> {
    const startedAt = performance.now()
    try {
      const raw = await send(request, context)
      quality.replied(source.id, request.operation, raw)
      const reply = readReply(request.operation, request.reply, raw)
      settle(request.operation, 'ok', startedAt)
      return reply
    } catch (error) {
      const failure = attributed(error, source)
      settle(request.operation, failure, startedAt)
      throw failure
    }
  }

  return {
    callFor: (context) => (request) => perform(request, context),
    countFailure: (operation, error) => settle(operation, error, performance.now()),
    tellSkipped: (operation, rows) => {
      if (rows.length > 0) quality.skipped(source.id, operation, rows)
    },
    figures: () => figures.read(policies.broken()),
    now,
    async close() {
      await Promise.all([http.close(), source.protocol.close?.()])
    },
  }
}
