import type { TongbanError } from '@tongban/schema'
import type { z } from 'zod'
import type { Inbound } from './signing/inbound/message.ts'

/** What a source is authoritative for. Absent lists mean "any". */
export interface Coverage {
  /** Division codes or their leading digits, for example `3306`. */
  readonly divisions?: readonly string[]
  /** Item types by enum name, for example `ADMINISTRATIVE_LICENSE`. */
  readonly itemTypes?: readonly string[]
  /** Item codes or their leading characters. */
  readonly itemCodes?: readonly string[]
  /** Certificate type codes or their leading characters. */
  readonly certificateTypes?: readonly string[]
}

/** Bounds on what a source may cost the gateway, and on what the gateway may cost the source. */
export interface SourceLimits {
  /** How long one attempt may take. Three times what a slow register needs, and short enough for three attempts in a call. @default 3_000 */
  readonly attemptTimeoutMs: number
  /** How long all attempts of a call may take together, unless the request's own deadline is nearer. @default 10_000 */
  readonly totalTimeoutMs: number
  /** How many calls may be in flight. @default 16 */
  readonly maxConcurrent: number
  /** How many calls may wait for a place. @default 256 */
  readonly maxQueued: number
  /** Largest answer accepted, counted while it streams in. @default 4_194_304 */
  readonly maxResponseBytes: number
  /**
   * How often a safe call is repeated after a failure that may pass, with jitter, never before the time the source itself named,
   * and only while that fits into the time left. Six attempts get 99.6 of 100 reads through where 40 of 100 attempts fail. They
   * do not multiply the load on a source that is down: an operation saves up 30 repetitions at most and earns one with each
   * answer, so that it repeats no oftener than it is answered. @default 5
   */
  readonly maxRetries: number
  /**
   * How long calls of an operation are refused at once after its breaker opened; doubles up to a minute while it stays broken.
   * The breaker opens after 12 failed attempts in a row, each answer makes up for four failures: a source that fails less than
   * four attempts of five is worth asking, one that fails nearly all is not. An attempt whose callers gave up after half its time
   * counts as failed. One attempt at a time tries whether it is back.
   * @default 1_000
   */
  readonly recoverAfterMs: number
  /**
   * How long a source may still carry out what it was sent after the gateway has stopped waiting for the answer. Nothing that
   * must not happen twice is sent again before, and then only when the source says that it does not have it. @default 60_000
   */
  readonly settleMs: number
  /**
   * Whether a second attempt of a safe call is sent ahead when the first takes longer than 95 of 100 recent ones; whichever
   * succeeds first is taken and the other cancelled. What that may cost the source is bounded: 5 calls of 100 and 5 saved up at
   * most, and none while an operation's breaker is not closed, while no place is free, or before 20 attempts have succeeded.
   * An attempt that has used up half its time counts as lost and is hedged like a repetition, out of what those may cost.
   * @default true
   */
  readonly hedge: boolean
  /**
   * Whether refusals (`TB_SOURCE_REFUSED`) count as failures for the breaker. Usually they are answers: "no such item" is the
   * caller's matter, and one caller's bad questions must not close the source to the others. For operations whose questions come
   * from the gateway alone, for example a page of a list, a row of refusals means that the source is broken. @default false
   */
  readonly refusalsBreak: boolean
}

/** Limits that may differ by operation. */
export type OperationLimits = Pick<
  SourceLimits,
  'attemptTimeoutMs' | 'totalTimeoutMs' | 'maxRetries' | 'recoverAfterMs' | 'hedge' | 'refusalsBreak'
>

/** What every request to a source says, whatever the protocol. */
export interface UpstreamRequest {
  /** Name of the operation, for limits, figures and fault reports, for example `items.page`. */
  readonly operation: string
  /** Whether repeating it changes nothing at the source. Only safe calls are retried. @default false */
  readonly safe?: boolean
}

