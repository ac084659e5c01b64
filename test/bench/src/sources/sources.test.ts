import { expect, it } from 'vitest'
import { behaviours } from './library/behaviours.ts'
import type { SourcesPlan } from './plan.ts'
import { print } from './print.ts'
import { measureSources } from './report.ts'
import { rows } from './unwell/rows.ts'

/** A patient deadline: nothing here is about time. */
const tinyPlan: SourcesPlan = {
  unwell: { items: 20, rate: 10, deadlineMs: 4_000, roundMs: 300, fails40Ms: 300, rounds: 1 },
  oneDead: { connections: 2, rateOfTenth: 5, reads: 20, rounds: 1 },
  sync: { items: 600, killAt: 0.3 },
  directorySizes: [10],
  directoryLookups: 100,
  ledgerRounds: 1,
}

const share = expect.toSatisfy((value: number) => value >= 0 && value <= 1)
const positive = expect.toSatisfy((value: number) => Number.isFinite(value) && value > 0)
const spread = { median: positive, min: positive, max: positive }

it('measures everything once, on a small scale, and the report holds every figure', { timeout: 240_000 }, async () => {
  const report = await measureSources({ plan: tinyPlan, signal: AbortSignal.timeout(230_000), say: () => {} })
  expect(report.unwell).toHaveLength(behaviours.length * rows.length)
  for (const figures of report.unwell)
    expect(figures).toMatchObject({ reads: 3, answered: share, fresh: share, stale: share, p99Ms: spread })
  expect(report.unwell.filter(({ row }) => row === 'mirror').map(({ load }) => load)).toEqual(
    behaviours.map(() => null),
  )
  expect(report.unwell.find(({ behaviour, row }) => behaviour === 'dead' && row === 'bare')).toMatchObject({ fresh: 0 })
  expect(report.oneDead).toMatchObject({ readsARound: 20, p99: { ratio: spread, noise: spread } })
  expect(report.sync).toMatchObject([
    { database: 'embedded', items: 600, rowsPerSecond: positive, killed: { page: 100 } },
  ])
  for (const { killed } of report.sync) expect(killed.rowsAgain).toBeLessThanOrEqual(killed.page)
  // Among so few sources the memory of anything else may shrink by more.
  expect(report.directory).toMatchObject([{ sources: 10, bytesPerSource: expect.any(Number) }])
  expect(report.ledger).toMatchObject({ calledNs: spread, pageNs: spread })
  expect(print(JSON.parse(JSON.stringify(report)))).toContain('One dead source among ten')
})
