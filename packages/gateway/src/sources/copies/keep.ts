import type { BatchReading } from '../readings.ts'
import type { CallContext, LastGoodPolicy, ProvenanceRecord, Sourced } from '../source.ts'
import { canonical } from './canonical.ts'
import type { CopyChange, CopyKey } from './store.ts'

/** A batch reading whose rows are not known any more. */
export type AnyBatch = BatchReading<unknown, readonly unknown[]>

/** One method of one source, with what may be kept of it. */
export interface KeptMethod {
  readonly sourceId: string
  readonly method: string
  readonly policy: LastGoodPolicy
}

/** Whose copy a call may leave and find; undefined: nobody's. */
export function sharingOf({ policy }: KeptMethod, { sharing }: CallContext): string | null | undefined {
  return policy.to === 'ANYONE' ? null : sharing
}

/** Names the copies of some keys of a batch. The rest of the question counts, too: who asks for another purpose asks another. */
export function rowKeys(
  { sourceId, method }: KeptMethod,
  reading: AnyBatch,
  input: unknown,
  keys: readonly string[],
  sharing: string | null,
): readonly CopyKey[] {
  const rest = canonical(reading.only(input, []))
  return keys.map((key) => ({ sourceId, method, question: JSON.stringify([key, rest]), sharing }))
}

/** Names the copy of a whole answer. */
export const wholeKey = ({ sourceId, method }: KeptMethod, input: unknown, sharing: string | null): CopyKey => ({
  sourceId,
  method,
  question: canonical(input),
  sharing,
})

const copyOf = (value: unknown, { fetchedAt, asOf }: ProvenanceRecord) => ({ value, fetchedAt, asOf })

/** What is to be kept of a whole answer. */
export const wholeChange = (
  kept: KeptMethod,
  input: unknown,
  { value, provenance }: Sourced<unknown>,
  sharing: string | null,
): CopyChange => ({
  key: wholeKey(kept, input, sharing),
  copy: copyOf(value, provenance),
  keepMs: kept.policy.keepMs,
})

/** Under every key the rows that answer to it. A key without rows is forgotten: the source says that there is nothing. */
export function rowChanges(
  kept: KeptMethod,
  reading: AnyBatch,
  input: unknown,
  { value, provenance }: Sourced<readonly unknown[]>,
  sharing: string | null,
): readonly CopyChange[] {
  const keys = [...new Set(reading.keysOf(input))]
  const names = rowKeys(kept, reading, input, keys, sharing)
  const found = rowsByKey(reading, keys, value)
  return keys.flatMap((key, index) => {
    const [name, rows] = [names[index], found.get(key)]
    if (name === undefined || rows === 'UNCLEAR') return []
    return [{ key: name, copy: rows ? copyOf(rows, provenance) : null, keepMs: kept.policy.keepMs }]
  })
}

/**
 * The rows that answer to each key asked for. Where rows answer to a key only by another name and their own was asked for, too,
 * one cannot tell whether the source would find them by that name.
 */
export function rowsByKey(
  reading: AnyBatch,
  keys: readonly string[],
  rows: readonly unknown[],
): ReadonlyMap<string, readonly unknown[] | 'UNCLEAR'> {
  const asked = new Set(keys)
  const found = new Map<string, unknown[] | 'UNCLEAR'>()
  const add = (key: string, row: unknown) => {
    const known = found.get(key)
    if (known === undefined) found.set(key, [row])
    else if (known !== 'UNCLEAR') known.push(row)
  }
  for (const row of rows) if (asked.has(reading.keyOf(row))) add(reading.keyOf(row), row)
  const own = new Set(found.keys())
  for (const row of rows)
    for (const name of reading.namesOf?.(row) ?? [])
      if (asked.has(name) && !own.has(name))
        if (own.has(reading.keyOf(row))) found.set(name, 'UNCLEAR')
        else add(name, row)
  return found
}
