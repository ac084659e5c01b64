import { z } from 'zod'
import type { ExchangeRequest } from '../../protocols/exchange-table/requests.ts'
import { field } from '../../reading/fields.ts'
import { readRows } from '../../reading/rows.ts'
import type { Call, SkippedRow } from '../../source.ts'
import type { NationalItemsOptions } from './options.ts'
import { inSmallLetters } from './rows.ts'
import { spelling } from './tables.ts'

/** Rows of a table that have one of these values in a column; none are asked for without values. */
export type ReadTable = <Row extends z.ZodType>(
  table: string,
  row: Row,
  column: string,
  values: readonly string[],
) => Promise<z.output<Row>[]>

const anyRows = field.list(z.unknown())

/** Reads whole tables by their columns, and remembers the rows that could not be read. */
export function tableReader(options: NationalItemsOptions, operation: string, call: Call<ExchangeRequest>) {
  const skipped: SkippedRow[] = []
  const read: ReadTable = async (table, row, column, values) => {
    if (values.length === 0) return []
    const where = { [spelling(options)(column)]: values }
    const raws = await call({ operation, safe: true, table, where, history: true, reply: anyRows })
    const found = readRows(row, raws.map(inSmallLetters), 'row_guid')
    skipped.push(...found.skipped)
    return found.rows
  }
  return { read, skipped }
}
