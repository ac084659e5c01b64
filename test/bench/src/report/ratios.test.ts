import { expect, it } from 'vitest'
import type { Figures } from './figures.ts'
import { ratiosOf } from './ratios.ts'

const spread = { median: 0, min: 0, max: 0 }
const figures = (rate: number): Figures => ({
  requestsPerSecond: { ...spread, median: rate },
  p50Ms: 0,
  p99Ms: 0,
  processorMicros: spread,
  upstreamCallsPerRequest: 0,
  answerBytes: 0,
  surroundingsBusy: 0,
})
const servers = (tongban: number, apollo: number, mercurius: number, floor: number) => ({
  tongban: figures(tongban),
  apollo: figures(apollo),
  mercurius: figures(mercurius),
  floor: figures(floor),
})

it('divides by each server, and by the faster of the two peers in each workload', () => {
  const results = { W1: servers(300, 100, 200, 600), W2: servers(50, 100, 25, 500), W3: servers(100, 100, 100, 1_000) }
  expect(ratiosOf(results, ({ requestsPerSecond }) => requestsPerSecond.median)).toEqual({
    apollo: { W1: 3, W2: 0.5, W3: 1 },
    bestPeer: { W1: 1.5, W2: 0.5, W3: 1 },
    floor: { W1: 0.5, W2: 0.1, W3: 0.1 },
  })
})
