import type { ErrorCode } from '@tongban/schema'

/** Figures of one operation since the gateway started. Latencies are milliseconds over the recent calls. */
interface OperationFigures {
  readonly operation: string
  readonly calls: number
  readonly failures: number
  readonly attempts: number
  readonly latencyP50Ms: number | null
  readonly latencyP95Ms: number | null
}

/** The quality ledger of one source (数据源质量台账). Times are ISO 8601 instants. */
export interface SourceFigures {
  readonly state: 'UP' | 'DEGRADED' | 'DOWN' | 'UNKNOWN'
  readonly lastSuccessAt: string | null
  readonly lastFailureAt: string | null
  readonly lastFailureCode: ErrorCode | null
  readonly operations: readonly OperationFigures[]
}

/** Figures while they are being kept. */
export interface FiguresKeeper {
  /** @param attempts - exchanges that the call took. @default 1 */
  record(operation: string, outcome: 'ok' | ErrorCode, latencyMs: number, attempts?: number): void
  /** @param broken operations whose breaker is open */
  read(broken: readonly string[]): SourceFigures
}

const recentLatencies = 128
const recentOutcomes = 20
const tolerableShare = 0.2

/** Outcomes that say nothing about whether the source is well. */
const neutral: ReadonlySet<string> = new Set<ErrorCode>([
  'TB_CANCELLED',
  'TB_DEADLINE_EXCEEDED',
  'TB_SOURCE_BUSY',
  'TB_SOURCE_REFUSED',
])

interface Ledger {
  calls: number
  failures: number
  attempts: number
  readonly latencies: number[]
}

const percentile = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null

const operationFigures = (operation: string, { latencies, ...counts }: Ledger): OperationFigures => {
  const sorted = latencies.toSorted((a, b) => a - b)
  return { operation, ...counts, latencyP50Ms: percentile(sorted, 0.5), latencyP95Ms: percentile(sorted, 0.95) }
}

/** Keeps the figures of one source. */
export function createFigures(now: () => Date): FiguresKeeper {
  const ledgers = new Map<string, Ledger>()
  const outcomes: boolean[] = []
  let lastSuccessAt: Date | null = null
  let lastFailureAt: Date | null = null
  let lastFailureCode: ErrorCode | null = null

  const remember = (isWell: boolean) => {
    outcomes.push(isWell)
    if (outcomes.length > recentOutcomes) outcomes.shift()
  }

  const stateWith = (broken: readonly string[]): SourceFigures['state'] => {
    // A silent source may only ever have cost callers their deadlines; its breaker knows all the same.
    if (outcomes.length === 0) return broken.length === 0 ? 'UNKNOWN' : 'DOWN'
    const failed = outcomes.filter((isWell) => !isWell).length
    if (failed === outcomes.length || (broken.length > 0 && broken.length === ledgers.size)) return 'DOWN'
    return broken.length > 0 || failed / outcomes.length > tolerableShare ? 'DEGRADED' : 'UP'
  }

  return {
    record(operation, outcome, latencyMs, attempts = 1) {
      const ledger = ledgers.get(operation) ?? { calls: 0, failures: 0, attempts: 0, latencies: [] }
      ledgers.set(operation, ledger)
      ledger.latencies[ledger.calls % recentLatencies] = latencyMs
      ledger.calls += 1
      ledger.attempts += attempts
      if (outcome === 'ok') {
        lastSuccessAt = now()
        return remember(true)
      }
      ledger.failures += 1
      lastFailureAt = now()
      lastFailureCode = outcome
      if (!neutral.has(outcome)) remember(false)
    },
    read: (broken) => ({
      state: stateWith(broken),
      lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
      lastFailureAt: lastFailureAt?.toISOString() ?? null,
      lastFailureCode,
      operations: [...ledgers].map(([operation, ledger]) => operationFigures(operation, ledger)),
    }),
  }
}
