import { type Kysely, sql } from 'kysely'
import { withdrawItems } from '../mirror/write.ts'
import type { SyncRow } from '../tables.ts'
import { acceptable, batchSize, pageSize, refuseRepeats, writePage } from './page.ts'
import { advance, begin, finish } from './state.ts'
import type { SyncRun, Tally } from './types.ts'

/** Reads the whole list, page by page, and withdraws what is gone. An unfinished run is continued where it stopped. */
export async function syncFull(run: SyncRun, state: SyncRow, tally: Tally): Promise<void> {
  const current = state.mode === 'FULL' ? state : await beginFull(run)
  const complete = state.mode === 'FULL' && current.cursor === null && current.done > 0
  if (!complete) await readPages(run, current, tally)
  await withdrawMissing(run, current.run, tally)
  await finish(run.store.db, current.source_id, run.now(), { full: true, mark: current.next_mark })
}

/** The mark is taken before the first page: what changes while we read is then found by the next incremental run. */
async function beginFull({ authority: { source, port }, store, call }: SyncRun): Promise<SyncRow> {
  const changes = await port.changes?.({ since: null, cursor: null, size: 1 }, call)
  return begin(store.db, source.id, 'FULL', changes?.value.mark ?? null)
}

async function readPages(run: SyncRun, state: SyncRow, tally: Tally): Promise<void> {
  const { source, port } = run.authority
  const refuseRepeat = refuseRepeats(run)
  let { cursor, done } = state
  do {
    const { value, provenance } = await port.page({ cursor, size: pageSize }, run.call)
    refuseRepeat(value.next)
    done += value.items.length
    const records = acceptable(run, value.items, tally)
    await run.store.transaction(async (trx) => {
      await writePage(run, trx, records, { provenance, number: state.run }, tally)
      await advance(trx, source.id, { cursor: value.next, done, total: value.total })
    })
    cursor = value.next
    run.onProgress({ source: source.id, done, total: value.total })
  } while (cursor !== null)
}

/**
 * Withdraws what the run did not see, after asking for it by code: while pages are read, the list may shift under us and hide
 * an item between two pages, and a source on a bad day answers an empty list.
 */
async function withdrawMissing(run: SyncRun, number: number, tally: Tally): Promise<void> {
  const { source, port } = run.authority
  for (;;) {
    const missing = await missingCodes(run, number)
    if (missing.length === 0) return
    const { value, provenance } = await port.byCodes(missing, run.call)
    const there = new Set(value.map(({ code }) => code))
    const records = acceptable(run, value, tally).filter(({ code }) => missing.includes(code))
    await run.store.transaction(async (trx) => {
      await writePage(run, trx, records, { provenance, number }, tally)
      await markPresent(
        trx,
        missing.filter((code) => there.has(code)),
        number,
      )
      tally.withdrawn += await withdrawItems(
        trx,
        source.id,
        missing.filter((code) => !there.has(code)),
      )
    })
  }
}

/** What is there but not acceptable keeps its last good copy. */
const markPresent = (trx: Kysely<unknown>, codes: readonly string[], number: number): Promise<unknown> =>
  sql`update items set run = ${number}::bigint where code = any(${[...codes]}::text[])`.execute(trx)

async function missingCodes({ store, authority }: SyncRun, number: number): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from items
    where source_id = ${authority.source.id} and run < ${number}::bigint and state is distinct from 'WITHDRAWN'
    order by code limit ${sql.lit(batchSize)}`.execute(store.db)
  return rows.map(({ code }) => code)
}
