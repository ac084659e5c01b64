import type { OperationLimits, Source, SourceLimits } from './source.ts'

/** What a source may cost the gateway unless its file says otherwise; the reasons are at {@link SourceLimits}. */
export const defaultLimits: SourceLimits = {
  attemptTimeoutMs: 3_000,
  totalTimeoutMs: 10_000,
  maxConcurrent: 16,
  maxQueued: 256,
  maxResponseBytes: 4_194_304,
  maxRetries: 5,
  recoverAfterMs: 1_000,
  settleMs: 60_000,
  hedge: true,
  refusalsBreak: false,
}

type Limited = Pick<Source, 'limits' | 'operations'>

/** The limits of a source as a whole. Its connections live as long as the slowest of its operations may take. */
export function limitsOf({ limits, operations = {} }: Limited): SourceLimits {
  const own = { ...defaultLimits, ...limits }
  const attempts = Object.values(operations).flatMap(({ attemptTimeoutMs }) => attemptTimeoutMs ?? [])
  return { ...own, attemptTimeoutMs: Math.max(own.attemptTimeoutMs, ...attempts) }
}

/** The limits of one operation: its own before those of its source before the defaults. */
export const limitsOfOperation = ({ limits, operations }: Limited, operation: string): OperationLimits => ({
  ...defaultLimits,
  ...limits,
  ...operations?.[operation],
})
