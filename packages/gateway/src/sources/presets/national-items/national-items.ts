import { defineSource } from '../../../domains/ports.ts'
import { inBatches } from '../../batches.ts'
import { distinctBy } from '../../reading/fields.ts'
import { batchSize, exchangeBase } from '../exchange.ts'
import { agenciesBy } from './agencies.ts'
import { changesAfter } from './changes.ts'
import { itemLoader } from './load.ts'
import { markAt } from './marks.ts'
import type { NationalItemsOptions } from './options.ts'
import { readStretch } from './pages.ts'
import { layoutsOf, tablesOf } from './tables.ts'

const own = { id: 'national-items', title: '国家政务服务事项前置库' }

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
