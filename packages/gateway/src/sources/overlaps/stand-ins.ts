import type { EarlierRow, EarlierRows } from '../copies/earlier.ts'
import { mayStandIn } from '../failures.ts'
import type { Question } from './ask.ts'
import { type Told, unanswered } from './told.ts'

/** What the last good copies of the sources that failed say about keys that no other source knows. */
export async function standIns(question: Question, fresh: readonly Told[]): Promise<readonly Told[]> {
  const found: Told[] = []
  for (const { reader, keys, failure } of fresh) {
    if (!mayStandIn(failure) || !reader.earlier) continue
    const open = unanswered(question.reading, keys, [...fresh, ...found])
    if (open.length === 0) continue
    const rows = await reader.earlier.rows(question.input, open, question.context)
    found.push({ reader, keys: [], rows: distinct(question, rows), provenance: null, failure: null })
  }
  return found
}

/** A row kept under two of its names is still one row. */
function distinct({ reading }: Question, found: EarlierRows): readonly EarlierRow[] {
  const placeOf = new Map<string, string>()
  for (const [place, rows] of found)
    for (const { row } of rows) if (!placeOf.has(reading.keyOf(row))) placeOf.set(reading.keyOf(row), place)
  return [...found].flatMap(([place, rows]) => rows.filter(({ row }) => placeOf.get(reading.keyOf(row)) === place))
}
