import type { AllReadings, AnyReading } from '../readings.ts'
import type { LastGoodPolicy, Source } from '../source.ts'

const week = 7 * 24 * 3_600_000

/** For what everybody may see and nobody decides by. */
const byDefault: LastGoodPolicy = { keepMs: week, to: 'ANYONE' }

/**
 * What may stand in for the answers of a method: what the source's own file says, else a week for what is public. Never for what
 * is about a person or is decided by, unless the source's file names the method.
 */
export function policyOf(source: Source, method: string, reading: AnyReading): LastGoodPolicy | undefined {
  if (isChanges(reading)) return undefined
  const own = source.lastGood?.[method]
  if (own) return own.keepMs > 0 ? own : undefined
  return reading.about === 'EVERYBODY' && !reading.decides ? byDefault : undefined
}

const isChanges = (reading: AnyReading): boolean => reading.kind === 'WHOLE' && reading.pages === 'CHANGES'

/** What is wrong with a policy of a source file, and how to mend it. */
export interface PolicyMistake {
  readonly path: readonly string[]
  readonly fix: string
}

/** The first mistake in what a source says may be kept of its answers. */
export function policyMistake(source: Source, readings: AllReadings): PolicyMistake | undefined {
  for (const [method, policy] of Object.entries(source.lastGood ?? {})) {
    const found = mistakeIn(source, method, policy, readings)
    if (found) return { path: ['lastGood', method, ...found.path], fix: found.fix }
  }
  return undefined
}

function mistakeIn(
  source: Source,
  method: string,
  { keepMs, to, fields }: LastGoodPolicy,
  readings: AllReadings,
): PolicyMistake | undefined {
  const [port = '', name = ''] = method.split('.')
  const reading = readings[port]?.[name]
  const wrong = (fix: string, ...path: readonly string[]): PolicyMistake => ({ path, fix })
  if (readings[port] === undefined) return wrong(`there is no port "${port}"; use one of ${names(readings)}`)
  if (reading === undefined)
    return wrong(`"${method}" does not read, so nothing of it can be kept; readings are ${names(readings[port], port)}`)
  if (source.ports[port] === undefined) return wrong(`this source does not offer ${port}; take the line out`)
  if (keepMs === 0) return undefined
  if (isChanges(reading)) return wrong('what changed since a mark cannot be told from an earlier answer; take it out')
  if (reading.about === 'PERSON' && to !== 'SAME_CALLER')
    return wrong("answers about a person may only be kept for whom they were read; use 'SAME_CALLER'", 'to')
  if (fields !== undefined && (reading.kind !== 'BATCH' || reading.isRow === undefined))
    return wrong('fields of this answer cannot be left out one by one; use keepMs for all of it', 'fields')
  return undefined
}

const names = (of: object, port?: string): string =>
  Object.keys(of)
    .map((name) => (port === undefined ? name : `${port}.${name}`))
    .join(', ')
