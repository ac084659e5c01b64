import type { ErrorEntry } from '../errors/entry.ts'
import type { Outcome, ResponseInfo } from './outcome.ts'

function settle<T>({ value, trouble }: Outcome<T>): T {
  if (trouble !== undefined) throw trouble
  return value
}

/**
 * A call that is under way. `await` it for its result; ask it for more when more is needed.
 *
 * @example
 * const submission = await tongban.submissions.get({ id })
 * const { data, errors } = await tongban.submissions.get({ id }).partial()
 * const { data, response } = await tongban.submissions.get({ id }).withResponse()
 */
export class Call<T> implements PromiseLike<T> {
  readonly #outcome: Promise<Outcome<T>>

  constructor(outcome: Promise<Outcome<T>>) {
    this.#outcome = outcome
  }

  // biome-ignore lint/suspicious/noThenProperty: a call is awaited; `implements PromiseLike` is its point.
  then<Result = T, Failure = never>(
    onResult?: ((value: T) => Result | PromiseLike<Result>) | null,
    onError?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return this.#outcome.then(settle).then(onResult, onError)
  }

  catch<Failure = never>(onError: (reason: unknown) => Failure | PromiseLike<Failure>): Promise<T | Failure> {
    return this.then(undefined, onError)
  }

  finally(onEnd: () => void): Promise<T> {
    return this.#outcome.then(settle).finally(onEnd)
  }

  /** All that is known of the answer. Rejects when there is no result at all, never because part of it is missing. */
  outcome(): Promise<Outcome<T>> {
    return this.#outcome
  }

  /** What did arrive, with the errors of what did not, instead of rejecting with `TB_PARTIAL`. */
  async partial(): Promise<{ readonly data: T; readonly errors: readonly ErrorEntry[] }> {
    const { value, errors } = await this.#outcome
    return { data: value, errors }
  }

  /** The result together with request identifier, status and headers. */
  async withResponse(): Promise<{ readonly data: T; readonly response: ResponseInfo }> {
    const outcome = await this.#outcome
    return { data: settle(outcome), response: outcome.response }
  }
}
