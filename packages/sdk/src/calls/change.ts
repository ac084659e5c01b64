import type { TongbanDocument } from '../document.ts'
import type { UserErrorEntry } from '../errors/entry.ts'
import { localError } from '../errors/local.ts'
import { TB_USER_ERRORS } from '../generated/local-errors.ts'
import type { CallOptions, KeyedCallOptions } from '../options.ts'
import type { Exchange } from '../request/exchange.ts'
import type { Executed } from '../request/execute.ts'
import { newIdempotencyKey } from '../request/idempotency.ts'
import { failedAnswer } from '../request/verdict.ts'
import type { TongbanClient } from '../settings.ts'
import { Call } from './call.ts'
import type { Outcome } from './outcome.ts'
import { startCall } from './start.ts'

/** What a mutation gives: the thing itself, or what to correct. */
export interface Payload<T> {
  readonly value: T | null
  readonly userErrors: readonly UserErrorEntry[]
}

/**
 * The outcome of a mutation. When the thing itself came back the change has happened, so whatever could not be read of it
 * is no trouble: an exception here would make callers do the errand a second time. `partial()` shows what is missing.
 */
function changeOutcome<Data, T>(answer: Executed<Data>, exchange: Exchange, payload: Payload<T> | null): Outcome<T> {
  const { operation, locale } = exchange
  const { errors, requestId, status } = answer
  const userErrors = payload?.userErrors ?? []
  if (userErrors.length > 0) {
    throw localError(TB_USER_ERRORS, locale, { operation: operation.name, requestId, status, userErrors, errors })
  }
  if (payload?.value == null) throw failedAnswer(exchange, answer)
  return { value: payload.value, errors, trouble: undefined, response: answer }
}

/**
 * Starts a mutation that has no idempotency key. It is never repeated: after a broken connection nobody knows whether it
 * happened. (A refused token is replaced, because the gateway then did nothing.)
 */
export const changeCall = <Data, Variables extends object, T>(
  client: TongbanClient,
  document: TongbanDocument<Data, Variables>,
  variables: Variables,
  options: CallOptions | undefined,
  pick: (data: Data) => Payload<T> | null,
): Call<T> =>
  new Call(
    startCall<Data, T>(client, { document, variables, options }, (answer, exchange) =>
      changeOutcome(answer, exchange, pick(answer.data)),
    ),
  )

/** Starts a mutation under an idempotency key, the caller's or a new one; all its attempts share the key. */
export function keyedCall<Data, Variables extends object, T>(
  client: TongbanClient,
  document: TongbanDocument<Data, Variables & { readonly idempotencyKey: string }>,
  variables: Variables,
  options: KeyedCallOptions | undefined,
  pick: (data: Data) => Payload<T> | null,
): Call<T> {
  const send = async (): Promise<Outcome<T>> => {
    const idempotencyKey = options?.idempotencyKey ?? (await newIdempotencyKey(client.settings))
    const sending = { document, variables: { ...variables, idempotencyKey }, options, keyed: true }
    return startCall<Data, T>(client, sending, (answer, exchange) => changeOutcome(answer, exchange, pick(answer.data)))
  }
  return new Call(send())
}
