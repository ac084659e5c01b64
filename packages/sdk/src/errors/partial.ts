import { operationTraits, type TongbanDocument } from '../document.ts'
import { isTongbanError, type TongbanError } from './error.ts'

/** An error that still carries what did arrive. */
export type PartialAnswerError<Data> = TongbanError & { readonly code: 'TB_PARTIAL'; readonly data: Data }

/**
 * Whether an error is the partial answer of a certain operation, so that what did arrive can be shown.
 *
 * @example
 * if (isPartialAnswer(error, submissionsGetDocument)) render(error.data.submission, error.errors)
 */
export const isPartialAnswer = <Data, Variables extends object>(
  error: unknown,
  document: TongbanDocument<Data, Variables>,
): error is PartialAnswerError<Data> =>
  isTongbanError(error) && error.code === 'TB_PARTIAL' && error.operation === operationTraits(document).name
