import { isDeepStrictEqual } from 'node:util'
import { isRecord } from '../sources/protocols/path.ts'
import { failed } from './answers.ts'
import type { ContractCheck, Findings } from './check.ts'
import { readAnswer } from './records.ts'
import type { Sampled } from './sampled.ts'
import type { Stage } from './stage.ts'
import { complaints, moments, promises, reasons } from './words.ts'

/** Small, so that there is more than one. */
const pageSize = 2
const mostPages = 4

/** What asks for the page after an answer; null when it was the last. Lists have a cursor, feeds a mark. */
function nextInput(input: object, value: unknown): { readonly input: object; readonly place: unknown } | null {
  if (!isRecord(value)) return null
  if (typeof value.more === 'boolean')
    return value.more ? { input: { ...input, mark: value.mark }, place: value.mark } : null
  return typeof value.next === 'string' ? { input: { ...input, cursor: value.next }, place: value.next } : null
}

/** Reads a few small pages, one after the other. */
export async function walkPages(stage: Stage, sampled: Sampled): Promise<Findings> {
  const first = isRecord(sampled.input) ? sampled.input : {}
  const places = new Set<unknown>()
  let input: object | null = { ...first, size: pageSize }
  let before: readonly unknown[] = []
  for (let page = 1; input && page <= mostPages; page++) {
    const outcome = await stage.call(sampled, input)
    if ('error' in outcome) return failed(outcome, page === 1 ? moments.sample : moments.nextPage)
    const { rows } = readAnswer(sampled.name, outcome.sourced.value)
    if (rows.length > 0 && isDeepStrictEqual(rows, before)) return [complaints.samePage]
    before = rows
    const next = nextInput(input, outcome.sourced.value)
    if (next && places.has(next.place)) return [complaints.circle]
    places.add(next?.place)
    input = next?.input ?? null
    if (!input && page === 1) return { because: reasons.onePage }
  }
  return []
}

const goesOn = (sampled: Sampled): ContractCheck => ({
  method: sampled.name,
  promise: promises.goesOn,
  writes: false,
  run: (stage) => walkPages(stage, sampled),
})

/** Whether a method answers page by page. */
export const isPaged = ({ reading }: Sampled): boolean => reading?.kind === 'WHOLE' && reading.pages !== undefined

/** Promises of methods that answer page by page. */
export const pagingChecks = ({ sampled }: Pick<Stage, 'sampled'>): readonly ContractCheck[] =>
  sampled.filter(isPaged).map(goesOn)
