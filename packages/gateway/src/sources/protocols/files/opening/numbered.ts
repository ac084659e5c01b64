import type { SkippedRow } from '../../../source.ts'
import type { Outcome } from '../format.ts'
import type { FilePage, NumberedRow } from '../opened.ts'

/** Rows with their numbers, `first` being that of the first one, and apart from them what could not be read. */
export const numbered = (outcomes: readonly Outcome[], first: number): Omit<FilePage, 'next'> => {
  const rows: NumberedRow[] = []
  const skipped: SkippedRow[] = []
  for (const [index, outcome] of outcomes.entries()) {
    const row = first + index
    if (outcome.kind === 'row') rows.push({ row, value: outcome.value })
    else
      skipped.push({
        key: outcome.key,
        path: [`row ${row}`, outcome.path].filter((part) => part !== '').join('.'),
        reason: outcome.reason,
      })
  }
  return { rows, skipped }
}
