import type { KeptDrift } from './drifts.ts'

/** From an hour on, until another: `to` is not part of it. */
export interface Span {
  readonly from: Date
  readonly to: Date
}

/** How often something happened, by its kind. */
export interface KindCount {
  readonly code: string
  readonly count: number
}

/** Fields about which this source and another say different things. */
export interface ConflictCount {
  readonly otherSourceId: string
  readonly port: string
  readonly path: string
  readonly count: number
}

/** Figures of calls. Shares are between 0 and 1, null when there is nothing to divide by. */
export interface QualityFigures {
  readonly calls: number
  readonly successes: number
  /** Of the calls whose outcome says something about the source. */
  readonly successShare: number | null
  readonly failures: readonly KindCount[]
  readonly attempts: number
  /** Attempts for each call. */
  readonly loadFactor: number | null
  readonly latencyP50Ms: number | null
  readonly latencyP95Ms: number | null
  readonly latencyP99Ms: number | null
  readonly shapeErrors: number
  readonly skippedRows: number
  readonly staleAnswers: number
  /** Of all answers, those for which an earlier one stood in. */
  readonly staleShare: number | null
  readonly staleAgeP95Ms: number | null
  readonly conflicts: number
}

/** Figures of one operation. */
export interface OperationQuality {
  readonly operation: string
  readonly figures: QualityFigures
  /** Of the hours with such calls, those in which at least 95 % of them went well. */
  readonly availability: number | null
  readonly worstHour: HourQuality | null
}

/** Figures of one hour. */
export interface HourQuality {
  readonly hour: Date
  readonly calls: number
  readonly successes: number
  readonly successShare: number | null
}

/** Quality of one source over a time. */
export interface SourceQualityRecord extends Span {
  readonly sourceId: string
  readonly totals: QualityFigures
  readonly hours: readonly HourQuality[]
  readonly operations: readonly OperationQuality[]
  readonly conflicts: readonly ConflictCount[]
  readonly drifts: readonly KeptDrift[]
}
