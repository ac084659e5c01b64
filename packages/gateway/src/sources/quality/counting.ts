import { countKeys, type HourTally } from './ledger.ts'
import type { CallOutcome } from './listener.ts'
import { stepOf } from './scale.ts'

/** Counts while they are in memory. */
export interface Counting {
  /** The name an operation is counted under: its own, or `other` when the source has too many, or a database cannot hold it. */
  name(source: string, operation: string): string
  called(outcome: CallOutcome): void
  /** Adds to something counted by kind. */
  add(source: string, operation: string, key: string, by: number): void
  /** Everything counted since the last time, by hour. */
  take(): HourTally[]
}

/** Outcomes that say nothing about whether the source is well. The same as for its health. */
const neutral: ReadonlySet<string> = new Set([
  'TB_CANCELLED',
  'TB_DEADLINE_EXCEEDED',
  'TB_SOURCE_BUSY',
  'TB_SOURCE_REFUSED',
])

/** Source files choose names and paths; each costs memory and a row an hour. */
const maxOperations = 200
const maxKinds = 300
const hourMs = 3_600_000

/** One name that cannot be written would keep all figures from being written. PostgreSQL holds neither NUL nor halves of surrogate pairs. */
const canBeKept = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

interface Tally {
  calls: number
  judged: number
  successes: number
  attempts: number
  readonly counts: Map<string, number>
}

const emptyTally = (): Tally => ({ calls: 0, judged: 0, successes: 0, attempts: 0, counts: new Map() })

const increase = (counts: Map<string, number>, key: string, by: number) => {
  const before = counts.get(key)
  if (before === undefined && counts.size >= maxKinds) return
  counts.set(key, (before ?? 0) + by)
}

type BySource = Map<string, Map<string, Tally>>

const tallies = (hour: number, sources: BySource): HourTally[] =>
  [...sources].flatMap(([source, operations]) =>
    [...operations].map(([operation, { counts, ...figures }]) => {
      return { hour: new Date(hour * hourMs), source, operation, ...figures, counts: Object.fromEntries(counts) }
    }),
  )

/** Counts by hour, source and operation. */
export function createCounting(now: () => Date): Counting {
  const names = new Map<string, Set<string>>()
  let sources: BySource = new Map()
  let hour = 0
  let done: HourTally[] = []

  const name = (source: string, operation: string) => {
    const known = names.get(source) ?? new Set()
    names.set(source, known)
    if (known.has(operation)) return operation
    if (known.size >= maxOperations || !canBeKept(operation)) return 'other'
    known.add(operation)
    return operation
  }
  const turnTo = (next: number) => {
    done = [...done, ...tallies(hour, sources)]
    sources = new Map()
    hour = next
  }
  const tallyOf = (source: string, operation: string): Tally => {
    const current = Math.floor(now().getTime() / hourMs)
    if (current !== hour) turnTo(current)
    const operations = sources.get(source) ?? new Map<string, Tally>()
    sources.set(source, operations)
    const known = operations.get(operation)
    if (known) return known
    const counted = name(source, operation)
    const tally = operations.get(counted) ?? emptyTally()
    operations.set(counted, tally)
    return tally
  }

  return {
    name,
    called({ source, operation, outcome, latencyMs, attempts }) {
      const tally = tallyOf(source, operation)
      tally.calls += 1
      tally.attempts += attempts
      if (outcome === 'ok') tally.successes += 1
      else increase(tally.counts, countKeys.failure(outcome), 1)
      if (!neutral.has(outcome)) tally.judged += 1
      // A call that was refused before anything was sent took no time, and would make a broken source look fast.
      if (attempts > 0) increase(tally.counts, countKeys.latency(stepOf(latencyMs)), 1)
    },
    add: (source, operation, key, by) => increase(tallyOf(source, operation).counts, key, by),
    take() {
      turnTo(hour)
      const taken = done
      done = []
      return taken
    },
  }
}
