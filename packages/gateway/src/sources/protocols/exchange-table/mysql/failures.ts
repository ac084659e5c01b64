import { isTongbanError, type TongbanError } from '@tongban/schema'
import { type SourceFailureCode, sourceFailure } from '../../../failures.ts'

const numberOf = (error: unknown): number =>
  error instanceof Error && 'errno' in error && typeof error.errno === 'number' ? error.errno : 0

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'

/** What a column or table is called in a message; the message itself may quote values and is never passed on. */
const named = (error: unknown, pattern: RegExp): string =>
  (error instanceof Error ? pattern.exec(error.message)?.[1] : undefined) ?? 'a column'

const column = /column (?:`[^`]*`\.`[^`]*`\.)?[`']([^`']+)[`']/i

type Reading = readonly [code: SourceFailureCode, detail: (error: unknown) => string]

const refused = (expected: string, pattern: RegExp = column): Reading => [
  'TB_SOURCE_REFUSED',
  (error) => `${named(error, pattern)}: ${expected}`,
]
const unwell = (detail: string): Reading => ['TB_SOURCE_UNAVAILABLE', () => detail]
const denied = (detail: string): Reading => ['TB_SOURCE_AUTH', () => detail]
const late: Reading = ['TB_SOURCE_TIMEOUT', () => 'the server ended the statement']

/** By error number of MySQL and MariaDB. */
const readings: Readonly<Record<number, Reading>> = {
  1040: unwell('too many connections'),
  1044: denied('access denied to the database'),
  1045: denied('access denied'),
  1048: refused('may not be empty'),
  1049: ['TB_SOURCE_REFUSED', () => 'the database is not there'],
  1054: refused('no such column', /Unknown column '([^']+)'/),
  1062: ['TB_SOURCE_REFUSED', () => 'another row has the same unique values'],
  1142: denied('no right to use the table'),
  1143: denied('no right to use a column'),
  1146: refused('no such table', /Table '([^']+)'/),
  1205: unwell('waited too long for a lock'),
  1213: unwell('deadlock'),
  1264: refused('a number out of range'),
  1292: refused('not a value of the type of the column'),
  1317: late,
  1364: refused('has no value and no default', /Field '([^']+)'/),
  1366: refused('a character or value that the column cannot hold'),
  1406: refused('too long for the column'),
  1698: denied('access denied'),
  1969: late,
  3024: late,
}

/** Whatever the driver or the server reports, as one of our codes. */
export function mysqlFailure(error: unknown): TongbanError {
  if (isTongbanError(error)) return error
  const [code, detail] = readings[numberOf(error)] ?? reading(error)
  return sourceFailure(code, { detail: detail(error) }, { cause: error })
}

/** Errors without a number of the server's are the connection's. */
const reading = (error: unknown): Reading =>
  numberOf(error) >= 1000 && numberOf(error) < 5000 && !lost.has(numberOf(error))
    ? ['TB_SOURCE_REFUSED', () => codeOf(error)]
    : unwell(codeOf(error))

/** Shutting down, killed, aborted, lost: what the server says of connections it ends. */
const lost: ReadonlySet<number> = new Set([
  1053, 1077, 1079, 1080, 1152, 1158, 1159, 1160, 1161, 1184, 1203, 1226, 1290, 1927,
])

/** Deadlock: the server undid the transaction. */
export const isUndone = (error: unknown): boolean => numberOf(error) === 1213
