import type { TableColumns } from './columns.ts'
import type { ExchangeDatabase } from './database.ts'
import type { TableLayout } from './layout.ts'
import type { Session } from './session.ts'

/** What a request works with: a connection, and what is known of its table. */
export interface TableUse {
  readonly database: ExchangeDatabase
  readonly session: Session
  readonly columns: TableColumns
  readonly layout: TableLayout | undefined
  readonly maxRows: number
  readonly now: () => Date
  /** Columns of another table of the same database. */
  columnsOf(table: string): Promise<TableColumns>
}

/**
 * The layout of a table, for requests that cannot do without.
 *
 * @throws RangeError when the source file has none
 */
export function layoutOf({ layout }: TableUse, table: string): TableLayout {
  if (layout === undefined)
    throw new RangeError(`The source describes no table ${table}; give it an entry in "tables".`)
  return layout
}

/** A part of a layout that a request cannot do without. @throws RangeError when it is absent */
export function needed<Part>(part: Part | undefined, table: string, name: string): Part {
  if (part === undefined) throw new RangeError(`The description of table ${table} has no "${name}".`)
  return part
}
