import { type RawBuilder, sql } from 'kysely'
import type { TableColumns } from './columns.ts'
import { type FlagColumn, type FlagState, flagValues } from './layout.ts'
import type { ColumnValue, TableRow, Where } from './requests.ts'
import { all, any, columnName, list } from './wording.ts'

type Condition = Where[string]
type Span = Exclude<Condition, ColumnValue | readonly ColumnValue[]>

const isList = (condition: Condition): condition is readonly ColumnValue[] => Array.isArray(condition)
const isSpan = (condition: Condition): condition is Span =>
  typeof condition === 'object' &&
  condition !== null &&
  !isList(condition) &&
  !(condition instanceof Date) &&
  !(condition instanceof Uint8Array)

/** A column has a value, or is empty. */
export const equals = (columns: TableColumns, column: string, value: ColumnValue): RawBuilder<unknown> =>
  value === null ? sql`${columnName(column)} is null` : sql`${columnName(column)} = ${columns.encode(column, value)}`

/** A column has one of several values. */
function isOneOf(columns: TableColumns, column: string, values: readonly ColumnValue[]): RawBuilder<unknown> {
  const given = values.filter((value) => value !== null)
  const encoded = given.map((value) => sql`${columns.encode(column, value)}`)
  return any([
    ...(encoded.length === 0 ? [] : [sql`${columnName(column)} in (${list(encoded)})`]),
    ...(given.length === values.length ? [] : [sql`${columnName(column)} is null`]),
  ])
}

function condition(columns: TableColumns, column: string, given: Condition): RawBuilder<unknown> {
  if (isList(given)) return isOneOf(columns, column, given)
  if (!isSpan(given)) return equals(columns, column, given)
  const { from, before } = given
  return all([
    ...(from === undefined ? [] : [sql`${columnName(column)} >= ${columns.encode(column, from)}`]),
    ...(before === undefined ? [] : [sql`${columnName(column)} < ${columns.encode(column, before)}`]),
  ])
}

/** Conditions as data. */
export const conditions = (columns: TableColumns, where: Where = {}): RawBuilder<unknown> =>
  all(Object.entries(where).map(([column, given]) => condition(columns, column, given)))

/** The row, or rows, that have these values in these columns. */
export const namedBy = (columns: TableColumns, names: readonly string[], row: TableRow): RawBuilder<unknown> =>
  all(names.map((name) => equals(columns, name, columns.valueOf(row, name))))

/** Rows whose flag says so. */
export const inState = (columns: TableColumns, flag: FlagColumn, state: FlagState): RawBuilder<unknown> =>
  isOneOf(columns, flag.column, flagValues(flag, state))

/** Columns to read: the named ones, or all. */
export const selection = (names: readonly string[] | undefined): RawBuilder<unknown> =>
  names === undefined ? sql`*` : list([...new Set(names)].map(columnName))
