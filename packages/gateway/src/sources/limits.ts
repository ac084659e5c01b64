import type { SourceLimits } from './source.ts'

/** What a source may cost the gateway unless its file says otherwise. */
export const defaultLimits: SourceLimits = {
  attemptTimeoutMs: 3_000,
  totalTimeoutMs: 10_000,
  maxConcurrent: 16,
  maxQueued: 256,
  maxResponseBytes: 4_194_304,
  maxRetries: 2,
  recoverAfterMs: 5_000,
  settleMs: 60_000,
  hedge: true,
}
