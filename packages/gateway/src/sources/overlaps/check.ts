import type { AllReadings, AnyReading } from '../readings.ts'
import type { Source } from '../source.ts'
import type { OverlapRule } from './rule.ts'

/** What is wrong with a rule, and how to mend it. `path` is below the rule. */
export interface RuleMistake {
  readonly path: readonly (string | number)[]
  readonly fix: string
}

/** The first mistake in a rule. */
export function ruleMistake(
  rule: OverlapRule,
  sources: readonly Source[],
  readings: AllReadings,
): RuleMistake | undefined {
  const methods = readings[rule.port]
  if (methods === undefined) return { path: ['port'], fix: `use one of ${Object.keys(readings).join(', ')}` }
  return methodMistake(rule, methods) ?? fieldsMistake(rule, sources)
}

function methodMistake(rule: OverlapRule, readings: Readonly<Record<string, AnyReading>>): RuleMistake | undefined {
  for (const [index, name] of (rule.methods ?? []).entries()) {
    const fix = whyNot(rule.rule, readings[name])
    const able = Object.keys(readings).filter((each) => whyNot(rule.rule, readings[each]) === undefined)
    if (fix)
      return { path: ['methods', index], fix: `${fix}; ${rule.rule} can be used for ${able.join(', ') || 'none'}` }
  }
  return undefined
}

/** Why a method cannot follow a rule; undefined when it can. */
export function whyNot(rule: OverlapRule['rule'], reading: AnyReading | undefined): string | undefined {
  if (reading === undefined) return 'this method does not read, and only readings may go to several sources'
  if (rule === 'MERGE' && reading.kind !== 'BATCH') return 'only rows found by their keys can be merged'
  if (rule === 'FALLBACK' && reading.kind === 'WHOLE' && reading.pages)
    return 'a list begun at one source cannot be continued at another'
  return undefined
}

function fieldsMistake({ rule, fields }: OverlapRule, sources: readonly Source[]): RuleMistake | undefined {
  if (fields === undefined) return undefined
  if (rule !== 'MERGE') return { path: ['fields'], fix: "only with rule: 'MERGE'; take it out" }
  const known = new Set(sources.map(({ id }) => id))
  for (const [field, ids] of Object.entries(fields)) {
    const unknown = ids.findIndex((id) => !known.has(id))
    if (unknown >= 0) return { path: ['fields', field, unknown], fix: 'there is no source with this id in `sources`' }
  }
  return undefined
}
