import type { Inbound } from './signing/inbound/message.ts'
import type { Coverage } from './source/coverage.ts'
import type { LastGoodPolicy } from './source/last-good.ts'
import type { OperationLimits, SourceLimits } from './source/limits.ts'
import type { Protocol } from './source/protocol.ts'

export type { BoundPort, CallContext, Sourced } from './source/bound.ts'
export type { Call, CallOf } from './source/call.ts'
export type { Coverage } from './source/coverage.ts'
export type { LastGoodPolicy } from './source/last-good.ts'
export type { OperationLimits, SourceLimits } from './source/limits.ts'
export type { AttemptIo, HttpRequest, HttpResponse, Protocol, UpstreamRequest } from './source/protocol.ts'
export type { FieldProvenance, ProvenanceRecord, SkippedRow } from './source/provenance.ts'

/** What a source is, without what it offers. */
export interface SourceBase<P extends Protocol = Protocol> {
  /** Identifier in this gateway, lower case letters, digits and hyphens. */
  readonly id: string
  /** Title people know it by. */
  readonly title: string
  /** Unified social credit code of the body that runs it. */
  readonly owner?: string
  readonly covers: Coverage
  readonly protocol: P
  readonly limits?: Partial<SourceLimits>
  /** Limits of single operations, by the name that their requests give, for example `cases.submit`. */
  readonly operations?: Readonly<Record<string, Partial<OperationLimits>>>
  /** Among sources that cover a subject equally closely the higher one comes first. @default 0 */
  readonly precedence?: number
  /** What may stand in for an answer while the source is down, by port and method, for example `items.byCodes`. */
  readonly lastGood?: Readonly<Record<string, LastGoodPolicy>>
}

/** Methods of a port as a source file writes them: one input, then the call. */
export type PortMethods = object

/** A source with its ports by name, as the directory keeps it. */
export interface Source extends SourceBase {
  readonly ports: Readonly<Record<string, PortMethods>>
  /** What the system may send to us of itself. */
  readonly inbound?: Inbound
}
