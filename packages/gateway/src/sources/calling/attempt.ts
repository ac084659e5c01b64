import { isTongbanError, TongbanError } from '@tongban/schema'
import type { z } from 'zod'
import { isEndedByUs, sourceFailure } from '../failures.ts'
import type { HttpClient } from '../http/client.ts'
import type { QualityListener } from '../quality/listener.ts'
import type { HttpRequest, Source, SourceLimits, UpstreamRequest } from '../source.ts'
import { within } from './bounds.ts'
import { type Ending, ofReading, ofSending } from './ending.ts'
import type { Operation } from './operations.ts'
import { readReply } from './reply.ts'

/** What attempts at one source are made with. */
export interface AttemptParts {
  readonly source: Source
  readonly limits: SourceLimits
  readonly http: HttpClient
  readonly quality: QualityListener
  readonly now: () => Date
}

/** What is asked, and what has been done about it so far. */
export interface Asked<Reply extends z.ZodType = z.ZodType> {
  readonly request: UpstreamRequest & { readonly reply: Reply }
  readonly operation: Operation
  /** Attempts sent so far. */
  attempts: number
  /** Whether credentials have been renewed for this call. */
  isRenewed: boolean
}

/**
 * One attempt: sends, once more if credentials could be renewed, and reads the reply. Reading belongs to it, because a source
 * whose replies nobody can read is as broken as one that does not answer.
 *
 * @throws TongbanError when we ended it, and whatever is no failure of the source
 */
export async function attempt<Reply extends z.ZodType>(
  parts: AttemptParts,
  asked: Asked<Reply>,
  signal: AbortSignal,
): Promise<Ending<z.output<Reply>>> {
  const { request, operation } = asked
  try {
    const raw = await admitted(parts, asked, signal)
    parts.quality.replied(parts.source.id, request.operation, raw)
    return read(asked, raw)
  } catch (error) {
    if (!isTongbanError(error) || isEndedByUs(error)) throw error
    return ofSending(error, operation.limits.refusalsBreak)
  }
}

function read<Reply extends z.ZodType>({ request, operation }: Asked<Reply>, raw: unknown): Ending<z.output<Reply>> {
  try {
    return { raw, reply: readReply(request.operation, request.reply, raw) }
  } catch (error) {
    if (!isTongbanError(error)) throw error
    return ofReading(error, operation.misreads.again(request))
  }
}

/** Sends; a source that did not let us in is asked once more with newer credentials, even for what is not safe: it did nothing. */
async function admitted(parts: AttemptParts, asked: Asked, signal: AbortSignal): Promise<unknown> {
  try {
    return await sendOnce(parts, asked, signal)
  } catch (error) {
    if (!(await isRenewed(parts, asked, signal, error))) throw error
    return sendOnce(parts, asked, signal)
  }
}

async function isRenewed({ source }: AttemptParts, asked: Asked, signal: AbortSignal, error: unknown) {
  if (!isTongbanError(error) || error.code !== 'TB_SOURCE_AUTH' || asked.isRenewed) return false
  asked.isRenewed = true
  return inTime(asked, signal, async () => source.protocol.renew?.(error) ?? false)
}

const sendOnce = ({ source, limits, http, now }: AttemptParts, asked: Asked, signal: AbortSignal): Promise<unknown> =>
  inTime(asked, signal, async (ending) => {
    asked.attempts += 1
    const exchange = (request: HttpRequest) => http.exchange(request, ending)
    return source.protocol.send(asked.request, { signal: ending, now, limits, http: exchange })
  })

const inTime = <Result>(
  { operation: { limits } }: Asked,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> =>
  within(
    {
      signal,
      timeoutMs: limits.attemptTimeoutMs,
      onTimeout: () => sourceFailure('TB_SOURCE_TIMEOUT'),
      onAbort: () => (signal.reason instanceof Error ? signal.reason : new TongbanError('TB_CANCELLED')),
    },
    work,
  )
