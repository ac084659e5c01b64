import type { ContractCheck } from './check.ts'
import { readAnswer } from './records.ts'
import type { Outcome, Sampled, Stage } from './stage.ts'

const nothings: readonly unknown[] = [undefined, null, '', 'null', []]

/** Lists of a payload that are emptied in turn; what comes after these is spelt alike. */
const mostLists = 12

/** The payload with its list of this number replaced. Lists are counted in the order in which they are met. */
function withList(payload: unknown, number: number, replacement: unknown) {
  let lists = 0
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return lists++ === number ? replacement : value.map(walk)
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]))
  }
  return { payload: walk(payload), lists }
}

async function listsOf(stage: Stage, sampled: Sampled): Promise<number> {
  let most = 0
  const replace = (payload: unknown) => {
    most = Math.max(most, withList(payload, -1, null).lists)
    return payload
  }
  await stage.call(sampled, sampled.input, { replace })
  return Math.min(most, mostLists)
}

const stumbles = (outcome: Outcome): boolean => 'error' in outcome && outcome.error.code === 'TB_INTERNAL'

/** Whether an answer out of nothing has rows that nobody told. */
function invents({ name, reading }: Sampled, outcome: Outcome): boolean {
  if ('error' in outcome || (reading?.kind === 'BATCH' && reading.answersEveryKey)) return false
  return readAnswer(name, outcome.sourced.value).rows.length > 0
}

/** Every spelling of nothing, as the whole payload and in place of each list in it, is an answer or a typed failure. */
export const takesNothing = (sampled: Sampled): ContractCheck => ({
  name: `${sampled.name} takes every spelling of nothing: missing, null, "", "null", []`,
  writes: false,
  async run(stage) {
    const complaints = new Set<string>()
    const lists = await listsOf(stage, sampled)
    for (const nothing of nothings) {
      const spelt = JSON.stringify(nothing) ?? 'missing'
      const whole = await stage.call(sampled, sampled.input, { replace: () => nothing })
      if (stumbles(whole)) complaints.add(`it stumbles over a payload of ${spelt}`)
      if (invents(sampled, whole)) complaints.add(`it makes rows out of a payload of ${spelt}`)
      for (let number = 0; number < lists; number++) {
        const replace = (payload: unknown) => withList(payload, number, nothing).payload
        if (stumbles(await stage.call(sampled, sampled.input, { replace })))
          complaints.add(`it stumbles over a list spelt ${spelt}`)
      }
    }
    return [...complaints]
  },
})
