import type { LastGoodPolicy } from '../source.ts'

type Fields = Record<string, unknown>

/** A row of a copy without what is too old in it, and the paths that were left out. */
export interface Trimmed {
  readonly row: unknown
  readonly left: readonly string[]
}

/**
 * Leaves out the fields of a row that are older than their own limit: absent where the row may lack them, null where it may not.
 *
 * @returns undefined when the row is none without them
 */
export function trim(
  row: unknown,
  ageMs: number,
  { fields = {} }: LastGoodPolicy,
  isRow: (row: unknown) => boolean = () => false,
): Trimmed | undefined {
  const tooOld = Object.keys(fields).filter((path) => ageMs > (fields[path] ?? 0) && valueAt(row, path) != null)
  if (tooOld.length === 0) return { row, left: [] }
  const candidates = [undefined, null].map((instead) => replaced(row, tooOld, instead))
  const found = candidates.find(isRow)
  return found === undefined ? undefined : { row: found, left: tooOld }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const valueAt = (row: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isFields(value) ? value[name] : undefined), row)

/** A copy of the row with another value at these paths; undefined takes the field out. */
function replaced(row: unknown, paths: readonly string[], instead: null | undefined): unknown {
  const copy = structuredClone(row)
  for (const path of paths) {
    const names = path.split('.')
    const last = names.pop() ?? ''
    const parent = names.length === 0 ? copy : valueAt(copy, names.join('.'))
    if (!isFields(parent)) continue
    if (instead === undefined) delete parent[last]
    else parent[last] = null
  }
  return copy
}
