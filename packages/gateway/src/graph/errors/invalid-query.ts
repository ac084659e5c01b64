import type { Sentence } from '../scalars/scalar.ts'

/** A request that is no GraphQL operation we run. Becomes `TB_INVALID_QUERY`. */
export class InvalidQueryError extends Error {
  override readonly name = 'InvalidQueryError'
  readonly reason: Sentence

  constructor(reason: Sentence) {
    super(reason.en)
    this.reason = reason
  }
}
