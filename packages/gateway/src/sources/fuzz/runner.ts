import { runInThisContext } from 'node:vm'
import { isTongbanError } from '@tongban/schema'
import { weightOf } from './weight.ts'

/** Makes the input of a seed. */
export interface Arbitrary<Input> {
  readonly of: (seed: number) => Input
  readonly sizeOf: (input: Input) => number
}

/** Far longer than any input takes, so that a busy machine makes no difference. */
const slowAfterMs = 5_000
const hangsAfterMs = 60_000

/** What is wrong with what a parser did; undefined when nothing is. */
function complaint(run: () => unknown, limit: number): string | undefined {
  const start = performance.now()
  try {
    const weight = weightOf(run(), limit)
    if (performance.now() - start > slowAfterMs) return `took more than ${slowAfterMs} ms`
    return weight > limit ? `the result weighs more than ${limit}` : undefined
  } catch (error) {
    return isTongbanError(error) ? undefined : `thrown: ${String(error).slice(0, 200)}`
  }
}

/** A seed that went wrong, and how. */
export interface Mistake {
  readonly seed: number | undefined
  readonly wrong: string
}

/** Works through seeds and says which one went wrong first, also when it never came back; undefined when none did. */
export function firstMistake<Input>(
  seeds: readonly number[],
  arbitrary: Arbitrary<Input>,
  run: (input: Input) => unknown,
  growth: number,
  timeout = hangsAfterMs,
): Mistake | undefined {
  let current = seeds[0]
  const all = () => {
    for (const seed of seeds) {
      current = seed
      const input = arbitrary.of(seed)
      const wrong = complaint(() => run(input), 1_000 + arbitrary.sizeOf(input) * growth)
      if (wrong) return { seed, wrong }
    }
    return undefined
  }
  try {
    return withTimeout(all, timeout)
  } catch (error) {
    return { seed: current, wrong: `never came back: ${String(error).slice(0, 200)}` }
  }
}

/** A loop without end can be stopped only from outside of JavaScript; the vm module does that, for calls that a script makes. */
function withTimeout<Result>(work: () => Result, timeout: number): Result {
  const slot = '__tongbanFuzz'
  Reflect.set(globalThis, slot, work)
  try {
    const result: Result = runInThisContext(`${slot}()`, { timeout })
    return result
  } finally {
    Reflect.deleteProperty(globalThis, slot)
  }
}
