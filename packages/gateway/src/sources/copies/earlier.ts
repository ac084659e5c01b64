import type { CallContext, FieldProvenance, ProvenanceRecord } from '../source.ts'
import { type AnyBatch, type KeptMethod, rowKeys, sharingOf, wholeKey } from './keep.ts'
import type { Copy, CopyStore } from './store.ts'
import { trim } from './trim.ts'

/** Rows of an earlier answer that may still be served, by the key they were asked for. */
export type EarlierRows = ReadonlyMap<string, readonly EarlierRow[]>

/** A row of an earlier answer with how old it is. */
export interface EarlierRow {
  readonly row: unknown
  readonly provenance: ProvenanceRecord
}

const ageOf = ({ fetchedAt }: Pick<Copy, 'fetchedAt'>, now: Date): number =>
  Math.max(0, now.getTime() - Date.parse(fetchedAt))

const staleFrom = (sourceId: string, { fetchedAt, asOf }: Copy): ProvenanceRecord => ({
  sourceId,
  fetchedAt,
  asOf,
  freshness: 'STALE',
})

/** What is kept of some keys of a batch and young enough. */
export async function earlierRows(
  store: CopyStore,
  kept: KeptMethod,
  reading: AnyBatch,
  question: { readonly input: unknown; readonly keys: readonly string[] },
  context: CallContext,
  now: Date,
): Promise<EarlierRows> {
  const sharing = sharingOf(kept, context)
  if (sharing === undefined || question.keys.length === 0) return new Map()
  const copies = await store.find(rowKeys(kept, reading, question.input, question.keys, sharing))
  return new Map(
    question.keys.flatMap((key, index) => {
      const rows = rowsOf(copies[index] ?? null, kept, reading, now)
      return rows.length > 0 ? [[key, rows] as const] : []
    }),
  )
}

/** All rows under a key, or none: half of them would say that the others do not exist. */
function rowsOf(copy: Copy | null, kept: KeptMethod, reading: AnyBatch, now: Date): readonly EarlierRow[] {
  if (copy === null || !Array.isArray(copy.value)) return []
  const age = ageOf(copy, now)
  if (age > kept.policy.keepMs) return []
  const trimmed = copy.value.map((row: unknown) => trim(row, age, kept.policy, reading.isRow))
  const rows = trimmed.flatMap((one) => one ?? [])
  if (rows.length < trimmed.length) return []
  const whole = staleFrom(kept.sourceId, copy)
  return rows.map(({ row, left }) => ({
    row,
    provenance: left.length === 0 ? whole : { ...whole, fields: left.map((path) => tooOld(path, whole)) },
  }))
}

const tooOld = (path: string, { sourceId, fetchedAt }: ProvenanceRecord): FieldProvenance => ({
  path,
  sourceId,
  fetchedAt,
  freshness: 'STALE',
  reason: 'TOO_OLD',
})

/** The kept answer to a whole question, when it is young enough. */
export async function earlierWhole(
  store: CopyStore,
  kept: KeptMethod,
  input: unknown,
  context: CallContext,
  now: Date,
): Promise<{ readonly value: unknown; readonly provenance: ProvenanceRecord } | undefined> {
  const sharing = sharingOf(kept, context)
  if (sharing === undefined) return undefined
  const [copy] = await store.find([wholeKey(kept, input, sharing)])
  if (!copy || ageOf(copy, now) > kept.policy.keepMs) return undefined
  return { value: copy.value, provenance: staleFrom(kept.sourceId, copy) }
}
