import { TongbanError } from '@tongban/schema'

/**
 * What a driver says when there is no database behind it: socket errors, SQLSTATE class 08 (connection exception), 53300
 * (too many connections), 57P01–57P03 (shutting down, crashed, starting up), and the pool's own words.
 */
const unreachable =
  /^(08...|53300|57P0[123]|ECONN(REFUSED|RESET|ABORTED)|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH)$/
const unreachableText = /connection terminated|timeout exceeded when trying to connect|client was closed|is closed/i

/** What the database said, without the values of the statement: they may be personal data. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message || error.name : String(error)

const codeOf = (error: unknown): string => {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

export const isUnreachable = (error: unknown): boolean =>
  unreachable.test(codeOf(error)) || (error instanceof Error && unreachableText.test(error.message))

/** The typed error for a database that cannot be reached. */
export const unavailable = (cause: unknown): TongbanError =>
  new TongbanError(
    'TB_DATABASE_UNAVAILABLE',
    { detail: codeOf(cause) || reasonOf(cause) },
    { cause, retryAfterMs: 5_000 },
  )

/**
 * An error of a driver as the rest of the gateway may see it: typed when the database is gone, and never with the
 * parameters of the statement (the embedded driver attaches them, and errors reach logs).
 */
export function withoutValues(error: unknown): unknown {
  if (isUnreachable(error)) return unavailable(error)
  if (error instanceof Error) {
    for (const field of ['params', 'queryOptions', 'detail', 'where']) Reflect.deleteProperty(error, field)
  }
  return error
}
