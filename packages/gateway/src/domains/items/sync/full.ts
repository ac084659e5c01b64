import type { SyncRow } from '../tables.ts'
import { acceptable, pageSize, refuseRepeats, writePage } from './page.ts'
import { advance, begin, finish } from './state.ts'
import type { SyncRun, Tally } from './types.ts'
import { withdrawMissing } from './withdraw.ts'

/** Reads the whole list, page by page, and withdraws what is gone. An unfinished run is continued where it stopped. */
export async function syncFull(run: SyncRun, state: SyncRow, tally: Tally): Promise<void> {
  const current = state.mode === 'FULL' ? state : await beginFull(run)
  const complete = state.mode === 'FULL' && current.cursor === null && current.done > 0
  const read = complete ? current : await readPages(run, current, tally)
  await withdrawMissing(run, read, tally)
  await finish(run.store.db, current.source_id, run.now(), { full: true, mark: current.next_mark })
}

/** The mark is taken before the first page: what changes while we read is then found by the next incremental run. */
async function beginFull({ authority: { source, port }, store, call }: SyncRun): Promise<SyncRow> {
  const changes = await port.changes?.({ since: null, cursor: null, size: 1 }, call)
  return begin(store.db, source.id, 'FULL', changes?.value.mark ?? null)
}

async function readPages(run: SyncRun, state: SyncRow, tally: Tally): Promise<SyncRow> {
  const { source, port } = run.authority
  const refuseRepeat = refuseRepeats(run)
  let { cursor, done, total } = state
  do {
    const { value, provenance } = await port.page({ cursor, size: pageSize }, run.call)
    refuseRepeat(value.next)
    done += value.rows ?? value.items.length + (value.skipped?.length ?? 0)
    total = least(total, value.total)
    const records = acceptable(run, value.items, tally)
    await run.store.transaction(async (trx) => {
      await writePage(run, trx, records, { provenance, number: state.run }, tally)
      await advance(trx, source.id, { cursor: value.next, done, total })
    })
    cursor = value.next
    run.onProgress({ source: source.id, done, total: value.total })
  } while (cursor !== null)
  return { ...state, cursor, done, total }
}

/** The smallest total of all pages: what is added while we read may stand on a page that was read before. */
const least = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)
