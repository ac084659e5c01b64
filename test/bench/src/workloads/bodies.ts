import { queries, type WorkloadName } from './queries.ts'
import { type SeededCase, variableSets } from './variables.ts'

/** Request bodies of each workload, one per variable set; the same text goes to every server. */
export type Bodies = Readonly<Record<WorkloadName, readonly string[]>>

export function bodiesFor(cases: readonly SeededCase[]): Bodies {
  const sets = variableSets(cases)
  const texts = (name: WorkloadName) =>
    sets[name].map((variables) => JSON.stringify({ query: queries[name], variables }))
  return { W1: texts('W1'), W2: texts('W2'), W3: texts('W3') }
}
