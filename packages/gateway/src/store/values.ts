/** Object identifiers of the built-in types whose JavaScript value we decide ourselves. */
const oid = { bytea: 17, int8: 20, date: 1082, timestamp: 1114, numeric: 1700 } as const

type Parse = (text: string) => unknown

/**
 * How values read from the database become JavaScript values, the same on both kinds of store. The two drivers differ: one
 * gives int8 as a string and a date as local midnight, the other int8 as a bigint and a date as midnight in UTC.
 */
export const valueParsers: Readonly<Record<number, Parse>> = {
  [oid.bytea]: (text) => Uint8Array.from(Buffer.from(text.slice(2), 'hex')),
  [oid.int8]: safeInteger,
  // A calendar day has no time zone and money no rounding: both stay text.
  [oid.date]: (text) => text,
  [oid.numeric]: (text) => text,
  [oid.timestamp]: (text) => text,
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value)) return value
  throw new RangeError('an int8 beyond 2^53 does not fit a number; cast it to text in the statement')
}
