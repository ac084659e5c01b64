import {
  type ErrorCode,
  type ErrorParams,
  isTongbanError,
  TongbanError,
  type TongbanErrorOptions,
} from '@tongban/schema'

/** Failures that a protocol reports. Which source it was is added by whoever made the call. */
export type SourceFailureCode = Extract<ErrorCode, `TB_SOURCE_${string}`>

/** Who failed, for the message and for the error's `source`. */
export interface FailingSource {
  readonly id: string
  readonly title: string
}

/** A failure seen by a protocol, before it is known which source it speaks for. Never put values from a reply in `detail`. */
export const sourceFailure = (
  code: SourceFailureCode,
  params: ErrorParams = {},
  options: TongbanErrorOptions = {},
): TongbanError => new TongbanError(code, params, options)

/** The same failure, saying which source it is about. What is no {@link TongbanError} is a fault of ours. */
export function attributed(error: unknown, source: FailingSource): TongbanError {
  if (!isTongbanError(error))
    return new TongbanError('TB_INTERNAL', { source: source.title }, { source: source.id, cause: error })
  if (error.source !== undefined) return error
  return new TongbanError(
    error.code,
    { ...error.params, source: source.title },
    {
      source: source.id,
      cause: error.cause ?? error,
      ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
      ...(error.argumentPath === undefined ? {} : { path: error.argumentPath }),
    },
  )
}

const mayPass: ReadonlySet<string> = new Set<ErrorCode>([
  'TB_SOURCE_UNAVAILABLE',
  'TB_SOURCE_TIMEOUT',
  // Inside an attempt this means bytes that cannot be read: an error page, a cut body. A reply that can be read but
  // has the wrong fields is found after the attempts and is not repeated.
  'TB_SOURCE_SHAPE',
])

/** Whether the failure of an attempt may pass by itself, so that repeating it may help. */
export const isPassing = (error: unknown): boolean => isTongbanError(error) && mayPass.has(error.code)

/** Whether an attempt was ended from our side, so that it says nothing about the source. */
export const isEndedByUs = (error: unknown): boolean =>
  isTongbanError(error) && (error.code === 'TB_CANCELLED' || error.code === 'TB_DEADLINE_EXCEEDED')

/** Whether something went wrong at one source, rather than that the call was ended from our side. */
export const isOfSource = (error: unknown): error is TongbanError => isTongbanError(error) && !isEndedByUs(error)

const mayBeReplaced: ReadonlySet<string> = new Set<ErrorCode>([
  'TB_SOURCE_UNAVAILABLE',
  'TB_SOURCE_TIMEOUT',
  'TB_SOURCE_BUSY',
  'TB_SOURCE_SHAPE',
  'TB_SOURCE_AUTH',
  'TB_SOURCE_TOO_LARGE',
])

/**
 * Whether another source or an earlier answer may stand in after a failure. Not after a refusal, which is an answer, nor when the
 * call was ended from our side or failed by a mistake of ours.
 */
export const mayStandIn = (error: unknown): error is TongbanError =>
  isTongbanError(error) && mayBeReplaced.has(error.code)
