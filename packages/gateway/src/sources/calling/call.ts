import type { TongbanError } from '@tongban/schema'
import type { z } from 'zod'
import type { Log, Metrics } from '../../telemetry/types.ts'
import { attributed } from '../failures.ts'
import { createFigures, type SourceFigures } from '../figures.ts'
import { createHttpClient, type HttpClient } from '../http/client.ts'
import { limitsOf } from '../limits.ts'
import { type QualityListener, unheard } from '../quality/listener.ts'
import type { Call, CallContext, SkippedRow, Source, SourceLimits } from '../source.ts'
import { createAccounts } from './account.ts'
import { type AskingParts, askFor } from './asking.ts'
import type { Asked } from './attempt.ts'
import type { Success } from './ending.ts'
import { createFlights, type Flying } from './flights.ts'
import { keyOf } from './identity.ts'
import { operationsOf } from './operations.ts'
import { createPlaces } from './places.ts'
import { readReply } from './reply.ts'
import { refusalOf, waitingOf } from './waiting.ts'

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

type Request<Reply extends z.ZodType> = Asked<Reply>['request']

/**
 * Makes the calls to one source. From the outside: each caller's own deadline and cancellation; the call under way, which equal
 * questions of one and the same caller share; repetition, hedge, bulkhead and breaker; the attempt with its own time-out.
 * The outcome goes into figures, metrics and the quality ledger once, however many have waited for it.
 */
export function createCaller(
  source: Source,
  { log, metrics, now, quality = unheard, http: open = createHttpClient }: CallDeps,
): Caller {
  const limits = limitsOf(source)
  const parts: AskingParts = { source, limits, http: open(limits), quality, now, places: createPlaces(limits) }
  const operations = operationsOf(source, {
    broken: (operation) => log.warn({ source: source.id, operation }, 'source operation broken, calls are refused'),
    recovered: (operation) => log.info({ source: source.id, operation }, 'source operation recovered'),
  })
  const figures = createFigures(now)
  const accounts = createAccounts(source.id, figures, quality, metrics)
  const flights = createFlights<Success<unknown>>()
  const read = readingOnce()

  async function fly<Reply extends z.ZodType>(request: Request<Reply>, flying: Flying) {
    const operation = operations.of(request.operation)
    const asked: Asked<Reply> = { request, operation, attempts: 0, isRenewed: false }
    const end = accounts.open(operation.name, () => asked.attempts)
    flying.signal.addEventListener('abort', () => end(attributed(flying.signal.reason, source)), { once: true })
    try {
      flying.signal.throwIfAborted()
      const landed = await askFor(parts, asked, flying)
      end('ok')
      return landed
    } catch (error) {
      const failure = attributed(error, source)
      end(failure)
      throw failure
    } finally {
      // Who asks from now on must not get what was read before this was written.
      if (!request.safe) flights.close()
    }
  }

  async function perform<Reply extends z.ZodType>(request: Request<Reply>, context: CallContext) {
    const operation = operations.of(request.operation)
    const waiting = waitingOf(operation.limits, context, now())
    const refusal = refusalOf(waiting)
    if (refusal) {
      accounts.settle(operation.name, refusal)
      throw attributed(refusal, source)
    }
    try {
      return read(request, await flights.board(keyOf(request, context), waiting, (flying) => fly(request, flying)))
    } catch (error) {
      throw attributed(error, source)
    }
  }

  return {
    callFor: (context) => (request) => perform(request, context),
    countFailure: (operation, error) => accounts.settle(operation, error),
    tellSkipped: (operation, rows) => {
      if (rows.length > 0) quality.skipped(source.id, operation, rows)
    },
    figures: () => figures.read(operations.broken()),
    now,
    async close() {
      await Promise.all([parts.http.close(), source.protocol.close?.()])
    },
  }
}

/** Gives what was read to the first of those who share it; the others read for themselves, because source files alter what they get. */
function readingOnce() {
  const given = new WeakSet<Success<unknown>>()
  return <Reply extends z.ZodType>(request: Request<Reply>, landed: Success<unknown>): z.output<Reply> => {
    if (given.has(landed)) return readReply(request.operation, request.reply, landed.raw)
    given.add(landed)
    // Calls are shared only by requests with the same schema, and this is what it read.
    return landed.reply as z.output<Reply>
  }
}
