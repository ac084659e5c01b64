import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { TableColumns } from './columns.ts'
import type { TableRow } from './requests.ts'
import { type SerialState, unseen } from './serials.ts'
import { all, any, columnName } from './wording.ts'

const value = z.union([z.string(), z.number(), z.boolean()])
const shape = z.object({
  /** The table and the columns it was read by: a cursor of another order would skip rows. */
  by: z.string(),
  at: z.array(value).nullable(),
  serials: z.object({
    highest: z.number().nullable(),
    missing: z.array(z.object({ from: z.number(), to: z.number() })),
  }),
})

/** How far a table has been read: to a row by the values of its order columns, not by a count, so that purging moves nothing. */
export type Position = Pick<z.output<typeof shape>, 'at'> & { readonly serials: SerialState }

const nameOf = (table: string, order: readonly string[]): string => [table, ...order].join(' ')

/** A position as text. */
export const writeCursor = (table: string, order: readonly string[], position: Position): string =>
  Buffer.from(JSON.stringify({ by: nameOf(table, order), ...position })).toString('base64url')

/** The position a cursor stands for; the start without one. @throws RangeError when it is none of this table and order */
export function readCursor(table: string, order: readonly string[], cursor: string | null | undefined): Position {
  if (cursor === null || cursor === undefined) return { at: null, serials: unseen }
  const found = shape.safeParse(parsed(cursor))
  if (
    !found.success ||
    found.data.by !== nameOf(table, order) ||
    (found.data.at?.length ?? order.length) !== order.length
  )
    throw new RangeError(`The cursor does not belong to table ${table}, read in its present order.`)
  return found.data
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** Where a row stands. @throws RangeError when a column of the order is empty or no plain value */
export const positionOf = (
  columns: TableColumns,
  order: readonly string[],
  row: TableRow,
): NonNullable<Position['at']> =>
  order.map((name) => {
    const found = columns.valueOf(row, name)
    if (typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean') return found
    throw new RangeError(`Column ${name} cannot order pages.`)
  })

/** Rows after a position: greater in the first column in which they differ. */
export const isAfter = (
  columns: TableColumns,
  order: readonly string[],
  at: NonNullable<Position['at']>,
): RawBuilder<unknown> =>
  any(
    order.map((name, index) =>
      all([
        ...order.slice(0, index).map((earlier, step) => sameAs(columns, earlier, at[step])),
        sql`${columnName(name)} > ${columns.encode(name, at[index] ?? '')}`,
      ]),
    ),
  )

const sameAs = (
  columns: TableColumns,
  name: string,
  found: string | number | boolean | undefined,
): RawBuilder<unknown> => sql`${columnName(name)} = ${columns.encode(name, found ?? '')}`
