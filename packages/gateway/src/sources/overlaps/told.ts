import type { TongbanError } from '@tongban/schema'
import type { AnyBatch } from '../copies/keep.ts'
import type { ProvenanceRecord } from '../source.ts'
import type { ToldRow } from './merge-rows.ts'
import type { Reader } from './reader.ts'

/** What one source said when it was asked for some keys. */
export interface Told {
  readonly reader: Reader
  readonly keys: readonly string[]
  /** Rows it gave; none when it failed. */
  readonly rows: readonly ToldRow[]
  /** Where its answer came from; null when it failed. */
  readonly provenance: ProvenanceRecord | null
  readonly failure: TongbanError | null
}

/** Keys that a row answers to. */
export const keysOfRow = (reading: AnyBatch, row: unknown): readonly string[] => [
  reading.keyOf(row),
  ...(reading.namesOf?.(row) ?? []),
]

/** Of these keys those that no row answers to, or none that knows them. */
export function unanswered(reading: AnyBatch, keys: readonly string[], told: readonly Told[]): readonly string[] {
  const rows = told.flatMap((one) => one.rows).filter(({ row }) => !reading.isUnknown?.(row))
  const found = new Set(rows.flatMap(({ row }) => keysOfRow(reading, row)))
  return keys.filter((key) => !found.has(key))
}
