import { serve } from '../processes/serve.ts'
import { processorMs } from '../processes/usage.ts'
import { quantile } from './latencies.ts'
import { type Shooting, shoot } from './shoot.ts'

/** What one round gave. */
export interface RoundFigures {
  readonly requests: number
  readonly requestsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly answerBytes: number
  readonly seconds: number
}

const calls = {
  shoot: async (shooting: Shooting): Promise<RoundFigures> => {
    const { requests, seconds, latenciesMs, bytes } = await shoot(shooting)
    const sorted = latenciesMs.toSorted((a, b) => a - b)
    return {
      requests,
      seconds,
      requestsPerSecond: requests / seconds,
      p50Ms: quantile(sorted, 0.5),
      p99Ms: quantile(sorted, 0.99),
      answerBytes: bytes / requests,
    }
  },
  processor: (_: null) => processorMs(),
}

/** The load generator as its parent sees it. */
export type LoadCalls = typeof calls

serve(calls, async () => {})
