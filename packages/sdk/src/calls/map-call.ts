import { Call } from './call.ts'
import type { Outcome } from './outcome.ts'

/** A call whose result is made from that of another. */
export const mapCall = <T, Result>(call: Call<T>, change: (value: T) => Result): Call<Result> =>
  new Call(call.outcome().then((outcome): Outcome<Result> => ({ ...outcome, value: change(outcome.value) })))
