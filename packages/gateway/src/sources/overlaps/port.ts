import { type CopyParts, keptReader } from '../copies/kept-reader.ts'
import { policyOf } from '../copies/policy.ts'
import type { AnyReading } from '../readings.ts'
import type { CallContext, Source, Sourced } from '../source.ts'
import { readBatch } from './batch.ts'
import { whyNot } from './check.ts'
import type { Reader, Readers, ReadingParts } from './reader.ts'
import type { OverlapRule } from './rule.ts'
import { readWhole } from './whole.ts'

/** A method of one source with its calls already made for it. */
export type BoundMethod = (input: unknown, context: CallContext) => Promise<Sourced<unknown>>

/** A source with one of its ports, bound. */
export interface BoundSource {
  readonly source: Source
  readonly methods: Readonly<Record<string, BoundMethod>>
}

/** What ports of several sources are put together with. */
export interface PortParts extends ReadingParts {
  /** Absent: nothing is kept. */
  readonly copies?: CopyParts
}

/** Which sources stand behind a method and how, besides the first. */
export type RuleOf = (method: string) => OverlapRule | undefined

/**
 * The port of the first source, whose readings follow the rules and the policies of last good copies. Whoever calls it need not
 * know of either; what writes goes to the first source and nowhere else.
 */
export function overlapPort(
  name: string,
  sources: readonly [BoundSource, ...BoundSource[]],
  readings: Readonly<Record<string, AnyReading>>,
  ruleOf: RuleOf,
  parts: PortParts,
): Readonly<Record<string, BoundMethod>> {
  const [first] = sources
  const method = (key: string, bound: BoundMethod): BoundMethod => {
    const reading = readings[key]
    if (reading === undefined) return bound
    const rule = ruleFor(ruleOf(key), reading)
    const asked = rule.rule === 'FIRST' ? [first] : sources
    const [own, ...others] = asked.flatMap((one) => readerOf(name, key, one, reading, parts) ?? [])
    if (own === undefined || (others.length === 0 && own.earlier === undefined)) return bound
    return read([own, ...others], reading, rule, parts)
  }
  return Object.fromEntries(Object.entries(first.methods).map(([key, bound]) => [key, method(key, bound)]))
}

type Ruling = Pick<OverlapRule, 'rule' | 'fields'>

/** A rule that names no methods is about those it can put together. */
const ruleFor = (rule: OverlapRule | undefined, reading: AnyReading): Ruling =>
  rule === undefined || whyNot(rule.rule, reading) ? { rule: 'FIRST' } : rule

function read(readers: Readers, reading: AnyReading, rule: Ruling, parts: ReadingParts): BoundMethod {
  if (reading.kind === 'WHOLE') return (input, context) => readWhole(readers, input, context, parts)
  return async (input, context) => {
    const keys = [...new Set(reading.keysOf(input))]
    return readBatch({ readers, reading, input, keys, context, now: parts.now }, rule, parts)
  }
}

/** Undefined where a source does not have the method: not all have all. */
function readerOf(
  port: string,
  name: string,
  { source, methods }: BoundSource,
  reading: AnyReading,
  { copies }: PortParts,
): Reader | undefined {
  const bound = methods[name]
  if (bound === undefined) return undefined
  const method = `${port}.${name}`
  const policy = copies && policyOf(source, method, reading)
  if (copies === undefined || policy === undefined) return { source, method, fresh: bound }
  const { keep, earlier } = keptReader({ sourceId: source.id, method, policy }, reading, copies)
  const fresh: BoundMethod = async (input, context) => {
    const answer = await bound(input, context)
    keep(input, answer, context)
    return answer
  }
  return { source, method, fresh, earlier }
}
