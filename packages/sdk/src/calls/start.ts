import { operationTraits } from '../document.ts'
import type { CallOptions } from '../options.ts'
import type { Exchange } from '../request/exchange.ts'
import { type Executed, execute } from '../request/execute.ts'
import type { TongbanClient } from '../settings.ts'
import type { Outcome } from './outcome.ts'

/** What a call sends. */
export interface Sending {
  readonly document: string
  readonly variables: object
  readonly options: CallOptions | undefined
  /** Whether an idempotency key among the variables makes repeating safe. */
  readonly keyed?: boolean
}

function prepare({ settings }: TongbanClient, { document, variables, options = {}, keyed = false }: Sending): Exchange {
  const operation = operationTraits(document)
  return {
    ...settings,
    ...(options.operator && { operator: options.operator }),
    signal: options.signal,
    timeoutMs: options.timeoutMs ?? settings.timeoutMs,
    attemptTimeoutMs: options.attemptTimeoutMs ?? settings.attemptTimeoutMs,
    retries: options.retries ?? settings.retries,
    headers: { ...settings.headers, ...options.headers },
    operation,
    body: JSON.stringify({ query: document, variables }),
    safe: keyed || operation.readOnly,
  }
}

/** Turns an answer into an outcome. @throws TongbanError when nothing usable came */
export type Reader<Data, T> = (answer: Executed<Data>, exchange: Exchange) => Outcome<T>

/** Sends a call and reads its answer. */
export async function startCall<Data, T>(
  client: TongbanClient,
  sending: Sending,
  read: Reader<Data, T>,
): Promise<Outcome<T>> {
  const exchange = prepare(client, sending)
  return read(await execute<Data>(exchange), exchange)
}
