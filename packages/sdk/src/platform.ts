/**
 * What the SDK takes from the runtime beside ECMAScript itself. Everything is looked up when it is needed, never when the
 * module loads, so that the SDK also loads where there is no `setTimeout`, no `crypto` and no `fetch` (mini-programs).
 */
export interface Platform {
  /** Timer for time-outs, waits between attempts and polling. Without one nothing times out and nothing is retried. */
  setTimeout?(callback: () => void, ms: number): unknown
  /** Ends a timer of `setTimeout`. */
  clearTimeout?(handle: unknown): void
  /** Makes idempotency keys; must be unpredictable (never built on `Math.random`). Mini-programs answer asynchronously. */
  randomUUID?(): string | PromiseLike<string>
  /** Spreads waits between attempts, 0 ≤ n < 1. Not used for anything secret. @default Math.random */
  random?(): number
  /** Milliseconds since 1970. @default Date.now */
  now?(): number
}

/** The part of a response of `fetch` that is used. */
export interface FetchedResponse {
  readonly status: number
  readonly headers: { forEach(each: (value: string, name: string) => void): void }
  text(): Promise<string>
}

/** What is handed to `fetch`; a signal of the runtime's own kind is added beside it. */
interface FetchInit {
  readonly method: 'POST'
  readonly headers: Record<string, string>
  readonly body: string
  readonly redirect: 'error'
}

/** A function like the standard `fetch`. */
export type FetchLike = (url: string, init: FetchInit) => PromiseLike<FetchedResponse>

interface Host extends Platform {
  readonly Date: unknown
  readonly crypto?: { randomUUID?(): string }
  readonly fetch?: FetchLike
  readonly AbortController?: new () => { readonly signal: unknown; abort(): void }
}

/** The global object, seen through the few names the SDK may find there. */
export const host: Host = globalThis

/** The platform of the runtime, with the caller's own parts before it. */
export function resolvePlatform(own: Platform = {}): Platform {
  return {
    ...(host.setTimeout && { setTimeout: (callback, ms) => host.setTimeout?.(callback, ms) }),
    ...(host.clearTimeout && { clearTimeout: (handle) => host.clearTimeout?.(handle) }),
    ...(host.crypto?.randomUUID && { randomUUID: () => host.crypto?.randomUUID?.() ?? '' }),
    random: Math.random,
    now: Date.now,
    ...own,
  }
}
