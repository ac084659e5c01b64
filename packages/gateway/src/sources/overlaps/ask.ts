import type { TongbanError } from '@tongban/schema'
import type { AnyBatch } from '../copies/keep.ts'
import { isOfSource, mayStandIn } from '../failures.ts'
import type { CallContext, Sourced } from '../source.ts'
import { rowProvenance } from '../sourced.ts'
import { failureFor, shareOf } from './deadline.ts'
import type { Reader, Readers } from './reader.ts'
import type { OverlapRule } from './rule.ts'
import { type Told, unanswered } from './told.ts'

/** A question for a batch of keys, to sources that cover the same. */
export interface Question {
  readonly readers: Readers
  readonly reading: AnyBatch
  readonly input: unknown
  /** Keys that differ. */
  readonly keys: readonly string[]
  readonly context: CallContext
  readonly now: () => Date
}

/** Asks the sources as the rule says. @throws TongbanError when a source fails in a way after which no other may be asked */
export const askBy = (rule: OverlapRule['rule'], question: Question): Promise<readonly Told[]> =>
  rule === 'MERGE' ? askAll(question) : askInTurn(question)

/** The next is asked for what those before it do not have; with one source that is all there is to it. */
async function askInTurn(question: Question): Promise<readonly Told[]> {
  const { readers, reading, keys } = question
  const told: Told[] = []
  for (const [index, reader] of readers.entries()) {
    const open = unanswered(reading, keys, told)
    if (index > 0 && open.length === 0) break
    // What the first refuses it has answered; what one who stands in for it refuses is only not answered.
    const isTold = index === 0 ? mayStandIn : isOfSource
    told.push(await askOne(question, reader, index === 0 ? keys : open, readers.length - index, isTold))
  }
  return told
}

/** A refusal of one source must not cost the rows of the others: only the end of the request ends a merge. */
const askAll = (question: Question): Promise<readonly Told[]> =>
  Promise.all(question.readers.map((reader) => askOne(question, reader, question.keys, 1, isOfSource)))

async function askOne(
  { readers, reading, input, keys, context, now }: Question,
  reader: Reader,
  some: readonly string[],
  turns: number,
  isTold: (error: unknown) => boolean,
): Promise<Told> {
  const reserved = readers.some(({ earlier }) => earlier)
  try {
    const share = shareOf(context, { turns, reserved }, now())
    const answer = await reader.fresh(some === keys ? input : reading.only(input, some), share)
    return { reader, keys: some, rows: rowsOf(reading, answer), provenance: answer.provenance, failure: null }
  } catch (error) {
    const failure = failureFor(error, reader, context, now())
    if (!isTold(failure)) throw failure
    // `isTold` accepts nothing else.
    return { reader, keys: some, rows: [], provenance: null, failure: failure as TongbanError }
  }
}

const rowsOf = (reading: AnyBatch, answer: Sourced<unknown>) =>
  // A batch answers with rows; that is what its reading says.
  (answer.value as readonly unknown[]).map((row) => ({
    row,
    provenance: rowProvenance(answer, reading.keyOf(row)),
  }))