/** A plain HTTP exchange, offered to protocols with time-out, size limit and cancellation already in force. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** The whole answer to an {@link HttpRequest}. */
export interface HttpResponse {
  readonly status: number
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** What one attempt may use. */
export interface AttemptIo {
  /** Aborted when the attempt must end. */
  readonly signal: AbortSignal
  readonly now: () => Date
  /** The source's limits, for protocols that hold connections of their own. @default those of a source without any */
  readonly limits?: SourceLimits
  http(request: HttpRequest): Promise<HttpResponse>
}

/**
 * How a source speaks. `send` makes one attempt: it encodes, signs, exchanges, decodes and applies the source's success rule.
 *
 * @throws TongbanError `TB_SOURCE_REFUSED`, `TB_SOURCE_AUTH`, `TB_SOURCE_SHAPE`, `TB_SOURCE_UNAVAILABLE`
 */
export interface Protocol<Request extends UpstreamRequest = UpstreamRequest> {
  readonly kind: string
  send(request: Request, io: AttemptIo): Promise<unknown>
  /**
   * Told when an attempt failed with `TB_SOURCE_AUTH`: makes the signer get credentials newer than the refused ones, once for
   * all calls that ask at the same time.
   *
   * @returns true: there are newer credentials, and the attempt is made once more, even one that is not safe, because the source
   * did not let it in; false: the failure stands. Asked once a call. What it throws takes the place of the failure.
   */
  renew?(failure: TongbanError): boolean | Promise<boolean>
  /** Ends connections of its own, for protocols that are not HTTP. */
  close?(): Promise<void>
}

/** Makes one call to a source and parses the reply once, at the border, with the schema in `reply`. */
export type Call<Request extends UpstreamRequest = UpstreamRequest> = <Reply extends z.ZodType>(
  request: Request & { readonly reply: Reply },
) => Promise<z.output<Reply>>

/** The call type that belongs to a protocol. */
export type CallOf<P> = P extends {
  send(request: infer Request extends UpstreamRequest, io: AttemptIo): Promise<unknown>
}
  ? Call<Request>
  : never

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

/** What may be served of an earlier answer while a source does not answer (最近一次有效副本). */
export interface LastGoodPolicy {
  /** How long after it was read an answer may stand in, in milliseconds; 0: never. */
  readonly keepMs: number
  /** To whom: to anybody, or only to the caller and person it was read for. */
  readonly to: 'ANYONE' | 'SAME_CALLER'
  /** Fields, by path below one row, with a shorter time; 0: never. What is too old is left out and said so. */
  readonly fields?: Readonly<Record<string, number>>
}

/** Methods of a port as a source file writes them: one input, then the call. */
export type PortMethods = object

/** A source with its ports by name, as the directory keeps it. */
export interface Source extends SourceBase {
  readonly ports: Readonly<Record<string, PortMethods>>
  /** What the system may send to us of itself. */
  readonly inbound?: Inbound
}

/** How current something is. */
type Freshness = 'FRESH' | 'STALE' | 'SNAPSHOT'

/** Where something came from (来源). Times are ISO 8601 instants. */
export interface ProvenanceRecord {
  readonly sourceId: string
  readonly fetchedAt: string
  readonly asOf: string | null
  readonly freshness: Freshness
  /** Fields that came from elsewhere or at another time than the whole, or were left out. */
  readonly fields?: readonly FieldProvenance[]
  /** Other sources that were asked for the same and did not answer. */
  readonly unanswered?: readonly string[]
}

/** Where one field came from, when that differs from the whole. */
export interface FieldProvenance {
  /** Path below the row, for example `openingHours`. */
  readonly path: string
  readonly sourceId: string
  readonly fetchedAt: string
  readonly freshness: Freshness
  /** Why the field is left out, or why its value is in doubt. */
  readonly reason: 'TOO_OLD' | 'CONFLICT' | null
}

/** A row of an answer that could not be read and was left out, so that it does not cost the others theirs. Holds no values. */
export interface SkippedRow {
  /** How the source calls the row, when that much could be read. */
  readonly key: string | null
  /** Path of the field that could not be read. */
  readonly path: string
  /** What was expected there, never what was found. */
  readonly reason: string
}

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
