import { sourceFailure } from '../../failures.ts'
import type { ColumnInfo, ExchangeDatabase } from './database.ts'
import type { ColumnValue, TableRow } from './requests.ts'
import type { Session } from './session.ts'
import { unfit } from './text.ts'
import { tableParts } from './wording.ts'

/** The columns of one table, as the database declares them. */
export interface TableColumns {
  /** A value as it is sent for a column. @throws TongbanError `TB_SOURCE_REFUSED` without such a column, or when it cannot hold it */
  encode(column: string, value: ColumnValue): unknown
  /** A value of a row by column, however the database writes the column's name. */
  valueOf(row: TableRow, column: string): ColumnValue
}

const wholeTypes = /^(?:tinyint|smallint|mediumint|int|integer|bigint|decimal|numeric)\b/i

const infoOf = (row: TableRow): ColumnInfo => ({
  name: String(row.name),
  isWhole: wholeTypes.test(String(row.type)),
  // Text types without a length of their own (longtext) tell one beyond any text.
  maxLength: row.length === null || Number(row.length) > 65_535 ? null : Number(row.length),
  charset: row.charset === null ? null : String(row.charset),
})

/** MySQL takes column names in any case, PostgreSQL does not when they are quoted. */
function columnsOf(table: string, infos: readonly ColumnInfo[], database: ExchangeDatabase): TableColumns {
  const fold = (name: string) => (database.kind === 'mysql' ? name.toLowerCase() : name)
  const byName = new Map(infos.map((info) => [fold(info.name), info]))
  return {
    encode(column, value) {
      const info = byName.get(fold(column))
      if (info === undefined) throw unfit(`${table}.${column}`, 'no such column')
      return database.encode(info, value)
    },
    valueOf: (row, column) => row[column] ?? row[byName.get(fold(column))?.name ?? column] ?? null,
  }
}

/** Looks tables up once each. One without a column that is asked for is looked up again: a department adds columns at any time. */
export function createColumns(database: ExchangeDatabase) {
  const known = new Map<string, TableColumns>()
  const lookUp = async (session: Session, table: string): Promise<TableColumns> => {
    const { schema, name } = tableParts(table)
    const rows = await session.facts(database.wording.columns(name, schema))
    if (rows.length === 0) throw sourceFailure('TB_SOURCE_REFUSED', { detail: `${table}: no such table` })
    return columnsOf(table, rows.map(infoOf), database)
  }
  return {
    async of(session: Session, table: string): Promise<TableColumns> {
      const found = known.get(table) ?? (await lookUp(session, table))
      known.set(table, found)
      return found
    },
    forget: (table: string) => known.delete(table),
  }
}
