/** What a system answers before it is written as JSON or XML. */
export type Tree = null | boolean | number | string | readonly Tree[] | { readonly [key: string]: Tree | undefined }

/** A record of the answer tree. */
export type TreeRecord = { readonly [key: string]: Tree | undefined }

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text field of an untrusted record; absent, null and non-text count as empty, numbers are written out. */
export const text = (record: unknown, key: string): string => {
  const value = isRecord(record) ? record[key] : undefined
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

/** A list of texts of an untrusted record, or undefined when it is not one. */
export const texts = (record: unknown, key: string): string[] | undefined => {
  const value = isRecord(record) ? record[key] : undefined
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : undefined
}
