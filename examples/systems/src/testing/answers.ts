import { isRecord } from '../shared/tree.ts'

// Tests read answers as unknown and say the path they expect; a wrong path fails with its name.

/** The value at a path. @throws Error naming the step that is missing. */
export const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>((inner, step) => {
    const next = Array.isArray(inner) ? inner[Number(step)] : isRecord(inner) ? inner[step] : undefined
    if (next === undefined) throw new Error(`No ${path.join('.')}: ${String(step)} is missing.`)
    return next
  }, value)

/** The rows at a path. */
export const rowsAt = (value: unknown, ...path: (string | number)[]): Record<string, unknown>[] => {
  const found = at(value, ...path)
  if (!Array.isArray(found)) throw new Error(`No list at ${path.join('.')}.`)
  return found.filter(isRecord)
}

/** The text at a path. */
export const textAt = (value: unknown, ...path: (string | number)[]): string => String(at(value, ...path))
