import type { Cancellation } from '../cancel/cancellation.ts'
import { raceSignal } from '../cancel/race.ts'
import { withinScope } from '../cancel/scope.ts'
import { isTongbanError, type TongbanError } from '../errors/error.ts'
import { localError } from '../errors/local.ts'
import { TB_CANCELLED, TB_NETWORK, TB_TIMEOUT } from '../generated/local-errors.ts'
import type { TransportResponse } from '../transport/transport.ts'
import { type Answer, readAnswer, type UsableAnswer } from './answer.ts'
import { type Exchange, notify } from './exchange.ts'
import { requestHeaders } from './headers.ts'
import { failedAnswer, hasData } from './verdict.ts'

/** The one place where whatever a transport or a token source throws becomes an error of ours. */
const toTongbanError = (exchange: Exchange, error: unknown): TongbanError =>
  isTongbanError(error)
    ? error
    : localError(TB_NETWORK, exchange.locale, { operation: exchange.operation.name, cause: error })

async function readToken(
  { auth, endpoint, transport, locale }: Exchange,
  refused?: string,
): Promise<string | undefined> {
  return auth?.token({ endpoint, transport, locale, refused })
}

async function post(exchange: Exchange, token: string | undefined, signal: Cancellation): Promise<TransportResponse> {
  const { endpoint, body, transport } = exchange
  const headers = requestHeaders(exchange, token)
  return raceSignal(transport.send({ method: 'POST', url: endpoint, headers, body }, { signal }), signal)
}

/** Whether the gateway turned the token down before it did anything, so that sending again with a new one is safe. */
const tokenRefused = <Data>(answer: Answer<Data>): boolean =>
  answer.data === null && (answer.status === 401 || answer.errors.some(({ code }) => code === 'TB_TOKEN_EXPIRED'))

async function sendOnce<Data>(exchange: Exchange, token: string | undefined, attempt: number, signal: Cancellation) {
  const { operation, platform } = exchange
  const now = platform.now ?? Date.now
  const start = now()
  notify(exchange, { type: 'attempt', operation: operation.name, attempt })
  const response = await post(exchange, token, signal)
  const answer = readAnswer<Data>(exchange, response)
  notify(exchange, {
    type: 'answer',
    operation: operation.name,
    attempt,
    status: answer.status,
    requestId: answer.requestId,
    durationMs: now() - start,
    codes: answer.errors.map(({ code }) => code),
  })
  return answer
}

async function sendAuthorised<Data>(exchange: Exchange, attempt: number, signal: Cancellation): Promise<Answer<Data>> {
  const token = await raceSignal(readToken(exchange), signal)
  const answer = await sendOnce<Data>(exchange, token, attempt, signal)
  if (token === undefined || !tokenRefused(answer)) return answer
  const fresh = await raceSignal(readToken(exchange, token), signal)
  return fresh === token ? answer : sendOnce<Data>(exchange, fresh, attempt, signal)
}

/** Sends once, within the time of one attempt; with a refused token, once more with a new one. @throws TongbanError */
export async function runAttempt<Data>(
  exchange: Exchange,
  attempt: number,
  parent: Cancellation,
): Promise<UsableAnswer<Data>> {
  const { operation, locale, platform, attemptTimeoutMs } = exchange
  const limits = {
    parent,
    onCancel: () => localError(TB_CANCELLED, locale, { operation: operation.name, retryable: false }),
    timeout: { ms: attemptTimeoutMs, error: () => localError(TB_TIMEOUT, locale, { operation: operation.name }) },
  }
  try {
    const answer = await withinScope(platform, limits, (signal) => sendAuthorised<Data>(exchange, attempt, signal))
    if (hasData(answer)) return answer
    throw failedAnswer(exchange, answer)
  } catch (error) {
    throw toTongbanError(exchange, error)
  }
}
