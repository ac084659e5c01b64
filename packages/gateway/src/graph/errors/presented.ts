import type { Act, ErrorCode } from '@tongban/schema'

/** An error as it leaves the gateway: the one shape of all errors, in GraphQL answers and elsewhere. */
export interface PresentedError {
  /** In the language of the request. */
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly locations?: readonly { readonly line: number; readonly column: number }[]
  readonly extensions: {
    readonly code: ErrorCode
    readonly retryable: boolean
    /** Wait at least so long, in milliseconds, before repeating. */
    readonly retryAfterMs?: number
    /** Who must act before the call can succeed. */
    readonly act: Act
    /** Identifier of the source that failed. */
    readonly source?: string
    readonly requestId: string
    /** Path into the arguments, for errors a person can correct. */
    readonly argumentPath?: readonly string[]
  }
}
