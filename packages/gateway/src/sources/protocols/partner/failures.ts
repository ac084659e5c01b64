import { isTongbanError, type TongbanError } from '@tongban/schema'
import type { TongbanError as SdkError } from '@tongban/sdk'
import { type SourceFailureCode, sourceFailure } from '../../failures.ts'

/**
 * What a partner's error means for us. What it says of its own sources we say of the partner: whether it is the partner or a
 * department behind it that does not answer makes no difference to who waits.
 */
const meanings: Readonly<Record<string, SourceFailureCode>> = {
  TB_NETWORK: 'TB_SOURCE_UNAVAILABLE',
  TB_TIMEOUT: 'TB_SOURCE_TIMEOUT',
  TB_BAD_RESPONSE: 'TB_SOURCE_SHAPE',
  TB_RATE_LIMITED: 'TB_SOURCE_UNAVAILABLE',
  TB_DEADLINE_EXCEEDED: 'TB_SOURCE_TIMEOUT',
  TB_SHUTTING_DOWN: 'TB_SOURCE_UNAVAILABLE',
  TB_INTERNAL: 'TB_SOURCE_UNAVAILABLE',
  TB_DATABASE_UNAVAILABLE: 'TB_SOURCE_UNAVAILABLE',
  TB_SOURCE_UNAVAILABLE: 'TB_SOURCE_UNAVAILABLE',
  TB_SOURCE_TIMEOUT: 'TB_SOURCE_TIMEOUT',
  TB_SOURCE_BUSY: 'TB_SOURCE_UNAVAILABLE',
  TB_SOURCE_SHAPE: 'TB_SOURCE_SHAPE',
  TB_UNAUTHENTICATED: 'TB_SOURCE_AUTH',
  TB_TOKEN_INVALID: 'TB_SOURCE_AUTH',
  TB_TOKEN_EXPIRED: 'TB_SOURCE_AUTH',
  TB_FORBIDDEN: 'TB_SOURCE_AUTH',
}

/** The failure behind an error of a partial answer: its first error that we know, else that it was refused. */
const codeOf = ({ code, errors }: SdkError): string => (code === 'TB_PARTIAL' ? (errors[0]?.code ?? code) : code)

/**
 * A partner's error as a failure of a source. The partner's code is the detail, never its message, which may name what was asked.
 * What our own side said (size limit, cancellation, a socket) is given back as it was.
 */
export function partnerFailure(error: SdkError): TongbanError {
  if (isTongbanError(error.cause)) return error.cause
  const code = codeOf(error)
  const { retryAfterMs } = error
  return sourceFailure(
    meanings[code] ?? 'TB_SOURCE_REFUSED',
    { detail: code },
    { cause: error, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
  )
}
