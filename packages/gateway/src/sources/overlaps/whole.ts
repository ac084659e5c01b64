import { mayStandIn } from '../failures.ts'
import type { CallContext, Sourced } from '../source.ts'
import { failureFor, shareOf } from './deadline.ts'
import type { Readers, ReadingParts } from './reader.ts'

/**
 * A whole answer of the first source that answers; of none does, the first earlier answer there is.
 *
 * @throws TongbanError what the first source failed with when nothing stands in
 */
export async function readWhole(
  readers: Readers,
  input: unknown,
  context: CallContext,
  { now }: ReadingParts,
): Promise<Sourced<unknown>> {
  const reserved = readers.some(({ earlier }) => earlier)
  const failures: unknown[] = []
  for (const [index, reader] of readers.entries()) {
    try {
      const share = shareOf(context, { turns: readers.length - index, reserved }, now())
      return withUnanswered(await reader.fresh(input, share), readers, index)
    } catch (error) {
      const failure = failureFor(error, reader, context, now())
      if (!mayStandIn(failure)) throw failure
      failures.push(failure)
    }
  }
  for (const [index, reader] of readers.entries()) {
    const copy = await reader.earlier?.whole(input, context)
    if (copy) return withUnanswered(copy, readers, index)
  }
  throw failures[0]
}

/** Says which sources before this one were asked in vain. */
function withUnanswered<Answer extends Sourced<unknown>>(answer: Answer, readers: Readers, index: number): Answer {
  if (index === 0) return answer
  const unanswered = readers.slice(0, index).map(({ source }) => source.id)
  return { ...answer, provenance: { ...answer.provenance, unanswered } }
}
