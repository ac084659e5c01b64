import type { FieldProvenance, ProvenanceRecord } from '../source.ts'
import { same, saysNothing } from './same.ts'

/** A row as one source tells it. */
export interface ToldRow {
  readonly row: unknown
  readonly provenance: ProvenanceRecord
}

/** One row made of several, with where each field came from. */
export interface MergedRow extends ToldRow {
  /** Fields about which two sources say different things. */
  readonly conflicts: readonly { readonly path: string; readonly sources: readonly [string, string] }[]
}

type Fields = Readonly<Record<string, unknown>>

/** Orders of sources for single fields. */
export type FieldOrders = Readonly<Record<string, readonly string[]>>

/**
 * One row from what several sources say of the same thing, in their order: of each field the value of the first that says
 * something. What differs after spelling is evened out is marked; the value that comes first in order is served.
 */
export function mergeRows(told: readonly [ToldRow, ...ToldRow[]], orders: FieldOrders = {}): MergedRow {
  const [first] = told
  // Rows of a batch are records of their port; each is checked with the port's schema when it is read.
  const names = [...new Set(told.flatMap(({ row }) => Object.keys(row as Fields)))]
  const row: Record<string, unknown> = {}
  const fields: FieldProvenance[] = []
  const conflicts: MergedRow['conflicts'][number][] = []
  for (const name of names) {
    const saying = inOrder(told, orders[name]).filter((one) => !saysNothing(fieldOf(one, name)))
    const winner = saying[0] ?? first
    const other = saying.find((one) => !same(fieldOf(one, name), fieldOf(winner, name)))
    if (fieldOf(winner, name) !== undefined) row[name] = fieldOf(winner, name)
    if (other) conflicts.push({ path: name, sources: [winner.provenance.sourceId, other.provenance.sourceId] })
    if (other || winner !== first) fields.push(fieldFrom(name, winner, other ? 'CONFLICT' : null))
  }
  const earlier = first.provenance.fields?.filter(({ path }) => saysNothing(row[path])) ?? []
  const all = [...earlier, ...fields]
  return { row, provenance: all.length === 0 ? first.provenance : { ...first.provenance, fields: all }, conflicts }
}

const fieldOf = ({ row }: ToldRow, name: string): unknown => (row as Fields)[name]

function inOrder(told: readonly ToldRow[], order: readonly string[] | undefined): readonly ToldRow[] {
  if (order === undefined) return told
  const place = ({ provenance }: ToldRow) => {
    const at = order.indexOf(provenance.sourceId)
    return at < 0 ? order.length : at
  }
  return told.toSorted((one, other) => place(one) - place(other))
}

const fieldFrom = (
  path: string,
  { provenance: { sourceId, fetchedAt, freshness } }: ToldRow,
  reason: FieldProvenance['reason'],
): FieldProvenance => ({ path, sourceId, fetchedAt, freshness, reason })
