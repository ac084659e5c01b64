import type { ContractCheck } from './check.ts'
import type { Sampled } from './sampled.ts'
import type { Stage } from './stage.ts'
import type { Outcome } from './trial.ts'
import { complaints, promises } from './words.ts'

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Fields of our records that are personal wherever they occur. */
const personalFields = new Set(['holderName', 'holderNumber', 'number', 'documentNumber', 'face', 'name'])

const personalIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (personalFields.has(key) ? textsIn(inner) : personalIn(inner)))
}

/** A text this short says nothing about anybody, and shows up by accident. */
const telling = (text: string): boolean => text.length >= (/\p{Script=Han}/u.test(text) ? 2 : 6)

const valuesOf = (outcome: Outcome): readonly string[] =>
  'sourced' in outcome ? personalIn(outcome.sourced.value) : []

/** Runs last: everything that the other checks made the source write is judged. */
export const privacyCheck: ContractCheck = {
  method: null,
  promise: promises.isPrivate,
  writes: false,
  async run(stage: Stage) {
    const about = stage.sampled.filter(({ reading }: Sampled) => reading?.about === 'PERSON')
    const values = new Set([...(stage.samples.personal ?? []), ...about.flatMap(({ input }) => textsIn(input))])
    for (const one of about) for (const value of valuesOf(await stage.call(one, one.input))) values.add(value)
    const shown = [...values].filter((value) => telling(value) && stage.written.some((line) => line.includes(value)))
    return shown.length === 0 ? [] : [complaints.personal(shown.length)]
  },
}
