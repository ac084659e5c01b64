import type { TableColumns } from './columns.ts'
import type { TableRow } from './requests.ts'

/** Values of key columns, plain. */
export const plainKey = (columns: TableColumns, names: readonly string[], row: TableRow) =>
  Object.fromEntries(
    names.map((name) => {
      const value = columns.valueOf(row, name)
      return [name, value === null || typeof value === 'number' ? value : String(value)]
    }),
  )
