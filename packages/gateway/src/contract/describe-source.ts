import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Source } from '../sources/source.ts'
import { contractChecks } from './contract.ts'
import type { SourceSamples } from './samples.ts'
import { type Stage, sampledOf, setStage } from './stage.ts'

/**
 * Describes, in a Vitest file, that a source keeps the contract of its ports: batches equal singles, unknown keys are left out,
 * every spelling of nothing is taken, failures are typed, calls end when they are cancelled or when an answer is too large, and
 * nothing personal is written. Between the source and its system stands a server that disturbs the traffic.
 *
 * @param source - with the address of a running system, or of any, with a tape among the samples
 *
 * @example
 * describeSource(approvals({ url, appid, token }), { cases: { byNumbers: ['A-1', 'A-2'] }, tape: await readTape('approvals.jsonl') })
 */
export function describeSource(source: Source, samples: SourceSamples): void {
  describe(`the source ${source.id}`, () => {
    let stage: Stage
    beforeAll(async () => {
      stage = await setStage(source, samples)
    })
    afterAll(async () => {
      await stage.close()
      await source.protocol.close?.()
    })
    for (const check of contractChecks({ sampled: sampledOf(source, samples) }))
      it(check.name, async () => {
        expect((await check.run(stage)) ?? []).toEqual([])
      })
  })
}
