import type { TongbanError } from '@tongban/schema'
import type { defaultLimits } from '../sources/limits.ts'
import type { Sourced } from '../sources/source.ts'

/** How a source is put to the test: what its protocol answers may be replaced, its limits lowered. */
export interface Trial {
  readonly limits?: Partial<typeof defaultLimits>
  /** Stands in for what the protocol answers; what the sample was answered is not asked for again. */
  readonly replace?: (payload: unknown) => unknown
  /** Stands in for the protocol, whatever it speaks. `nth` counts the requests of the call from 1. */
  readonly send?: (nth: number, signal: AbortSignal) => Promise<void>
}

/** What came of a call. */
export type Outcome = { readonly sourced: Sourced<unknown> } | { readonly error: TongbanError }

/** A sample as it is answered when nothing is disturbed. */
export interface Undisturbed {
  readonly outcome: Outcome
  /** Requests that the protocol was given. */
  readonly requests: number
  /** Requests over HTTP; 0 when the protocol is another. */
  readonly exchanges: number
  readonly largestBody: number
  /** How long the slowest request took. */
  readonly slowestMs: number
}
