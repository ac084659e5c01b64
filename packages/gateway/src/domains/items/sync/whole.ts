import type { TongbanError } from '@tongban/schema'
import { sql } from 'kysely'
import { attributed, sourceFailure } from '../../../sources/failures.ts'
import type { SyncRow } from '../tables.ts'
import type { SyncRun } from './types.ts'

/** Below this many items a catalogue may lose any part of them at once. */
const fewItems = 20

/**
 * Tells whether the list of a full run can have been whole, before what it did not show is withdrawn: a source on a bad day ends
 * its list early, and answers nothing by code either. Where it states a total, all rows must have been seen; a few that the
 * source file may have dropped as repeated are no reason to fail while nothing is to be withdrawn. Where it states none, no more
 * than half of what is held may go at once.
 *
 * @returns `TB_SOURCE_SHAPE` when the list ended too early
 */
export async function endedEarly(
  run: SyncRun,
  { done, total }: Pick<SyncRow, 'done' | 'total'>,
  gone: number,
): Promise<TongbanError | undefined> {
  if (run.acceptShrink) return undefined
  if (total)
    return done < total && (gone > 0 || isFarFrom(done, total)) ? endsAfter(run, done, String(total)) : undefined
  const held = await heldItems(run)
  return held > fewItems && gone * 2 > held ? endsAfter(run, done, `${held} held`) : undefined
}

/** More is missing than rows that the source file may have dropped as repeated. */
const isFarFrom = (done: number, total: number): boolean => (total - done) * 20 > total

const endsAfter = ({ authority: { source } }: SyncRun, done: number, expected: string): TongbanError =>
  attributed(
    sourceFailure('TB_SOURCE_SHAPE', { detail: `items.page: the list ends after ${done} of ${expected}` }),
    source,
  )

async function heldItems({ store, authority }: SyncRun): Promise<number> {
  const { rows } = await sql<{ held: number }>`
    select count(*)::int as held from items
    where source_id = ${authority.source.id} and state is distinct from 'WITHDRAWN'`.execute(store.db)
  return rows[0]?.held ?? 0
}
