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
