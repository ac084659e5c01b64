/** A place in a payload: the same place of all rows of a list is one. */
export interface Place {
  readonly path: readonly string[]
  /** The path, for reading: `rows.*.name`. */
  readonly name: string
  readonly isList: boolean
}

/** Stands for every row of a list. */
const anyRow = '*'
/** A row is emptied, and one beside it stays as it was. */
const mostRows = 2

const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const placeOf = (path: readonly string[], isList: boolean): Place => ({ path, name: path.join('.'), isList })

/** The places in a payload, outer before inner, each once. The payload itself is none of them. */
export function placesIn(payload: unknown): readonly Place[] {
  const found = new Map<string, Place>()
  const add = (place: Place) => place.path.length > 0 && !found.has(place.name) && found.set(place.name, place)
  const walk = (value: unknown, path: readonly string[]): void => {
    if (Array.isArray(value)) {
      add(placeOf(path, true))
      for (const row of value) walk(row, [...path, anyRow])
    } else if (isPlain(value)) {
      add(placeOf(path, false))
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
    } else add(placeOf(path, false))
  }
  walk(payload, [])
  return [...found.values()]
}

/** The payload with nothing at a place of its first row, and with no more than two rows in each list. */
export function withNothing(payload: unknown, { path }: Place, nothing: unknown): unknown {
  const walk = (value: unknown, depth: number, isOnWay: boolean): unknown => {
    if (isOnWay && depth === path.length) return nothing
    if (Array.isArray(value)) {
      const isRow = isOnWay && path[depth] === anyRow
      return value.slice(0, mostRows).map((row, index) => walk(row, depth + 1, isRow && index === 0))
    }
    if (!isPlain(value)) return value
    const entries = Object.entries(value).map(([key, inner]) => {
      return [key, walk(inner, depth + 1, isOnWay && path[depth] === key)] as const
    })
    return Object.fromEntries(entries.filter(([key, inner]) => inner !== undefined || value[key] === undefined))
  }
  return walk(payload, 0, true)
}

/** Where rows say "null" as if that were a value. */
export function saysNullAt(rows: readonly unknown[]): readonly string[] {
  const found = new Set<string>()
  const walk = (value: unknown, path: readonly string[]): void => {
    if (value === 'null') found.add(path.join('.'))
    else if (Array.isArray(value)) for (const inner of value) walk(inner, [...path, anyRow])
    else if (isPlain(value)) for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
  }
  for (const row of rows) walk(row, [])
  return [...found]
}
