import { isTongbanError } from '@tongban/schema'
import { attributed, sourceFailure } from '../failures.ts'
import type { CallContext } from '../source.ts'
import type { Reader } from './reader.ts'

/** The part of the time left that is kept for looking up what stands in, and its bounds in milliseconds. */
const reserve = { share: 0.2, leastMs: 50, mostMs: 1_000 }

/**
 * How much of the time left one source may take, when others or a copy come after it: they are of use only if there is still time
 * for them.
 *
 * @param turns - sources that still have to be asked one after the other, this one included
 */
export function shareOf(
  context: CallContext,
  { turns, reserved }: { readonly turns: number; readonly reserved: boolean },
  now: Date,
): CallContext {
  const left = (context.deadline ?? Number.POSITIVE_INFINITY) - now.getTime()
  if (!Number.isFinite(left) || left <= 0 || (turns <= 1 && !reserved)) return context
  const kept = reserved ? Math.min(reserve.mostMs, left / 2, Math.max(reserve.leastMs, left * reserve.share)) : 0
  return { ...context, deadline: Math.floor(now.getTime() + (left - kept) / turns) }
}

/** The failure as it is for the caller: a source that used up its share of the time was too slow, the request is not over yet. */
export function failureFor(error: unknown, reader: Reader, { deadline, signal }: CallContext, now: Date): unknown {
  const over = signal?.aborted || now.getTime() >= (deadline ?? Number.POSITIVE_INFINITY)
  if (over || !isTongbanError(error) || error.code !== 'TB_DEADLINE_EXCEEDED') return error
  return attributed(sourceFailure('TB_SOURCE_TIMEOUT', {}, { cause: error }), reader.source)
}
