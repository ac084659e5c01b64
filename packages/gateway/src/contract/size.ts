import { failed } from './answers.ts'
import { type ContractCheck, unless } from './check.ts'
import type { Sampled } from './sampled.ts'
import { complaints, moments, promises, reasons } from './words.ts'

const codeOf = (outcome: object): string | null =>
  'error' in outcome && outcome.error instanceof Error && 'code' in outcome.error ? String(outcome.error.code) : null

/** An answer filled up to the limit is taken; the same with one byte more is refused for its size. */
export const keepsToSize = (sampled: Sampled): ContractCheck => ({
  method: sampled.name,
  promise: promises.keepsToSize,
  writes: false,
  async run(stage) {
    const { exchanges, requests, largestBody, outcome } = await stage.undisturbed(sampled)
    if ('error' in outcome) return failed(outcome, moments.sample)
    if (exchanges === 0) return { because: requests === 0 ? reasons.asksNothing : reasons.notHttp }
    const limits = { maxResponseBytes: largestBody + 1_024 }
    stage.middleman.fill(limits.maxResponseBytes)
    const just = codeOf(await stage.call(sampled, sampled.input, { limits }))
    stage.middleman.fill(limits.maxResponseBytes + 1)
    const over = codeOf(await stage.call(sampled, sampled.input, { limits }))
    stage.middleman.disturb('NONE')
    return [
      ...unless(just !== 'TB_SOURCE_TOO_LARGE', complaints.refusesLimit),
      ...unless(over === 'TB_SOURCE_TOO_LARGE', complaints.exceedsLimit(over ?? 'an answer')),
    ]
  },
})
