/** How current something is. */
type Freshness = 'FRESH' | 'STALE' | 'SNAPSHOT'

/** Where something came from (来源). Times are ISO 8601 instants. */
export interface ProvenanceRecord {
  readonly sourceId: string
  readonly fetchedAt: string
  readonly asOf: string | null
  readonly freshness: Freshness
  /** Fields that came from elsewhere or at another time than the whole, or were left out. */
  readonly fields?: readonly FieldProvenance[]
  /** Other sources that were asked for the same and did not answer. */
  readonly unanswered?: readonly string[]
}

/** Where one field came from, when that differs from the whole. */
export interface FieldProvenance {
  /** Path below the row, for example `openingHours`. */
  readonly path: string
  readonly sourceId: string
  readonly fetchedAt: string
  readonly freshness: Freshness
  /** Why the field is left out, or why its value is in doubt. */
  readonly reason: 'TOO_OLD' | 'CONFLICT' | null
}

/** A row of an answer that could not be read and was left out, so that it does not cost the others theirs. Holds no values. */
export interface SkippedRow {
  /** How the source calls the row, when that much could be read. */
  readonly key: string | null
  /** Path of the field that could not be read. */
  readonly path: string
  /** What was expected there, never what was found. */
  readonly reason: string
}
