import { isTongbanError } from '@tongban/schema'
import { coalesce } from './coalesce.ts'

/** A statement that was refused may have been refused because of one key; a database that is away is away for all of them. */
export const mayBeOneRow = (error: unknown): boolean =>
  !isTongbanError(error) || error.code !== 'TB_DATABASE_UNAVAILABLE'

/** Rows in the order of the keys, undefined where there is none. */
export type KeyedRows<Row> = (keys: readonly string[]) => Promise<readonly (Row | undefined)[]>

/**
 * Rows by their exact key, with what several requests ask for at the same moment in one statement. Whoever asks checks
 * whether its caller may see the row. Not for use inside a transaction.
 */
export function keyedRows<Row>(
  read: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): KeyedRows<Row> {
  const coalesced = coalesce<string, Row | undefined>({
    identity: (key) => key,
    mayBeOneKey: mayBeOneRow,
    load: async (keys) => {
      const rows = new Map((await read(keys)).map((row) => [keyOf(row), row]))
      return keys.map((key) => rows.get(key))
    },
  })
  return async (keys) => (await coalesced(keys)).map(orThrow)
}

function orThrow<Value>(value: Value | Error): Value {
  if (value instanceof Error) throw value
  return value
}
