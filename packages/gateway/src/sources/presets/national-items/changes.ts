import type { CatalogueChanges } from '../../../domains/items/port.ts'
import type { ExchangeRequest } from '../../protocols/exchange-table/requests.ts'
import type { Call, SkippedRow } from '../../source.ts'
import type { itemLoader } from './load.ts'
import { markAfter, readPlace, writePlace } from './marks.ts'
import type { NationalItemsOptions } from './options.ts'
import { readStretch } from './pages.ts'
import { changing, tablesOf } from './tables.ts'

/** Whether rows that were pushed after a mark may have been purged unread: the oldest row that is left is younger. */
async function purgedPast(
  options: NationalItemsOptions,
  since: string,
  call: Call<ExchangeRequest>,
): Promise<SkippedRow[]> {
  const table = tablesOf(options).basic
  const { rows } = await readStretch(options, { table, after: null, size: 1, since: null }, 'items.oldest', call)
  const [oldest] = rows
  if (!oldest || Date.parse(oldest.cd_time) <= Date.parse(`${since.replace(' ', 'T')}+08:00`)) return []
  return [
    { key: null, path: 'cd_time', reason: 'the oldest row is younger than the mark: rows may have been purged unread' },
  ]
}

/** The next changes: the tables are gone through one after the other, each by time. */
export async function changesAfter(
  options: NationalItemsOptions,
  load: ReturnType<typeof itemLoader>,
  { since, cursor, size }: { readonly since: string; readonly cursor: string | null; readonly size: number },
  call: Call<ExchangeRequest>,
): Promise<CatalogueChanges> {
  const place = readPlace(cursor)
  const purged = cursor === null ? await purgedPast(options, since, call) : []
  const tables = changing(options)
  const stretch = { table: tables[place.table] ?? '', after: place.after, size, since }
  const found = await readStretch(options, stretch, 'items.changes', call)
  const { items, skipped } = await load(found.codes, 'items.changes', call)
  const newest =
    [place.newest, found.newest]
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null
  const isLast = found.next === null && place.table + 1 >= tables.length
  const next = { table: found.next === null ? place.table + 1 : place.table, after: found.next, newest }
  const there = new Set(items.map(({ item }) => item.code))
  const unread = new Set(skipped.map(({ key }) => key))
  // What was left out because it cannot be read is not gone.
  const isGone = (code: string) => found.rows.every((row) => !unread.has(row.row_guid)) && !there.has(code)
  return {
    changed: items.map(({ item }) => item),
    removed: found.codes.filter(isGone),
    next: isLast ? null : writePlace(next),
    mark: markAfter(since, newest, options.overlapSeconds ?? 600),
    skipped: [...purged, ...found.skipped, ...skipped],
  }
}
