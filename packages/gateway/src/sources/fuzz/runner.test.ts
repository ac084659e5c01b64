import { describe, expect, it } from 'vitest'
import { sourceFailure } from '../failures.ts'
import { mutate, mutateBytes } from './mutations.ts'
import { firstMistake } from './runner.ts'

const seeds = [1, 2, 3]
const numbers = { of: (seed: number) => seed, sizeOf: () => 1 }
const mistakeOf = (run: (input: number) => unknown) => firstMistake(seeds, numbers, run, 40, 200)

describe('a parser', () => {
  it.each<[string, (input: number) => unknown]>([
    ['gives a value', (input) => ({ input })],
    ['gives nothing', () => undefined],
    [
      'says what is wrong',
      () => {
        throw sourceFailure('TB_SOURCE_SHAPE')
      },
    ],
  ])('that %s is right', (_what, run) => {
    expect(mistakeOf(run)).toBeUndefined()
  })

  it.each<[string, (input: number) => unknown, RegExp]>([
    ['throws anything else', (input) => (input === 2 ? Object.keys(null as never) : 0), /^thrown: TypeError/],
    ['grows out of proportion', (input) => (input === 2 ? 'x'.repeat(5_000) : 0), /weighs more than 1040/],
    [
      'never comes back',
      (input) => {
        while (input === 2);
      },
      /^never came back/,
    ],
  ])('that %s is found, with its seed', (_what, run, wrong) => {
    expect(mistakeOf(run)).toEqual({ seed: 2, wrong: expect.stringMatching(wrong) })
  })
})

describe('an input', () => {
  const samples = ['<a>1</a>', '<b/>']

  it('is made by its seed alone, and differs from seed to seed', () => {
    const made = Array.from({ length: 500 }, (_, seed) => mutate(samples, seed))
    expect(made).toEqual(Array.from({ length: 500 }, (_, seed) => mutate(samples, seed)))
    expect(new Set(made).size).toBeGreaterThan(400)
    expect(Math.max(...made.map((text) => text.length))).toBeLessThanOrEqual(20_000)
  })

  it('may be bytes', () => {
    expect(mutateBytes([Buffer.from([0x81, 0x5c])], 7)).toBeInstanceOf(Uint8Array)
  })
})
