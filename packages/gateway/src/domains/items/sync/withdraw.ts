import { type Kysely, sql } from 'kysely'
import { withdrawItems } from '../mirror/write.ts'
import type { SyncRow } from '../tables.ts'
import { acceptable, batchSize, writePage } from './page.ts'
import { abandon, advance } from './state.ts'
import type { SyncRun, Tally } from './types.ts'
import { endedEarly } from './whole.ts'

/**
 * Withdraws what the run did not see, after asking for it by code: while pages are read, the list may shift under us and hide
 * an item between two pages, and a source on a bad day answers an empty list. When the list cannot have been whole, what was read
 * is kept, nothing is withdrawn, and the next run begins anew.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` when the list ended too early
 */
export async function withdrawMissing(run: SyncRun, state: SyncRow, tally: Tally): Promise<void> {
  const { done, gone } = await askForMissing(run, state, tally)
  const early = await endedEarly(run, { done, total: state.total }, gone.length)
  if (early) {
    await abandon(run.store.db, state.source_id)
    throw early
  }
  tally.withdrawn += await withdrawItems(run.store.db, state.source_id, gone)
}

/** Asks for all that was not seen. What is there counts as seen from now on, also in a run that is continued. */
async function askForMissing(run: SyncRun, state: SyncRow, tally: Tally) {
  const { source, port } = run.authority
  const gone: string[] = []
  let { done } = state
  let missing = await missingCodes(run, state.run, '')
  while (missing.length > 0) {
    const asked = missing
    const { value, provenance } = await port.byCodes(asked, run.call)
    const there = new Set(value.map(({ code }) => code))
    const present = asked.filter((code) => there.has(code))
    const records = acceptable(run, value, tally).filter(({ code }) => asked.includes(code))
    done += present.length
    gone.push(...asked.filter((code) => !there.has(code)))
    await run.store.transaction(async (trx) => {
      await writePage(run, trx, records, { provenance, number: state.run }, tally)
      await markPresent(trx, present, state.run)
      await advance(trx, source.id, { cursor: null, done, total: state.total })
    })
    missing = await missingCodes(run, state.run, asked.at(-1) ?? '')
  }
  return { done, gone }
}

/** What is there but not acceptable keeps its last good copy. */
const markPresent = (trx: Kysely<unknown>, codes: readonly string[], number: number): Promise<unknown> =>
  sql`update items set run = ${number}::bigint where code = any(${[...codes]}::text[])`.execute(trx)

async function missingCodes({ store, authority }: SyncRun, number: number, after: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from items
    where source_id = ${authority.source.id} and run < ${number}::bigint and state is distinct from 'WITHDRAWN' and code > ${after}
    order by code limit ${sql.lit(batchSize)}`.execute(store.db)
  return rows.map(({ code }) => code)
}
