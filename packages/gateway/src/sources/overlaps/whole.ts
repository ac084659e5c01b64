import { isOfSource, mayStandIn } from '../failures.ts'
import type { CallContext, Sourced } from '../source.ts'
import { failureFor, shareOf } from './deadline.ts'
import type { Readers, ReadingParts } from './reader.ts'
import { saysNothing } from './same.ts'

/**
 * A whole answer of the first source that answers; if none does, the first earlier answer there is. Nothing at a source that stands in
 * is no answer: what the one before it has is not known.
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
      const answer = await reader.fresh(input, share)
      if (index === 0 || !saysNothing(answer.value)) return withUnanswered(answer, readers, index)
    } catch (error) {
      const failure = failureFor(error, reader, context, now())
      if (!(index === 0 ? mayStandIn : isOfSource)(failure)) throw failure
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
