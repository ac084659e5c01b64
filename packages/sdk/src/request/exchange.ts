import type { AbortSignalLike } from '../cancel/signal.ts'
import type { OperationTraits } from '../document.ts'
import type { Settings } from '../settings.ts'

/** One call while it is under way: the client's settings with those of the call over them, and what is sent. */
export interface Exchange extends Settings {
  readonly signal: AbortSignalLike | undefined
  readonly operation: OperationTraits
  readonly body: string
  /** Whether repeating it cannot do anything twice. */
  readonly safe: boolean
}

/** Tells the caller's log. A broken log must not break an errand, so what it throws is dropped. */
export function notify({ onEvent }: Exchange, event: Parameters<NonNullable<Settings['onEvent']>>[0]): void {
  try {
    onEvent?.(event)
  } catch {
    // The caller's logging is the caller's concern.
  }
}
