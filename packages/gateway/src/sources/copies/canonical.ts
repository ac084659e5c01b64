/** A value as text that does not depend on the order in which its fields were written. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (isFields(part) ? sorted(part) : part)) ?? 'undefined'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const sorted = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1)))
