import { isNothing } from '../../reading/nothing.ts'

/** What may be found at a path, as bits: kinds of values, and whether they come as a list. */
export const kindBits = {
  TEXT: 1,
  NUMBER: 2,
  BOOLEAN: 4,
  OBJECT: 8,
  TIME: 16,
  BYTES: 32,
  LIST: 64,
  SINGLE: 128,
} as const
export type Kind = keyof typeof kindBits

/** Steps between names in a path. */
export const rootPath = ''

/** The shape of one reply: what was found at each path, over all elements of lists. No values. */
export interface Observation {
  /** Bits of what was found there; 0 when the field was there but said nothing. */
  readonly paths: ReadonlyMap<string, number>
  /**
   * Whether the reply says things that XML cannot: numbers, null, empty lists or lists of one. Without them a list of one and a
   * single value cannot be told apart, and must not be.
   */
  readonly explicit: boolean
}

/** Replies can be large and strange; what is beyond is not looked at. */
const bounds = { depth: 8, nodes: 2_000, elements: 16, width: 64, paths: 300 }

/** A name of a field, not a number of a person or a case that somebody used as one, nor characters no database takes. */
export const isFieldName = (key: string): boolean =>
  /^[\p{L}_@#$][\p{L}\p{N}_@#$:-]{0,63}$/u.test(key) && !/\d{6}/.test(key)

interface Looking {
  readonly paths: Map<string, number>
  explicit: boolean
  nodes: number
}

function mark(looking: Looking, path: string, bits: number): void {
  const before = looking.paths.get(path)
  if (before === undefined && looking.paths.size >= bounds.paths) return
  looking.paths.set(path, (before ?? 0) | bits)
}

const scalarBits = (value: unknown): number => {
  if (typeof value === 'string') return kindBits.TEXT
  if (typeof value === 'number' || typeof value === 'bigint') return kindBits.NUMBER
  if (typeof value === 'boolean') return kindBits.BOOLEAN
  if (value instanceof Date) return kindBits.TIME
  return ArrayBuffer.isView(value) ? kindBits.BYTES : kindBits.OBJECT
}

function lookInside(looking: Looking, path: string, value: object, depth: number): void {
  const keys = Object.keys(value)
  // An object with very many names is a table by key, and its names are values.
  const isTable = keys.length > bounds.width
  for (const key of isTable ? keys.slice(0, bounds.elements) : keys) {
    const name = isTable || !isFieldName(key) ? '*' : key
    const inner: unknown = Reflect.get(value, key)
    look(looking, path === rootPath ? name : `${path}.${name}`, inner, depth + 1)
  }
}

function lookAtOne(looking: Looking, path: string, value: unknown, depth: number): void {
  const bits = isNothing(value) ? 0 : scalarBits(value)
  if (value === null || (bits & ~(kindBits.TEXT | kindBits.OBJECT)) !== 0) looking.explicit = true
  mark(looking, path, bits)
  if (bits === kindBits.OBJECT && typeof value === 'object' && value !== null && depth < bounds.depth)
    lookInside(looking, path, value, depth)
}

function look(looking: Looking, path: string, value: unknown, depth: number): void {
  looking.nodes += 1
  if (value === undefined || looking.nodes > bounds.nodes) return
  if (!Array.isArray(value)) {
    lookAtOne(looking, path, value, depth)
    if (!isNothing(value)) mark(looking, path, kindBits.SINGLE)
    return
  }
  if (value.length < 2) looking.explicit = true
  mark(looking, path, value.length === 0 ? 0 : kindBits.LIST)
  for (const element of value.slice(0, bounds.elements))
    if (Array.isArray(element)) look(looking, path, element, depth + 1)
    else lookAtOne(looking, path, element, depth)
}

/** Looks at a reply, within bounds: 8 levels, 2,000 values, the first 16 elements of a list, 300 paths. */
export function observe(raw: unknown): Observation {
  const looking: Looking = { paths: new Map(), explicit: false, nodes: 0 }
  look(looking, rootPath, raw, 0)
  return looking
}
