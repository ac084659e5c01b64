import { type ContractCheck, unless } from './check.ts'
import type { Sampled } from './sampled.ts'
import type { Stage } from './stage.ts'
import type { Outcome } from './trial.ts'
import { complaints, promises } from './words.ts'

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined

const numberOf = (outcome: Outcome): unknown =>
  'sourced' in outcome ? fieldOf(fieldOf(outcome.sourced.value, 'case'), 'number') : undefined

const waits = (outcome: Outcome): boolean =>
  'sourced' in outcome && fieldOf(outcome.sourced.value, 'outcome') === 'waiting'

const takenOnce = (sampled: Sampled): ContractCheck => ({
  method: sampled.name,
  promise: promises.takenOnce,
  writes: true,
  async run(stage) {
    const [once, again] = [await stage.call(sampled, sampled.input), await stage.call(sampled, sampled.input)]
    // An owner that answers by and by has no number yet; that it keeps one row only is seen in its tables.
    if (waits(once)) return unless(waits(again), complaints.waitsNoMore)
    const [first, second] = [numberOf(once), numberOf(again)]
    const find: Sampled = { ...sampled, method: 'findByReference', name: 'cases.findByReference' }
    const found = await stage.call(find, fieldOf(sampled.input, 'reference'))
    const number = 'sourced' in found ? fieldOf(found.sourced.value, 'number') : undefined
    return [
      ...unless(typeof first === 'string', complaints.notTaken),
      ...unless(first === second, complaints.anotherCase),
      ...unless(first === number, complaints.notFound),
    ]
  },
})

/** Promises about what writes, for methods with a sample. */
export const writingChecks = ({ sampled }: Pick<Stage, 'sampled'>): readonly ContractCheck[] =>
  sampled.filter(({ name }) => name === 'cases.submit').map(takenOnce)
