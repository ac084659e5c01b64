import { expect, it } from 'vitest'
import { print } from './report/print.ts'
import { runBench } from './run/bench.ts'
import type { Plan } from './run/plan.ts'

const tinyPlan: Plan = {
  cases: 3,
  connections: 4,
  warmUpMs: 30,
  roundMs: 60,
  rounds: 1,
  endMs: 30_000,
  checks: 2,
}

const positive = expect.toSatisfy((value: number) => Number.isFinite(value) && value > 0)
const perWorkload = { W1: positive, W2: positive, W3: positive }
const ratios = { apollo: perWorkload, bestPeer: perWorkload, floor: perWorkload }

it('runs a round end to end: every server answers alike, and the report holds every figure', async () => {
  const report = await runBench({ plan: tinyPlan, signal: AbortSignal.timeout(55_000), say: () => {} })
  expect(JSON.parse(JSON.stringify(report))).toMatchObject({ ratios, processorRatios: ratios, rounds: 1 })
  for (const servers of Object.values(report.results))
    for (const figures of Object.values(servers)) expect(figures.requestsPerSecond.median).toBeGreaterThan(0)
  expect(report.results.W1.apollo.upstreamCallsPerRequest).toBe(2)
  expect(report.results.W2.floor.upstreamCallsPerRequest).toBe(5)
  expect(print(report)).toContain('gateway ÷ other')
})
