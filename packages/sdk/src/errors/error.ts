import type { TongbanAct, TongbanErrorCode } from './code.ts'
import type { ErrorEntry, UserErrorEntry } from './entry.ts'

/** What accompanies an error besides code and message. */
export interface TongbanErrorDetails extends ErrorOptions {
  readonly retryable?: boolean | undefined
  readonly retryAfterMs?: number | undefined
  readonly act?: TongbanAct | undefined
  readonly requestId?: string | undefined
  readonly operation?: string | undefined
  readonly status?: number | undefined
  readonly errors?: readonly ErrorEntry[] | undefined
  readonly userErrors?: readonly UserErrorEntry[] | undefined
  readonly data?: unknown
}

/**
 * The one error of the SDK. Switch on `code`; show `message` to the person, it is in the language of the client's `locale`.
 * Neither message nor any enumerable field holds variables or answers, so an error may be logged as it is.
 */
export class TongbanError extends Error {
  override readonly name = 'TongbanError'
  /** Stable code, for example `TB_SOURCE_UNAVAILABLE`. */
  readonly code: TongbanErrorCode
  /** Whether repeating the same call later can help. */
  readonly retryable: boolean
  /** How long to wait before repeating, in milliseconds, when the gateway says so. */
  readonly retryAfterMs: number | undefined
  /** Who must act. */
  readonly act: TongbanAct | undefined
  /** Identifier of the request in the gateway's log; tell it to the operator. */
  readonly requestId: string | undefined
  /** Name of the operation. */
  readonly operation: string | undefined
  /** HTTP status; absent when no answer came. */
  readonly status: number | undefined
  /** Every error of the answer with its path. */
  readonly errors: readonly ErrorEntry[]
  /** What the person must correct; only with `TB_USER_ERRORS`. */
  readonly userErrors: readonly UserErrorEntry[]
  // Private, so that no logger prints it: an answer can hold personal data.
  readonly #data: unknown

  constructor(code: TongbanErrorCode, message: string, details: TongbanErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined)
    this.code = code
    this.retryable = details.retryable ?? false
    this.retryAfterMs = details.retryAfterMs
    this.act = details.act
    this.requestId = details.requestId
    this.operation = details.operation
    this.status = details.status
    this.errors = details.errors ?? []
    this.userErrors = details.userErrors ?? []
    this.#data = details.data
  }

  /** What did arrive, only with `TB_PARTIAL`; {@link isPartialAnswer} gives it its type. */
  get data(): unknown {
    return this.#data
  }
}

/** Whether something thrown is a {@link TongbanError}, also one from another copy of the SDK. */
export const isTongbanError = (error: unknown): error is TongbanError =>
  error instanceof TongbanError || (error instanceof Error && error.name === 'TongbanError' && 'retryable' in error)
