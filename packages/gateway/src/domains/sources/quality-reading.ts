import type { Store } from '../../store/store.ts'
import { driftsOf } from './drifts.ts'
import type { SourceQualityRecord, Span } from './quality-figures.ts'
import { countRows, hourRows, operationRows, within } from './quality-rows.ts'
import { conflictOf, figuresOf, hourOf, operationOf, total } from './quality-summary.ts'

/** Reads the quality of sources over a time: four statements, however many sources, operations and hours. */
export async function readQuality(
  store: Store,
  sources: readonly string[],
  span: Span,
  now: Date,
): Promise<readonly SourceQualityRecord[]> {
  if (sources.length === 0) return []
  const where = within(sources, span)
  const operations = await operationRows(store, where)
  const counts = await countRows(store, where)
  const hours = await hourRows(store, where)
  const drifts = await driftsOf(store, sources, span, now)
  const grouped = {
    operations: Map.groupBy(operations.rows, ({ source_id }) => source_id),
    counts: Map.groupBy(counts.rows, ({ source_id }) => source_id),
    hours: Map.groupBy(hours.rows, ({ source_id }) => source_id),
    drifts: Map.groupBy(drifts, ({ source }) => source),
  }
  return sources.map((sourceId) => {
    const own = grouped.operations.get(sourceId) ?? []
    const ownCounts = grouped.counts.get(sourceId) ?? []
    return {
      sourceId,
      ...span,
      totals: figuresOf(total(own), ownCounts),
      hours: (grouped.hours.get(sourceId) ?? []).map(hourOf),
      operations: own.map((row) => operationOf(row, ownCounts)),
      conflicts: ownCounts.flatMap(conflictOf).toSorted((one, other) => other.count - one.count),
      drifts: grouped.drifts.get(sourceId) ?? [],
    }
  })
}
