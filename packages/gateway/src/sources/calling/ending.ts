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
  /** Whether it has been counted before: the same question had a reply that could not be read. Then it tells nothing new. */
  readonly isRepeated: boolean
  /** Whether repeating may help. */
  readonly mayPass: boolean
}

/** How an attempt ended that was not ended by us. */
export type Ending<Reply> = Success<Reply> | Failure

export const failed = <Reply>(ending: Ending<Reply>): ending is Failure => 'failure' in ending

/** A failure of sending: what may pass and what the credentials cause means that the source is unwell, refusals only if it is told so. */
export const ofSending = (failure: TongbanError, refusalsBreak: boolean): Failure => ({
  failure,
  isRepeated: false,
  mayPass: isPassing(failure),
  isUnwell:
    isPassing(failure) || failure.code === 'TB_SOURCE_AUTH' || (refusalsBreak && failure.code === 'TB_SOURCE_REFUSED'),
})

/**
 * A reply with the wrong fields: the same question gets the same answer, but a source that answers nothing else is broken. One
 * broken row that somebody asks for again and again must not close the source to the others, so a question counts once.
 */
export const ofReading = (failure: TongbanError, isRepeated: boolean): Failure => ({
  failure,
  isRepeated,
  mayPass: false,
  isUnwell: true,
})
