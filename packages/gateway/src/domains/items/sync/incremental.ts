import type { BoundPort } from '../../../sources/source.ts'
import type { Ports } from '../../ports.ts'
import { withdrawItems } from '../mirror/write.ts'
import type { SyncRow } from '../tables.ts'
import { acceptable, pageSize, refuseRepeats, writePage } from './page.ts'
import { advance, begin, finish } from './state.ts'
import type { SyncRun, Tally } from './types.ts'

type Changes = NonNullable<BoundPort<Ports['items']>['changes']>

/** Reads what changed since the mark of the last run. The mark moves when all pages are in; repeating a page changes nothing. */
export async function syncIncremental(run: SyncRun, state: SyncRow, changes: Changes, tally: Tally): Promise<void> {
  const { source } = run.authority
  const current = state.mode === 'INCREMENTAL' ? state : await begin(run.store.db, source.id, 'INCREMENTAL', null)
  const refuseRepeat = refuseRepeats(run)
  let { cursor, done } = current
  let mark = state.mark
  do {
    const { value, provenance } = await changes({ since: state.mark, cursor, size: pageSize }, run.call)
    refuseRepeat(value.next)
    done += value.changed.length + value.removed.length
    const records = acceptable(run, value.changed, tally)
    await run.store.transaction(async (trx) => {
      await writePage(run, trx, records, { provenance, number: current.run }, tally)
      tally.withdrawn += await withdrawItems(trx, source.id, value.removed)
      await advance(trx, source.id, { cursor: value.next, done, total: null })
    })
    mark = value.mark
    cursor = value.next
    run.onProgress({ source: source.id, done, total: null })
  } while (cursor !== null)
  await finish(run.store.db, source.id, run.now(), { full: false, mark })
}
