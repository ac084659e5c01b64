import { isDeepStrictEqual } from 'node:util'
import type { AnyReading } from '../sources/readings.ts'
import { scrubText } from '../telemetry/scrub.ts'
import { type ContractCheck, unless } from './check.ts'
import { readAnswer } from './records.ts'
import type { Outcome, Sampled, Stage } from './stage.ts'

type Batch = Extract<AnyReading, { kind: 'BATCH' }>

const failed = (outcome: Outcome, when: string): readonly string[] =>
  'error' in outcome ? [`${when}: ${outcome.error.code} ${scrubText(outcome.error.messageIn('en'))}`] : []

/** Rows by key, as JSON knows them: what is undefined is left out. */
function byKey(reading: Batch, outcome: Outcome): ReadonlyMap<string, unknown> {
  const rows = 'sourced' in outcome && Array.isArray(outcome.sourced.value) ? outcome.sourced.value : []
  return new Map(rows.map((row) => [reading.keyOf(row as never), JSON.parse(JSON.stringify(row))])) // a row of this very reading
}

/** The sample is answered by rows that the gateway can keep, with where they came from. */
const answers = (sampled: Sampled): ContractCheck => ({
  name: `${sampled.name} answers with rows that the gateway can keep, and says where from`,
  writes: false,
  async run(stage) {
    const outcome = await stage.call(sampled, sampled.input)
    if ('error' in outcome) return failed(outcome, 'the sample is not answered')
    const { value, provenance } = outcome.sourced
    return [
      ...readAnswer(sampled.name, value).complaints,
      ...unless(
        provenance.sourceId === stage.source.id && provenance.freshness === 'FRESH',
        'the provenance is not that of a fresh answer',
      ),
    ]
  },
})

const isSafe = (sampled: Sampled): ContractCheck => ({
  name: `${sampled.name} asks with requests that are marked as safe`,
  writes: false,
  async run(stage) {
    await stage.call(sampled, sampled.input)
    return [
      ...new Set(
        stage.requests().flatMap(({ safe, operation }) => (safe ? [] : [`${operation} is not marked as safe`])),
      ),
    ]
  },
})

const togetherLikeAlone = (sampled: Sampled, reading: Batch): ContractCheck => ({
  name: `${sampled.name} answers together what it answers one by one`,
  writes: false,
  async run(stage) {
    const keys = [...new Set(reading.keysOf(sampled.input))]
    if (keys.length < 2) return null
    const together = byKey(reading, await stage.call(sampled, reading.only(sampled.input, keys)))
    const alone = new Map<string, unknown>()
    for (const key of keys)
      for (const [found, row] of byKey(reading, await stage.call(sampled, reading.only(sampled.input, [key]))))
        alone.set(found, row)
    return [
      ...unless(together.size > 0, 'none of the keys of the sample is known'),
      ...unless(
        isDeepStrictEqual([...together.keys()].toSorted(), [...alone.keys()].toSorted()),
        'other keys are known together than alone',
      ),
      ...unless(
        [...together].every(([key, row]) => isDeepStrictEqual(row, alone.get(key))),
        'a row differs when it is asked for alone',
      ),
    ]
  },
})

const leavesOutUnknown = (sampled: Sampled, reading: Batch): ContractCheck => ({
  name: `${sampled.name} does not stumble over what it does not know`,
  writes: false,
  async run(stage) {
    const unknown = stage.samples.unknownKey ?? 'tongban-unknown'
    const alone = await stage.call(sampled, reading.only(sampled.input, [unknown]))
    const known = reading.keysOf(sampled.input).filter((key) => key !== unknown)
    const mixed = await stage.call(sampled, reading.only(sampled.input, [unknown, ...known]))
    return [
      ...failed(alone, 'an unknown key alone'),
      ...failed(mixed, 'an unknown key among others'),
      ...unless(reading.answersEveryKey || byKey(reading, alone).size === 0, 'an unknown key alone brings rows'),
      ...unless(
        known.length === 0 || known.some((key) => byKey(reading, mixed).has(key)),
        'an unknown key costs the others their rows',
      ),
    ]
  },
})

const answersOnce = (sampled: Sampled, reading: Batch): ContractCheck => ({
  name: `${sampled.name} answers once what is asked for twice, and nothing when asked for nothing`,
  writes: false,
  async run(stage) {
    const [first] = reading.keysOf(sampled.input)
    if (first === undefined) return null
    const twice = await stage.call(sampled, reading.only(sampled.input, [first, first]))
    const rows = 'sourced' in twice && Array.isArray(twice.sourced.value) ? twice.sourced.value.length : 0
    const none = await stage.call(sampled, reading.only(sampled.input, []))
    return [
      ...failed(twice, 'a key asked for twice'),
      ...unless(rows === byKey(reading, twice).size, 'a key asked for twice has two rows'),
      ...failed(none, 'no keys at all'),
      ...unless(byKey(reading, none).size === 0, 'no keys at all bring rows'),
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
