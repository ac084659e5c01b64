import { errorRow, isTongbanError, type Locale, type TongbanError } from '@tongban/schema'
import type { UserError } from './generated/resolvers.ts'

/** What a mutation gave, or what the person who entered its input must correct. */
export interface Answer<Value> {
  readonly value: Value | null
  readonly userErrors: readonly UserError[]
}

/** Several errors found at once (一次性告知). */
export class InputErrors extends Error {
  override readonly name = 'InputErrors'
  readonly errors: readonly TongbanError[]

  constructor(errors: readonly TongbanError[]) {
    super(`${errors.length} errors in the input`)
    this.errors = errors
  }
}

/**
 * Runs a mutation. Errors that the clerk or the citizen can correct (column `act` of the table of errors) become user errors;
 * all others are thrown on, because they concern the calling system, a source or the gateway.
 */
export async function answering<Value>(locale: Locale, work: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { value: await work(), userErrors: [] }
  } catch (thrown) {
    const errors = thrown instanceof InputErrors ? thrown.errors : [thrown].filter(isTongbanError)
    if (errors.length === 0 || !errors.every(isCorrectable)) throw thrown
    return { value: null, userErrors: errors.map((error) => toUserError(error, locale)) }
  }
}

const isCorrectable = ({ code }: TongbanError): boolean => ['CLERK', 'CITIZEN'].includes(errorRow(code).act)

const toUserError = (error: TongbanError, locale: Locale): UserError => ({
  code: error.code,
  path: error.argumentPath ?? [],
  message: error.messageIn(locale),
})
