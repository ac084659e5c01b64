// Not part of the public surface: what is measured is what a call to a source pays for being counted.
import { createQuality } from '../../../../packages/gateway/src/sources/quality/create-quality.ts'
import { createMetrics } from '../../../../packages/gateway/src/telemetry/metrics.ts'
import { itemAt } from '../city/items.ts'
import { type Spread, spreadOf } from '../report/statistics.ts'

/** What the quality ledger costs a call, in nanoseconds of processor time; spreads are over rounds. */
export interface LedgerFigures {
  /** Counting the outcome of a call. */
  readonly calledNs: Spread
  /** A reply whose shape is not looked at this time: most of them. */
  readonly passedByNs: Spread
  /** Looking at the shape of a reply with one item. */
  readonly oneRowNs: Spread
  /** Looking at the shape of a reply with fifty items. */
  readonly pageNs: Spread
}

const silent = { debug() {}, info() {}, warn() {}, error() {}, child: () => silent }
const nowhere = {
  add: async () => {},
  shapes: async () => [],
  keepShapes: async () => {},
  drifts: async () => [],
  addDrifts: async () => {},
}
const operations = 20
const warmUps = 2

/** Measures the ledger by itself, kept nowhere. */
export function ledgerFigures(rounds: number): LedgerFigures {
  const usual = quality({})
  const looking = quality({ sampleEveryMs: 0 })
  const one = itemAt(1)
  const page = { total: 50, rows: Array.from({ length: 50 }, (_, n) => itemAt(n)) }
  const operation = (n: number): string => `op${n % operations}`
  const called = (n: number) =>
    usual.called({
      source: 's',
      operation: operation(n),
      outcome: n % 10 === 0 ? 'TB_SOURCE_TIMEOUT' : 'ok',
      latencyMs: 20 + (n % 300),
      attempts: 1,
    })
  return {
    calledNs: timed(rounds, 100_000, called),
    passedByNs: timed(rounds, 100_000, (n) => usual.replied('s', operation(n), page)),
    oneRowNs: timed(rounds, 5_000, () => looking.replied('s', 'one', one)),
    pageNs: timed(rounds, 500, () => looking.replied('s', 'page', page)),
  }
}

const quality = (more: { readonly sampleEveryMs?: number }) =>
  createQuality({ ledger: nowhere, log: silent, metrics: createMetrics(), now: () => new Date(), ...more })

/** Processor time: what others do on the machine does not count. The first rounds warm up. */
function timed(rounds: number, times: number, run: (n: number) => void): Spread {
  const each = Array.from({ length: rounds + warmUps }, () => {
    const startedAt = process.cpuUsage()
    for (let n = 0; n < times; n += 1) run(n)
    const { user, system } = process.cpuUsage(startedAt)
    return ((user + system) * 1_000) / times
  })
  return spreadOf(each.slice(warmUps))
}
