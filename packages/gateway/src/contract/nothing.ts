import type { ContractCheck } from './check.ts'
import { type Place, placesIn, saysNullAt, withNothing } from './places.ts'
import { readAnswer } from './records.ts'
import type { Sampled } from './sampled.ts'
import type { Stage } from './stage.ts'
import type { Outcome } from './trial.ts'
import { complaints, promises, reasons, type Words, words } from './words.ts'

const nothings: readonly unknown[] = [undefined, null, '', 'null', []]

/** Places of a payload that are emptied in turn; what comes after these is spelt alike. */
const mostPlaces = 100

/** Where the payloads of the sample have lists and fields. */
async function placesOf(stage: Stage, sampled: Sampled): Promise<readonly Place[]> {
  const places = new Map<string, Place>()
  const replace = (payload: unknown) => {
    for (const place of placesIn(payload)) places.set(place.name, place)
    return payload
  }
  await stage.call(sampled, sampled.input, { replace })
  const found = [...places.values()]
  // Lists first: what is around a field is worth more trying than the last of its fields.
  return [...found.filter(({ isList }) => isList), ...found.filter(({ isList }) => !isList)].slice(0, mostPlaces)
}

const stumbles = (outcome: Outcome): boolean => 'error' in outcome && outcome.error.code === 'TB_INTERNAL'

/** Whether an answer out of nothing has rows that nobody told. */
function invents({ name, reading }: Sampled, outcome: Outcome): boolean {
  if ('error' in outcome || (reading?.kind === 'BATCH' && reading.isUnknown)) return false
  return readAnswer(name, outcome.sourced.value).rows.length > 0
}

async function emptied(stage: Stage, sampled: Sampled, nothing: unknown): Promise<readonly Words[]> {
  const spelt = JSON.stringify(nothing) ?? 'missing'
  const whole = await stage.call(sampled, sampled.input, { replace: () => nothing })
  return [
    ...(stumbles(whole) ? [complaints.stumbles(words(`a payload of ${spelt}`, `内容为 ${spelt} 的返回`))] : []),
    ...(invents(sampled, whole) ? [complaints.invents(spelt)] : []),
  ]
}

async function emptiedAt(stage: Stage, sampled: Sampled, place: Place, nothing: unknown): Promise<readonly Words[]> {
  const spelt = JSON.stringify(nothing) ?? 'missing'
  const replace = (payload: unknown) => withNothing(payload, place, nothing)
  const outcome = await stage.call(sampled, sampled.input, { replace })
  if (stumbles(outcome)) {
    const [en, zh] = place.isList ? ['a list', '列表'] : ['a field', '字段']
    return [complaints.stumbles(words(`${en} spelt ${spelt}: ${place.name}`, `写作 ${spelt} 的${zh} ${place.name}`))]
  }
  if (nothing !== 'null' || 'error' in outcome) return []
  return saysNullAt(readAnswer(sampled.name, outcome.sourced.value).rows).map(complaints.saysNull)
}

/** Every spelling of nothing, as the whole payload and in place of each list and field in it, is an answer or a typed failure. */
export const takesNothing = (sampled: Sampled): ContractCheck => ({
  method: sampled.name,
  promise: promises.takesNothing,
  writes: false,
  async run(stage) {
    if ((await stage.undisturbed(sampled)).requests === 0) return { because: reasons.asksNothing }
    const places = await placesOf(stage, sampled)
    const found = new Map<string, Words>()
    for (const nothing of nothings) {
      for (const one of await emptied(stage, sampled, nothing)) found.set(one.en, one)
      for (const place of places)
        for (const one of await emptiedAt(stage, sampled, place, nothing)) found.set(one.en, one)
    }
    return [...found.values()]
  },
})
