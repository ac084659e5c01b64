import { expect, it } from 'vitest'
import { mutate, mutateBytes } from './mutations.ts'
import { type Arbitrary, firstMistake } from './runner.ts'
import kept from './seeds.json' with { type: 'json' }

/** How a parser is tried. */
export interface FuzzOptions {
  /** Inputs of a usual run; multiplied by `TONGBAN_FUZZ_TIMES`. @default 5_000 */
  readonly inputs?: number
  /** How many times the size of an input its result may weigh. @default 40 */
  readonly growth?: number
}

/** Texts made of valid samples. */
export const mutated = (samples: readonly string[]): Arbitrary<string> => ({
  of: (seed) => mutate(samples, seed),
  sizeOf: (text) => text.length,
})

/** Bytes made of valid samples. */
export const mutatedBytes = (samples: readonly Uint8Array[]): Arbitrary<Uint8Array> => ({
  of: (seed) => mutateBytes(samples, seed),
  sizeOf: (bytes) => bytes.length,
})

/** First seed of a run: `TONGBAN_FUZZ_SEED`, else always the same, so that a run of CI says something about the change. */
const firstSeed = Number(process.env.TONGBAN_FUZZ_SEED ?? 20_261_122)
const times = Number(process.env.TONGBAN_FUZZ_TIMES ?? 1)

/** Seeds that have found a mistake once, by target. */
const keptSeeds: Readonly<Record<string, readonly number[] | undefined>> = kept

const batch = 1_000
const batchesOf = (seeds: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(seeds.length / batch) }, (_, index) => seeds.slice(index * batch, (index + 1) * batch))

/**
 * Tries a parser with thousands of inputs that seeds make of valid samples. It must give a value, or throw a TongbanError, and do
 * so in time and without growing out of proportion; anything else fails the test with the seed. Keep that seed in `seeds.json`.
 *
 * @example
 * fuzz('XML', mutated(['<a b="c">d</a>']), (text) => readXml(text))
 */
export function fuzz<Input>(
  name: string,
  arbitrary: Arbitrary<Input>,
  run: (input: Input) => unknown,
  { inputs = 5_000, growth = 40 }: FuzzOptions = {},
): void {
  it(`${name}: ${inputs} inputs`, { timeout: 300_000 }, () => {
    const fresh = Array.from({ length: Math.ceil(inputs * times) }, (_, index) => (firstSeed + index) >>> 0)
    for (const seeds of [[...(keptSeeds[name] ?? [])], ...batchesOf(fresh)]) {
      const found = firstMistake(seeds, arbitrary, run, growth)
      const input = found?.seed === undefined ? '' : String(arbitrary.of(found.seed)).slice(0, 2_000)
      expect(found, `TONGBAN_FUZZ_SEED=${found?.seed} input: ${JSON.stringify(input)}`).toBeUndefined()
    }
  })
}
