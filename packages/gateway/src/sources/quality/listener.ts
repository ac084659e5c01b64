import type { ErrorCode } from '@tongban/schema'
import type { SkippedRow } from '../source.ts'

/** A finished call to a source, all attempts together. */
export interface CallOutcome {
  readonly source: string
  readonly operation: string
  readonly outcome: 'ok' | ErrorCode
  readonly latencyMs: number
  /** Attempts that were sent, hedges included; 0 when the call was refused before. */
  readonly attempts: number
}

/** Told what is worth knowing about the quality of sources (数据源质量). Never slow, never throws. */
export interface QualityListener {
  called(outcome: CallOutcome): void
  /** A reply before it is read with its schema; only its shape may be kept. */
  replied(source: string, operation: string, raw: unknown): void
  skipped(source: string, operation: string, rows: readonly SkippedRow[]): void
  /** An earlier answer stood in. */
  servedStale(source: string, operation: string, ageMs: number): void
  /** Two sources say different things about the same field of the same row. The values are not told. */
  conflicted(sources: readonly [string, string], port: string, path: string): void
}

/** Listens to nothing. */
export const unheard: QualityListener = {
  called() {},
  replied() {},
  skipped() {},
  servedStale() {},
  conflicted() {},
}
