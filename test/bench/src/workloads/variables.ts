import { itemCode, itemCount } from '../city/items.ts'
import type { WorkloadName } from './queries.ts'

const itemsPerList = 20

/** A case the gateway mirrors, its applicant and the consent, by the identifiers of the gateway. */
export interface SeededCase {
  readonly id: string
  readonly holder: string
  readonly consent: string
}

export type Variables = Readonly<Record<string, string | readonly string[]>>

/** The variable sets of each workload: 50 lists that share no item, every seeded case, 500 items. */
export function variableSets(cases: readonly SeededCase[]): Readonly<Record<WorkloadName, readonly Variables[]>> {
  const lists = Array.from({ length: itemCount / itemsPerList }, (_, list) => ({
    codes: Array.from({ length: itemsPerList }, (_, index) => itemCode(list * itemsPerList + index)),
  }))
  const items = Array.from({ length: itemCount / 2 }, (_, index) => ({ code: itemCode(index * 2) }))
  return { W1: lists, W2: cases.map(({ id, holder, consent }) => ({ id, holder, consent })), W3: items }
}
