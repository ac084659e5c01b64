import { errorRow, isTongbanError, type Locale, TongbanError } from '@tongban/schema'
import { GraphQLError } from 'graphql'
import type { Log } from '../../telemetry/types.ts'
import type { Sentence } from '../scalars/scalar.ts'
import { InvalidArgumentError } from './invalid-argument.ts'
import { InvalidQueryError } from './invalid-query.ts'
import { literalFault } from './literal-fault.ts'
import type { PresentedError } from './presented.ts'

/** Whose request failed, and where to write what must not leave. */
export interface Audience {
  readonly requestId: string
  readonly locale: Locale
  readonly log: Log
  /** Aborted with a TongbanError when the whole request ended early. */
  readonly signal?: AbortSignal
}

/** The one place where whatever was thrown becomes an error of the table; what is unknown is logged here and stays here. */
export function presentError(thrown: unknown, audience: Audience): PresentedError {
  const error = toTongbanError(thrown, audience)
  const row = errorRow(error.code)
  const graphql = thrown instanceof GraphQLError ? thrown : undefined
  return {
    message: error.messageIn(audience.locale),
    ...(graphql?.path ? { path: graphql.path } : {}),
    ...(graphql?.locations ? { locations: graphql.locations.map(({ line, column }) => ({ line, column })) } : {}),
    extensions: {
      code: error.code,
      retryable: row.retry === 'LATER',
      ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
      act: row.act,
      ...(error.source === undefined ? {} : { source: error.source }),
      requestId: audience.requestId,
      ...(error.argumentPath === undefined ? {} : { argumentPath: error.argumentPath }),
    },
  }
}

/** Finds the TongbanError in what was thrown, or makes one of it. */
function toTongbanError(thrown: unknown, audience: Audience): TongbanError {
  const origin = rootOf(thrown)
  if (isTongbanError(origin)) {
    // Another room met a fault of ours and kept its cause: it is seen here or nowhere.
    if (origin.code === 'TB_INTERNAL')
      audience.log.error({ requestId: audience.requestId, error: origin }, 'unexpected error')
    return origin
  }
  if (origin instanceof InvalidArgumentError) return invalidInput(origin, audience.locale)
  if (origin instanceof InvalidQueryError) return queryError(sentence(origin.reason, audience.locale), origin)
  if (thrown instanceof GraphQLError && thrown.path === undefined) return invalidQuery(thrown, audience.locale)
  // A call that was cut off fails in any way its library likes; the reason of the cut is the truth.
  if (audience.signal?.aborted && isTongbanError(audience.signal.reason)) return audience.signal.reason
  audience.log.error({ requestId: audience.requestId, error: origin }, 'unexpected error')
  return new TongbanError('TB_INTERNAL', {}, { cause: origin })
}

/** GraphQL wraps what resolvers throw, sometimes more than once. */
function rootOf(thrown: unknown): unknown {
  if (thrown instanceof GraphQLError && thrown.originalError) return rootOf(thrown.originalError)
  return thrown
}

/** Errors without a path come before execution: the text, its fit to the schema, or a literal in it. */
function invalidQuery(error: GraphQLError, locale: Locale): TongbanError {
  const fault = literalFault(error)
  if (fault) return invalidInput(fault, locale)
  return queryError(plain(error.message), error)
}

function invalidInput({ path, reason }: InvalidArgumentError, locale: Locale): TongbanError {
  return new TongbanError('TB_INVALID_INPUT', { field: path.join('.'), detail: sentence(reason, locale) }, { path })
}

const queryError = (detail: string, cause: Error): TongbanError =>
  new TongbanError('TB_INVALID_QUERY', { detail }, { cause })

const sentence = ({ zh, en }: Sentence, locale: Locale): string => (locale === 'en' ? en : zh)

/**
 * Without suggestions, which help guessing and nobody needs while the schema is public, and without the literal found,
 * which may be personal data.
 */
const plain = (message: string): string => message.replace(/ ?Did you mean .*$/s, '').replace(/, found .*$/s, '.')
