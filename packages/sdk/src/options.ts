import type { Auth } from './auth/auth.ts'
import type { AbortSignalLike } from './cancel/signal.ts'
import type { Locale } from './errors/code.ts'
import type { Platform } from './platform.ts'
import type { TongbanEvent } from './request/event.ts'
import type { Transport } from './transport/transport.ts'

/** The person at the counter (经办人) on whose behalf a call is made; kept in every record of the gateway. */
export interface Operator {
  /** Branch, for example `绍兴越城支行`. */
  readonly branch?: string
  /** The client's own identifier of the person; not a name. */
  readonly id?: string
}

/** Headers to add; `null` removes one that is set by default. */
export type HeaderOptions = Readonly<Record<string, string | null>>

/** Options of a client. What a call may also set is overridden by the call. */
export interface TongbanOptions {
  /** Address of the gateway's GraphQL endpoint, for example `https://gov.example.cn/graphql`. */
  readonly endpoint: string
  /** Where access tokens come from. Without it only what is public can be called. */
  readonly auth?: Auth
  /** Who acts. Set it per call where one process serves several counters. */
  readonly operator?: Operator
  /** Language of messages. @default 'zh-CN' */
  readonly locale?: Locale
  /** How requests are sent. @default `fetchTransport()` */
  readonly transport?: Transport
  /** How often a safe call is repeated after its first attempt. @default 2 */
  readonly retries?: number
  /** How long one attempt may take, in milliseconds; each retry gets a fresh budget. @default 10_000 */
  readonly attemptTimeoutMs?: number
  /** How long a call may take with all its attempts and waits, in milliseconds. @default 30_000 */
  readonly timeoutMs?: number
  /** Headers on every request. */
  readonly headers?: HeaderOptions
  /** Told what happens: attempts, answers, retries. Events hold no variables, answers or tokens. */
  readonly onEvent?: (event: TongbanEvent) => void
  /** What the runtime lacks, for example `randomUUID` in a mini-program. */
  readonly platform?: Platform
  /** Sends over plain http to another machine. Tokens and personal data can then be read on the way. @default false */
  readonly dangerouslyAllowPlainHttp?: boolean
}

/** Options of one call. */
export interface CallOptions {
  /** Cancels the call and the request that is under way. Any look-alike of `AbortSignal`. */
  readonly signal?: AbortSignalLike
  /** @default the client's */
  readonly timeoutMs?: number
  /** @default the client's */
  readonly attemptTimeoutMs?: number
  /** @default the client's */
  readonly retries?: number
  /** Headers of this call; they win over the client's. */
  readonly headers?: HeaderOptions
  /** Who acts in this call. @default the client's */
  readonly operator?: Operator
}

/** Options of a mutation that can be repeated safely. */
export interface KeyedCallOptions extends CallOptions {
  /**
   * The caller's own number for this errand, 1 to 128 visible ASCII characters. Repeating the call with it, also from
   * another process or days later, gives the first answer again. @default a new random key, used for this call's retries
   */
  readonly idempotencyKey?: string
}

/** Options of a call that gives a list. */
export interface ListOptions extends CallOptions {
  /** How many items iteration gives at most, over all pages. Does not change the size of a page. @default all */
  readonly limit?: number
}

/** Options of something that is asked again and again until it is settled. */
export interface WaitOptions extends CallOptions {
  /** Time between two questions, in milliseconds. @default 2_000 for a consent, 5_000 for a submission */
  readonly intervalMs?: number
}
