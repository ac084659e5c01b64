import type { z } from 'zod'
import { sourceFailure } from '../failures.ts'
import { at } from '../protocols/path.ts'
import type { SkippedRow } from '../source.ts'

/** Rows of an answer that could be read, and those that were left out. */
export interface ReadRows<Row> {
  readonly rows: Row[]
  readonly skipped: SkippedRow[]
}

/** How a row is called, found before the row is read: a path below it, or a function. */
export type KeyOfRow = string | ((raw: unknown) => unknown)

const keyText = (raw: unknown, keyOf: KeyOfRow): string | null => {
  const key = typeof keyOf === 'string' ? at(raw, keyOf) : keyOf(raw)
  const text = typeof key === 'string' || typeof key === 'number' ? String(key).trim() : ''
  // A key is an identifier. What is longer than any identifier is something else, and may be about a person.
  return text === '' || text.length > 128 ? null : text
}

const skippedRow = (error: z.core.$ZodError, raw: unknown, keyOf: KeyOfRow): SkippedRow => {
  const [issue] = error.issues
  return {
    key: keyText(raw, keyOf),
    path: issue?.path.map(String).join('.') ?? '',
    reason: issue?.message ?? 'invalid',
  }
}

/**
 * Reads the rows of an answer one by one, so that one that cannot be read does not cost the page. Hand `skipped` on with the page:
 * it is counted and reported. In the reply's schema such rows are `z.array(z.unknown())`, or `field.list(z.unknown())`.
 *
 * @example
 * const { rows, skipped } = readRows(itemRow, reply.list, 'rowguid')
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` when there are several rows and none can be read: then the answer has another shape
 */
export function readRows<Row extends z.ZodType>(
  row: Row,
  raws: readonly unknown[],
  keyOf: KeyOfRow,
): ReadRows<z.output<Row>> {
  const rows: z.output<Row>[] = []
  const skipped: SkippedRow[] = []
  for (const raw of raws) {
    const read = row.safeParse(raw)
    if (read.success) rows.push(read.data)
    else skipped.push(skippedRow(read.error, raw, keyOf))
  }
  const [first] = skipped
  if (first && rows.length === 0 && skipped.length > 1)
    throw sourceFailure('TB_SOURCE_SHAPE', { detail: `none of ${skipped.length} rows: ${first.path}: ${first.reason}` })
  return { rows, skipped }
}
