import type { Platform } from '../platform.ts'
import { Cancellation } from './cancellation.ts'
import type { AbortSignalLike } from './signal.ts'

/** What can end a scope before its work does. */
export interface ScopeLimits {
  /** Whoever is outside: the caller's signal, or the scope around this one. */
  readonly parent?: AbortSignalLike | undefined
  /** The error when the parent is cancelled without a reason of ours. */
  readonly onCancel: () => Error
  /** How long the scope may last, in milliseconds, and the error when it lasts longer. @default without end */
  readonly timeout?: { readonly ms: number; readonly error: () => Error }
}

/** Runs work under a signal that follows its parent and a time limit, and leaves neither listener nor timer behind. */
export async function withinScope<T>(
  platform: Platform,
  limits: ScopeLimits,
  work: (signal: Cancellation) => Promise<T>,
): Promise<T> {
  const signal = new Cancellation()
  const { parent, timeout } = limits
  const follow = () =>
    signal.cancel(parent instanceof Cancellation ? (parent.reason ?? limits.onCancel()) : limits.onCancel())
  if (parent?.aborted) follow()
  parent?.addEventListener('abort', follow)
  const timer = timeout && platform.setTimeout?.(() => signal.cancel(timeout.error()), timeout.ms)
  try {
    signal.throwIfCancelled()
    return await work(signal)
  } finally {
    if (timer !== undefined) platform.clearTimeout?.(timer)
    parent?.removeEventListener?.('abort', follow)
  }
}
