import type { HourTally } from './ledger.ts'

/** Tallies that are not in the ledger yet. */
export interface Waiting {
  add(tallies: readonly HourTally[]): void
  rows(): readonly HourTally[]
  clear(): void
}

/** About 20 MB when each holds many kinds: what a day without a database may cost in memory. */
const maxWaiting = 20_000

const keyOf = ({ hour, source, operation }: HourTally): string => `${hour.getTime()} ${source} ${operation}`

const sum = (one: HourTally, other: HourTally): HourTally => {
  const counts: Record<string, number> = { ...one.counts }
  for (const [key, count] of Object.entries(other.counts)) counts[key] = (counts[key] ?? 0) + count
  return {
    ...one,
    calls: one.calls + other.calls,
    judged: one.judged + other.judged,
    successes: one.successes + other.successes,
    attempts: one.attempts + other.attempts,
    counts,
  }
}

/**
 * Keeps tallies while the database cannot be reached, one for each hour, source and operation. Of more than it can hold the oldest go.
 *
 * @param lost - told how many rows went
 */
export function createWaiting(lost: (rows: number) => void): Waiting {
  const rows = new Map<string, HourTally>()
  return {
    add(tallies) {
      for (const tally of tallies) {
        const before = rows.get(keyOf(tally))
        rows.set(keyOf(tally), before ? sum(before, tally) : tally)
      }
      const oldest = [...rows.keys()].slice(0, Math.max(0, rows.size - maxWaiting))
      for (const key of oldest) rows.delete(key)
      if (oldest.length > 0) lost(oldest.length)
    },
    rows: () => [...rows.values()],
    clear: () => rows.clear(),
  }
}
