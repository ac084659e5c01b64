import type { Sentence } from '../scalars/scalar.ts'

/** A value in the arguments or variables that was refused before any resolver ran. */
export class InvalidArgumentError extends Error {
  override readonly name = 'InvalidArgumentError'
  readonly path: readonly string[]
  readonly reason: Sentence

  constructor(path: readonly (string | number)[], reason: Sentence) {
    super(reason.en)
    this.path = path.map(String)
    this.reason = reason
  }
}
