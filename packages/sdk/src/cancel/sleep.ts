import type { Platform } from '../platform.ts'
import type { Cancellation } from './cancellation.ts'
import { raceSignal } from './race.ts'

/** Waits, or rejects with the reason of the signal at once. The platform must have a timer. */
export async function sleep(platform: Platform, ms: number, signal: Cancellation): Promise<void> {
  let timer: unknown
  const elapsed = new Promise<void>((resolve) => {
    timer = platform.setTimeout?.(resolve, ms)
  })
  try {
    await raceSignal(elapsed, signal)
  } finally {
    platform.clearTimeout?.(timer)
  }
}
