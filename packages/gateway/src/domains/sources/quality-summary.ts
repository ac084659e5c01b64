import { percentileOf } from '../../sources/quality/scale.ts'
import type { ConflictCount, HourQuality, OperationQuality, QualityFigures } from './quality-figures.ts'
import type { CountRow, OperationRow, Sums, WorstHour } from './quality-rows.ts'

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** Adds up rows. */
export const total = (rows: readonly Sums[]): Sums => {
  const of = (name: keyof Sums) => rows.reduce((sum, row) => sum + row[name], 0)
  return { calls: of('calls'), judged: of('judged'), successes: of('successes'), attempts: of('attempts') }
}

/** Figures of an hour. */
export const hourOf = ({ hour, calls, successes, judged }: WorstHour): HourQuality => ({
  hour: new Date(hour),
  calls,
  successes,
  successShare: share(successes, judged),
})

/** Figures of an operation, from its own counts among all of the source. */
export const operationOf = (row: OperationRow, counts: readonly CountRow[]): OperationQuality => ({
  operation: row.operation,
  figures: figuresOf(
    row,
    counts.filter(({ operation }) => operation === row.operation),
  ),
  availability: share(row.hours_well, row.hours_judged),
  worstHour: row.worst === null ? null : hourOf(row.worst),
})

/** Counts whose key begins so, by the rest of it, added up over operations. */
function countsUnder(counts: readonly CountRow[], prefix: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const { key, count } of counts) {
    if (!key.startsWith(prefix)) continue
    const rest = key.slice(prefix.length)
    found.set(rest, (found.get(rest) ?? 0) + count)
  }
  return found
}

const steps = (counts: ReadonlyMap<string, number>) =>
  new Map([...counts].map(([step, count]) => [Number(step), count]))
const all = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)

/** Figures from sums and counts. */
export function figuresOf({ calls, judged, successes, attempts }: Sums, counts: readonly CountRow[]): QualityFigures {
  const latency = steps(countsUnder(counts, 'latency/'))
  const stale = countsUnder(counts, 'stale/')
  const failures = [...countsUnder(counts, 'failure/')].map(([code, count]) => ({ code, count }))
  const staleAnswers = all(stale)
  return {
    calls,
    successes,
    successShare: share(successes, judged),
    failures: failures.toSorted((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1)),
    attempts,
    loadFactor: share(attempts, calls),
    latencyP50Ms: percentileOf(latency, 0.5),
    latencyP95Ms: percentileOf(latency, 0.95),
    latencyP99Ms: percentileOf(latency, 0.99),
    shapeErrors: failures.find(({ code }) => code === 'TB_SOURCE_SHAPE')?.count ?? 0,
    skippedRows: all(countsUnder(counts, 'skipped')),
    staleAnswers,
    staleShare: share(staleAnswers, successes + staleAnswers),
    staleAgeP95Ms: percentileOf(steps(stale), 0.95),
    conflicts: all(countsUnder(counts, 'conflict/')),
  }
}

/** The conflict that a count is about, if it is about one. */
export const conflictOf = ({ operation, key, count }: CountRow): ConflictCount[] => {
  const [, otherSourceId, path] = /^conflict\/([^/]+)\/(.*)$/s.exec(key) ?? []
  return otherSourceId === undefined || path === undefined ? [] : [{ otherSourceId, port: operation, path, count }]
}
