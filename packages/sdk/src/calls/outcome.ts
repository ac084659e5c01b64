import type { ErrorEntry } from '../errors/entry.ts'
import type { TongbanError } from '../errors/error.ts'

/** How an answer came. */
export interface ResponseInfo {
  /** Identifier of the request in the gateway's log. */
  readonly requestId: string | undefined
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** How many attempts it took. */
  readonly attempts: number
}

/** What came of a call that was answered. */
export interface Outcome<T> {
  readonly value: T
  /** Everything that is missing in the value, and why. */
  readonly errors: readonly ErrorEntry[]
  /** The error with which a plain `await` rejects, because part of the answer is missing. */
  readonly trouble: TongbanError | undefined
  readonly response: ResponseInfo
}
