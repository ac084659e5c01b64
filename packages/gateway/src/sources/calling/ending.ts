import type { TongbanError } from '@tongban/schema'
import { isPassing } from '../failures.ts'

/** A reply that could be read. */
export interface Success<Reply> {
  readonly reply: Reply
  /** What was read, for others who share the call. */
  readonly raw: unknown
}

/** A failure that says something about the source. */
export interface Failure {
  readonly failure: TongbanError
  /** Whether it counts for the breaker. */
  readonly isUnwell: boolean
  /** Whether repeating may help. */
  readonly mayPass: boolean
}

/** How an attempt ended that was not ended by us. */
export type Ending<Reply> = Success<Reply> | Failure

export const failed = <Reply>(ending: Ending<Reply>): ending is Failure => 'failure' in ending

/** A failure of sending: what may pass and what the credentials cause means that the source is unwell, refusals only if it is told so. */
export const ofSending = (failure: TongbanError, refusalsBreak: boolean): Failure => ({
  failure,
  mayPass: isPassing(failure),
  isUnwell:
    isPassing(failure) || failure.code === 'TB_SOURCE_AUTH' || (refusalsBreak && failure.code === 'TB_SOURCE_REFUSED'),
})

/** A reply with the wrong fields: the same question gets the same answer, but a source that answers nothing else is broken. */
export const ofReading = (failure: TongbanError): Failure => ({ failure, mayPass: false, isUnwell: true })
