import type { Locale } from '../errors/code.ts'
import { type ErrorEntry, parseErrorEntry } from '../errors/entry.ts'
import { type LocalErrorRow, localMessage } from '../errors/local.ts'
import { TB_BAD_RESPONSE, TB_RATE_LIMITED, TB_UNAUTHENTICATED } from '../generated/local-errors.ts'
import type { TransportResponse } from '../transport/transport.ts'
import type { Exchange } from './exchange.ts'
import { retryAfterMs } from './retry-after.ts'

/** A GraphQL answer as it came, before anybody decides what its errors mean. */
export interface Answer<Data> {
  readonly data: Data | null
  readonly errors: readonly ErrorEntry[]
  readonly requestId: string | undefined
  /** How long the gateway asks to wait, in milliseconds: the longest of `Retry-After` and the errors. */
  readonly retryAfterMs: number | undefined
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

/** An answer with data, though perhaps not all of it. */
export type UsableAnswer<Data> = Answer<Data> & { readonly data: Data }

interface AnswerBody<Data> {
  readonly data?: Data | null
  readonly errors?: readonly unknown[]
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

// The one place where the type of an answer is taken on trust: the gateway validated the operation against the schema
// the type was generated from. The error of JSON.parse is dropped because its message quotes the body.
function parseBody<Data>(text: string): AnswerBody<Data> | undefined {
  try {
    const body: AnswerBody<Data> = JSON.parse(text)
    return isObject(body) && (isObject(body.data) || Array.isArray(body.errors)) ? body : undefined
  } catch {
    return undefined
  }
}

const rowsByStatus: Readonly<Record<number, LocalErrorRow>> = {
  401: TB_UNAUTHENTICATED,
  429: TB_RATE_LIMITED,
}

/** An answer that is not GraphQL: a proxy's error page, a login page of the network, a cut body. */
function foreignError(status: number, locale: Locale): ErrorEntry {
  const row = rowsByStatus[status] ?? TB_BAD_RESPONSE
  const refused = status >= 400 && status < 500 && status !== 429
  return {
    code: row.code,
    message: localMessage(row, locale),
    path: [],
    source: undefined,
    retryable: row.retryable && !refused,
    retryAfterMs: undefined,
    act: row.act,
    requestId: undefined,
  }
}

function readErrors(body: AnswerBody<unknown> | undefined, status: number, locale: Locale): readonly ErrorEntry[] {
  if (body === undefined) return [foreignError(status, locale)]
  const fallback = { code: 'TB_BAD_RESPONSE', message: localMessage(TB_BAD_RESPONSE, locale) }
  return (body.errors ?? []).map((entry) => parseErrorEntry(entry, fallback))
}

/** Reads an HTTP answer; one that is not GraphQL becomes an answer with nothing but an error. */
export function readAnswer<Data>({ locale, platform }: Exchange, response: TransportResponse): Answer<Data> {
  const { status, headers } = response
  const body = parseBody<Data>(response.body)
  const errors = readErrors(body, status, locale)
  const waits = [retryAfterMs(headers, platform), ...errors.map((error) => error.retryAfterMs)].filter(
    (ms) => ms !== undefined,
  )
  return {
    data: body?.data ?? null,
    errors,
    requestId: headers['x-request-id'] ?? errors.find(({ requestId }) => requestId)?.requestId,
    retryAfterMs: waits.length === 0 ? undefined : Math.max(...waits),
    status,
    headers,
  }
}
