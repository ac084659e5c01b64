import { parseCreditCode } from '@tongban/schema'
import { z } from 'zod'
import type { CatalogueChanges } from '../../../domains/items/port.ts'
import type { AgencyInput } from '../../../domains/items/record.ts'
import { defineSource } from '../../../domains/ports.ts'
import { inBatches } from '../../batches.ts'
import type { ExchangeRequest } from '../../protocols/exchange-table/requests.ts'
import { distinctBy, field } from '../../reading/fields.ts'
import type { Call, SkippedRow } from '../../source.ts'
import { batchSize, exchangeBase } from '../exchange.ts'
import { itemLoader } from './load.ts'
import { markAfter, markAt, readPlace, writePlace } from './marks.ts'
import type { NationalItemsOptions } from './options.ts'
import { readStretch } from './pages.ts'
import { inSmallLetters } from './rows.ts'
import { changing, layoutsOf, spelling, tablesOf } from './tables.ts'

const own = { id: 'national-items', title: '国家政务服务事项前置库' }
const agencies = field.list(
  z.preprocess(inSmallLetters, z.object({ dept_code: field.required, dept_name: field.text })),
)

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
async function changesAfter(
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

/** Agencies as the items name them; the latest name counts. */
const agenciesBy = (options: NationalItemsOptions) => async (codes: readonly string[], call: Call<ExchangeRequest>) => {
  const spelled = spelling(options)
  const [where, columns] = [{ [spelled('dept_code')]: codes }, ['dept_code', 'dept_name'].map(spelled)]
  const request = {
    operation: 'items.agencies',
    safe: true,
    table: tablesOf(options).basic,
    where,
    columns,
    history: true,
  }
  const found = await call({ ...request, reply: agencies } as const)
  return distinctBy(found, ({ dept_code }) => dept_code).map(({ dept_code: code, dept_name: name }): AgencyInput => {
    const creditCode = parseCreditCode(code).status === 'invalid' ? null : code
    return { code, name: name ?? code, creditCode }
  })
}

/**
 * Service items from the exchange tables of the national platform (国家政务服务平台前置库): `…_task_general_basic` or
 * `…_task_public_basic` with extension, materials, fee projects, questions and situations. Facts: published table definitions of
 * a province's front-end database; code tables of GB/T 39046-2020 annex A and of the exchange.
 *
 * Rows are pushed in batches and never changed: of several pushes the latest counts, `cd_operation` D ends a row, of several
 * `task_version` the highest in force is given. Not known, and therefore only told raw: the codes of `task_state`,
 * `anticipate_type`, `promise_type` (a place names its tables in `codes`), `handle_area`, `power_source` and `result_type`.
 *
 * @example
 * nationalItems({ database: mysql({ url: process.env.PRE_URL ?? '' }), covers: { divisions: ['3306'] }, division: '330600000000' })
 */
export const nationalItems = (options: NationalItemsOptions) => {
  const { now = () => new Date(), overlapSeconds = 600 } = options
  const load = itemLoader(options, now)
  return defineSource({
    ...exchangeBase(options, own, layoutsOf(options)),
    items: {
      async page({ cursor, size }, call) {
        const stretch = { table: tablesOf(options).basic, after: cursor, size, since: null }
        const found = await readStretch(options, stretch, 'items.page', call)
        const { items, skipped } = await load(found.codes, 'items.page', call)
        // An item comes with the push it is made of, and with no other: each once in the whole list.
        const pushes = new Set(found.rows.map((row) => row.id))
        const here = items.filter(({ basic }) => pushes.has(basic.id)).map(({ item }) => item)
        return { items: here, skipped: [...found.skipped, ...skipped], next: found.next, total: null }
      },
      changes: async ({ since, cursor, size }, call) =>
        since === null
          ? { changed: [], removed: [], next: null, mark: markAt(now(), overlapSeconds) }
          : changesAfter(options, load, { since, cursor, size }, call),
      byCodes: async (codes, call) => {
        const found = await inBatches(
          codes,
          { size: batchSize },
          async (some) => (await load(some, 'items.byCodes', call)).items,
        )
        return distinctBy(
          found.map(({ item }) => item),
          ({ code }) => code,
        )
      },
      agencies: (codes, call) => inBatches(codes, { size: batchSize }, (some) => agenciesBy(options)(some, call)),
    },
  })
}
