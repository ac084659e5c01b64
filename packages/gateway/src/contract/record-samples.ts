import type { Source } from '../sources/source.ts'
import { type RecordOptions, recordSource } from '../sources/tape/index.ts'
import { isPaged, walkPages } from './paging.ts'
import type { Sampled } from './sampled.ts'
import type { SourceSamples } from './samples.ts'
import { setStage } from './stage.ts'

/** Everything that the contract asks of one sample, so that a tape can answer it. */
function questionsOf({ input, reading }: Sampled, unknown: string): readonly unknown[] {
  if (reading?.kind !== 'BATCH') return [input]
  const keys = [...new Set(reading.keysOf(input))]
  const [first] = keys
  const some = [
    keys,
    ...keys.map((key) => [key]),
    [unknown],
    [unknown, ...keys],
    ...(first === undefined ? [] : [[first, first]]),
  ]
  return [input, ...some.map((asked) => reading.only(input, asked))]
}

/**
 * Records the answers to the samples of a source, reading only, for development and tests without the system.
 *
 * @returns how many questions failed: they are on the tape, too
 */
export async function recordSamples(source: Source, samples: SourceSamples, options: RecordOptions): Promise<number> {
  const stage = await setStage(recordSource(source, options), samples)
  try {
    let failed = 0
    for (const one of stage.sampled.filter(({ reading }) => reading)) {
      for (const question of questionsOf(one, stage.samples.unknownKey ?? 'tongban-unknown'))
        if ('error' in (await stage.call(one, question))) failed += 1
      if (isPaged(one)) await walkPages(stage, one)
    }
    return failed
  } finally {
    await stage.close()
  }
}
