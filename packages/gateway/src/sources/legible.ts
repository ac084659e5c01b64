const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '')

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function isLegible(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value)
  if (Array.isArray(value)) return value.every(isLegible)
  return !isPlainObject(value) || Object.entries(value).every(([name, part]) => isStorable(name) && isLegible(part))
}

function mended(value: unknown): unknown {
  if (typeof value === 'string') return storable(value)
  if (Array.isArray(value)) return value.map(mended)
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [storable(name), mended(part)]))
}

/**
 * What a source answered, with text that any database takes: half a character (a surrogate without the other, which JSON may
 * escape) becomes U+FFFD, and NUL is dropped. PostgreSQL refuses both, and one such row would cost all that are stored with it.
 * What needs nothing is handed on as it is.
 */
export const legible = <Value>(value: Value): Value =>
  // Lists stay lists and objects keep their fields: only text inside is different.
  isLegible(value) ? value : (mended(value) as Value)
