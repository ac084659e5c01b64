/** How long to wait before the next attempt. */
export interface Backoff {
  /** The attempt that failed, from 1. */
  readonly attempt: number
  /** What the gateway asked for, in milliseconds. */
  readonly retryAfterMs?: number | undefined
  /** 0 ≤ n < 1 */
  readonly random: () => number
  readonly baseMs?: number
  readonly capMs?: number
}

/**
 * Exponential, half of it at random, so that clients which failed together do not come back together. Never shorter than
 * what the gateway asked for; the random part comes on top of that, for the same reason.
 */
export function retryDelay({ attempt, retryAfterMs = 0, random, baseMs = 200, capMs = 5_000 }: Backoff): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** (attempt - 1))
  const delay = ceiling / 2 + (random() * ceiling) / 2
  return Math.round(retryAfterMs > 0 ? retryAfterMs + (random() * ceiling) / 2 : delay)
}
