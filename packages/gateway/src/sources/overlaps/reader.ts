import type { EarlierRows } from '../copies/earlier.ts'
import type { FailingSource } from '../failures.ts'
import type { CallContext, ProvenanceRecord, Sourced } from '../source.ts'
import type { Conflict } from './conflicts.ts'

/** One method of one source: what it answers now, and what it answered before. */
export interface Reader {
  readonly source: FailingSource
  /** Port and method, for example `items.byCodes`. */
  readonly method: string
  fresh(input: unknown, context: CallContext): Promise<Sourced<unknown>>
  /** Absent where nothing of it may be kept. */
  readonly earlier?: EarlierReader
}

/** Last good copies of one method. What cannot be looked up counts as absent. */
export interface EarlierReader {
  rows(input: unknown, keys: readonly string[], context: CallContext): Promise<EarlierRows>
  whole(
    input: unknown,
    context: CallContext,
  ): Promise<{ readonly value: unknown; readonly provenance: ProvenanceRecord } | undefined>
}

/** Sources that cover the same, in their order; there is always one. */
export type Readers = readonly [Reader, ...Reader[]]

/** What reading from several sources needs besides them. */
export interface ReadingParts {
  readonly now: () => Date
  readonly conflicted: (conflict: Conflict) => void
}
