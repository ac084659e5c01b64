import { TongbanError } from '../errors/error.ts'
import { localError } from '../errors/local.ts'
import { TB_BAD_RESPONSE, TB_PARTIAL } from '../generated/local-errors.ts'
import type { Answer, UsableAnswer } from './answer.ts'
import type { Exchange } from './exchange.ts'

const isEmpty = (data: object): boolean => Object.values(data).every((value) => value === null)

/** Whether anything arrived at all: a root field that is null because of an error is no answer. */
export const hasData = <Data>(answer: Answer<Data>): answer is UsableAnswer<Data> =>
  typeof answer.data === 'object' && answer.data !== null && !(answer.errors.length > 0 && isEmpty(answer.data))

/** The error of an answer without data: that of its first entry. */
export function failedAnswer<Data>(
  { operation, locale }: Pick<Exchange, 'operation' | 'locale'>,
  answer: Answer<Data>,
): TongbanError {
  const { errors, status, requestId } = answer
  const [first] = errors
  if (first === undefined) return localError(TB_BAD_RESPONSE, locale, { operation: operation.name, status, requestId })
  return new TongbanError(first.code, first.message, {
    retryable: errors.every(({ retryable }) => retryable),
    retryAfterMs: answer.retryAfterMs,
    act: first.act,
    operation: operation.name,
    requestId,
    status,
    errors,
  })
}

/** The error of an answer that is there in part. */
export function partialAnswer<Data>(
  { operation, locale }: Pick<Exchange, 'operation' | 'locale'>,
  answer: Answer<Data>,
): TongbanError {
  const { data, errors, status, requestId } = answer
  return localError(TB_PARTIAL, locale, {
    retryable: errors.every(({ retryable }) => retryable),
    retryAfterMs: answer.retryAfterMs,
    operation: operation.name,
    requestId,
    status,
    errors,
    data,
  })
}
