import { z } from 'zod'
import { isNothing } from '../../reading/nothing.ts'
import type { SkippedRow } from '../../source.ts'

const skippedRow = z.object({ key: z.string().nullable(), path: z.string(), reason: z.string() })
const numberedRow = z.object({ row: z.number(), value: z.unknown() })

/** What a row schema makes of one row: the value, or which field was expected to be something else. */
function readRow<Row extends z.ZodType>(
  schema: Row,
  key: string | undefined,
  { row, value }: z.output<typeof numberedRow>,
) {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data }
  const [issue] = parsed.error.issues
  const id = key === undefined || typeof value !== 'object' || value === null ? undefined : Reflect.get(value, key)
  const skipped: SkippedRow = {
    key: typeof id === 'string' && id !== '' ? id : null,
    path: [`row ${row}`, ...(issue?.path.map(String) ?? [])].join('.'),
    reason: issue?.message ?? 'invalid',
  }
  return { skipped }
}

/**
 * The reply of `read` and `next` with each row read by a schema. A row that cannot be read is left out and said so, and does not
 * cost the others theirs.
 *
 * @param key field whose value says which row it is, for reports; not one that names a person
 */
export const rowsOf = <Row extends z.ZodType>(row: Row, key?: string) =>
  z
    .looseObject({ rows: z.array(numberedRow), skipped: z.array(skippedRow) })
    .transform(({ rows, skipped, ...rest }) => {
      const outcomes = rows.map((one) => readRow(row, key, one))
      const unread = outcomes.flatMap((one) => ('skipped' in one && one.skipped ? [one.skipped] : []))
      return {
        rows: outcomes.flatMap((one) => ('value' in one ? [one.value as z.output<Row>] : [])),
        skipped: [...skipped, ...unread] as readonly SkippedRow[],
        next: typeof rest.next === 'string' && !isNothing(rest.next) ? rest.next : null,
        total: typeof rest.total === 'number' ? rest.total : null,
        mark: typeof rest.mark === 'string' ? rest.mark : '',
        more: rest.more === true,
      }
    })
