import type { TongbanError } from '@tongban/schema'
import type { ProvenanceRecord } from './provenance.ts'

/** A value with where it came from. */
export interface Sourced<Value> {
  readonly value: Value
  readonly provenance: ProvenanceRecord
  /** Where single rows of a batch came from, by the rows' keys, when that differs from the whole. Read with `rowProvenance`. */
  readonly rows?: ReadonlyMap<string, ProvenanceRecord>
  /** Keys of a batch nothing is known of, because who was asked failed; only under {@link CallContext.partial}. */
  readonly failed?: ReadonlyMap<string, TongbanError>
}

/** Bounds a caller puts on a call. */
export interface CallContext {
  /** Cancels the call, down to the socket. */
  readonly signal?: AbortSignal
  /** Epoch milliseconds after which the answer is of no use. */
  readonly deadline?: number
  readonly requestId?: string
  /**
   * Whose answer this is. Callers that give the same text may share a call under way and an earlier answer; it must name client,
   * person and consent unless everybody may see the answer. Absent: shared with nobody.
   */
  readonly sharing?: string
  /**
   * Whether the caller looks at {@link Sourced.failed}. Otherwise a batch of which some keys failed is an error as a whole, so
   * that what is unknown can never be taken for what does not exist. @default false
   */
  readonly partial?: boolean
}

type BoundMethod<Method> = Method extends (input: infer Input, call: never) => Promise<infer Reply>
  ? (input: Input, context: CallContext) => Promise<Sourced<Reply>>
  : never

/** A port whose calls are already made for it: resilient, counted, with provenance. */
export type BoundPort<Port> = {
  readonly [Name in keyof Port]: BoundMethod<NonNullable<Port[Name]>> | Extract<Port[Name], undefined>
}
