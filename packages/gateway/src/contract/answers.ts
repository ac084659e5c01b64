import { isDeepStrictEqual } from 'node:util'
import type { AnyReading } from '../sources/readings.ts'
import { scrubText } from '../telemetry/scrub.ts'
import { type ContractCheck, unless } from './check.ts'
import { readAnswer } from './records.ts'
import type { Sampled } from './sampled.ts'
import type { Stage } from './stage.ts'
import type { Outcome } from './trial.ts'
import { complaints, moments, promises, reasons, type Words } from './words.ts'

type Batch = Extract<AnyReading, { kind: 'BATCH' }>

/** That a call failed, with the reason in both languages and nothing personal. */
export const failed = (outcome: Outcome, when: Words): readonly Words[] => {
  if (!('error' in outcome)) return []
  const { error } = outcome
  return [complaints.failed(when, error.code, scrubText(error.messageIn('en')), scrubText(error.messageIn('zh-CN')))]
}

/** Rows by key, as JSON knows them: what is undefined is left out. */
function byKey(reading: Batch, outcome: Outcome): ReadonlyMap<string, unknown> {
  const rows = 'sourced' in outcome && Array.isArray(outcome.sourced.value) ? outcome.sourced.value : []
  return new Map(rows.map((row) => [reading.keyOf(row as never), JSON.parse(JSON.stringify(row))])) // a row of this very reading
}

/** The sample is answered by rows that the gateway can keep, with where they came from. */
const answers = (sampled: Sampled): ContractCheck => ({
  method: sampled.name,
  promise: promises.answers,
  writes: false,
  async run(stage) {
    const outcome = await stage.call(sampled, sampled.input)
    if ('error' in outcome) return failed(outcome, moments.sample)
    const { value, provenance } = outcome.sourced
    return [
      ...readAnswer(sampled.name, value).complaints.map(complaints.unkeepable),
      ...unless(provenance.sourceId === stage.source.id && provenance.freshness === 'FRESH', complaints.provenance),
    ]
  },
})

const isSafe = (sampled: Sampled): ContractCheck => ({
  method: sampled.name,
  promise: promises.isSafe,
  writes: false,
  async run(stage) {
    await stage.call(sampled, sampled.input)
    const unsafe = stage.requests().flatMap(({ safe, operation }) => (safe ? [] : [operation]))
    return [...new Set(unsafe)].map(complaints.unsafe)
  },
})

const togetherLikeAlone = (sampled: Sampled, reading: Batch): ContractCheck => ({
  method: sampled.name,
  promise: promises.togetherLikeAlone,
  writes: false,
  async run(stage) {
    const keys = [...new Set(reading.keysOf(sampled.input))]
    if (keys.length < 2) return { because: reasons.oneKey }
    const together = byKey(reading, await stage.call(sampled, reading.only(sampled.input, keys)))
    const alone = new Map<string, unknown>()
    for (const key of keys)
      for (const [found, row] of byKey(reading, await stage.call(sampled, reading.only(sampled.input, [key]))))
        alone.set(found, row)
    return [
      ...unless(together.size > 0, complaints.noneKnown),
      ...unless(isDeepStrictEqual([...together.keys()].toSorted(), [...alone.keys()].toSorted()), complaints.otherKeys),
      ...unless(
        [...together].every(([key, row]) => isDeepStrictEqual(row, alone.get(key))),
        complaints.otherRow,
      ),
    ]
  },
})

const leavesOutUnknown = (sampled: Sampled, reading: Batch): ContractCheck => ({
  method: sampled.name,
  promise: promises.leavesOutUnknown,
  writes: false,
  async run(stage) {
    const unknown = stage.samples.unknownKey ?? 'tongban-unknown'
    const alone = await stage.call(sampled, reading.only(sampled.input, [unknown]))
    const known = reading.keysOf(sampled.input).filter((key) => key !== unknown)
    const mixed = await stage.call(sampled, reading.only(sampled.input, [unknown, ...known]))
    return [
      ...failed(alone, moments.unknownAlone),
      ...failed(mixed, moments.unknownAmong),
      ...unless(reading.isUnknown !== undefined || byKey(reading, alone).size === 0, complaints.unknownHasRows),
      ...unless(known.length === 0 || known.some((key) => byKey(reading, mixed).has(key)), complaints.unknownCosts),
    ]
  },
})

const answersOnce = (sampled: Sampled, reading: Batch): ContractCheck => ({
  method: sampled.name,
  promise: promises.answersOnce,
  writes: false,
  async run(stage) {
    const [first] = reading.keysOf(sampled.input)
    if (first === undefined) return { because: reasons.noKey }
    const twice = await stage.call(sampled, reading.only(sampled.input, [first, first]))
    const rows = 'sourced' in twice && Array.isArray(twice.sourced.value) ? twice.sourced.value.length : 0
    const none = await stage.call(sampled, reading.only(sampled.input, []))
    return [
      ...failed(twice, moments.twice),
      ...unless(rows === byKey(reading, twice).size, complaints.twice),
      ...failed(none, moments.noKeys),
      ...unless(byKey(reading, none).size === 0, complaints.noKeysHaveRows),
    ]
  },
})

/** Promises about answers, for every sampled method that reads. */
export const answerChecks = ({ sampled }: Pick<Stage, 'sampled'>): readonly ContractCheck[] =>
  sampled.flatMap((one) => {
    const { reading } = one
    if (!reading) return []
    const any = [answers(one), isSafe(one)]
    return reading.kind === 'BATCH'
      ? [...any, togetherLikeAlone(one, reading), leavesOutUnknown(one, reading), answersOnce(one, reading)]
      : any
  })
