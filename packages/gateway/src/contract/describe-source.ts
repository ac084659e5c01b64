import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Source } from '../sources/source.ts'
import { isInapplicable, nameOf } from './check.ts'
import { contractChecks } from './contract.ts'
import { sampledOf } from './sampled.ts'
import type { SourceSamples } from './samples.ts'
import { type Stage, setStage } from './stage.ts'
import { unaskedOf, withLists } from './unasked.ts'

/** A check takes less than a second; a machine under load may take its time. */
const timeoutMs = 60_000

/**
 * Describes, in a Vitest file, that a source keeps the contract of its ports: batches equal singles, unknown keys are left out,
 * pages go on, every spelling of nothing is taken, failures are typed, calls end when they are cancelled or when an answer is too
 * large, and nothing personal is written. Between the source and its system stands a server that disturbs the traffic.
 *
 * Lists (`items.page`, `items.changes`, `notices.changes`) are asked for without a sample too, unless a tape answers. Other methods
 * that read are judged with samples alone; those without are named by a test.
 *
 * @param source - with the address of a running system, or of any, with a tape among the samples
 * @param given - inputs that the system has an answer to
 *
 * @example
 * describeSource(approvals({ url, appid, token }), { cases: { byNumbers: ['A-1', 'A-2'] }, tape: await readTape('approvals.jsonl') })
 */
export function describeSource(source: Source, given: SourceSamples): void {
  const samples = withLists(source, given)
  const unasked = unaskedOf(source, samples)
  describe(`the source ${source.id}`, () => {
    let stage: Stage
    beforeAll(async () => {
      stage = await setStage(source, samples)
    }, timeoutMs)
    afterAll(async () => {
      await stage.close()
      await source.protocol.close?.()
    }, timeoutMs)
    for (const check of contractChecks({ sampled: sampledOf(source, samples) }))
      it(nameOf(check), { timeout: timeoutMs }, async () => {
        const findings = await check.run(stage)
        expect(isInapplicable(findings) ? [] : findings.map(({ en }) => en)).toEqual([])
      })
    if (unasked.length > 0)
      it(`not judged without samples: ${unasked.join(', ')}`, () => expect(unasked).not.toEqual([]))
  })
}
