import { sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { Store } from '../../../store/store.ts'
import { describeOnEachStore } from '../../../store/testing.ts'
import type { CataloguePage } from '../port.ts'
import { itemsMigrations } from '../tables.ts'
import { FakeLibrary, syncOf, testItem } from '../testing.ts'

const many = (count: number) => Array.from({ length: count }, (_, index) => testItem(`T-${index}`, `事项 ${index}`))

/** Ends the list after so many rows; the rest cannot be found by code either. */
function cut(library: FakeLibrary, rows: number, total: number | null, more: Partial<CataloguePage> = {}): void {
  library.items = library.items.slice(0, rows).map((item) => ({ ...item, name: `${item.name}（新）` }))
  library.spoilPage = ({ items, next }) => ({ items, next, total, ...more })
}

describeOnEachStore('a list that may have ended too early', (open) => {
  let store: Store
  let library: FakeLibrary
  beforeEach(async () => {
    store ??= await open({ migrations: itemsMigrations })
    await store.query('truncate items, item_versions, item_agencies, item_sync')
    library = new FakeLibrary()
    library.items = many(130)
  })

  const sync = (...args: Parameters<ReturnType<typeof syncOf>>) => syncOf(store, library)(...args)
  const full = (acceptShrink = false) => sync({ mode: 'full', acceptShrink })
  const inUse = async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from items where state = 'IN_USE'`.execute(store.db)
    return rows[0]?.n
  }

  it.each([
    ['after a few of many', 5, 130, '5 of 130'],
    ['where a source cuts lists', 100, 130, '100 of 130'],
    ['one row early', 129, 130, '129 of 130'],
    ['at once, though a total is stated', 0, 130, '0 of 130'],
    ['after a few, without a total', 5, null, '5 of 130 held'],
    ['at once, and states a total of nothing', 0, 0, '0 of 130 held'],
  ])('withdraws nothing when it ends %s', async (_name, rows, total, detail) => {
    await sync()
    cut(library, rows, total)
    await expect(full()).rejects.toMatchObject({
      code: 'TB_SOURCE_SHAPE',
      source: 'library',
      params: { detail: `items.page: the list ends after ${detail}` },
    })
    expect(await inUse()).toBe(130)
    const { rows: renewed } = await store.query(`select 1 from items where record ->> 'name' like '%（新）'`)
    expect(renewed).toHaveLength(rows)
  })

  it('begins anew afterwards', async () => {
    cut(library, 5, 130)
    await expect(sync()).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE' })
    library.items = many(129)
    library.spoilPage = (page) => page
    library.calls.length = 0
    expect(await sync()).toMatchObject([{ mode: 'FULL', added: 124, changed: 5, withdrawn: 0 }])
    expect(library.calls.filter((call) => call === 'page')).toHaveLength(2)
  })

  it('is believed when an operator says so', async () => {
    await sync()
    cut(library, 5, 130)
    expect(await full(true)).toMatchObject([{ withdrawn: 125, changed: 5 }])
    expect(await inUse()).toBe(5)
  })

  it.each<[string, number, number | null, Partial<CataloguePage>]>([
    ['states what it shows', 5, 5, {}],
    ['loses less than half without a total', 65, null, {}],
    [
      'skipped rows that could not be read',
      128,
      130,
      { skipped: Array(1).fill({ key: null, path: 'x', reason: 'y' }) },
    ],
    ['repeats rows that the source file leaves out', 98, 130, { rows: 130 }],
  ])('is whole when it %s', async (_name, rows, total, more) => {
    await sync()
    cut(library, rows, total, more)
    expect(await full()).toMatchObject([{ withdrawn: 130 - rows }])
  })

  it('counts refused and repeated rows as seen', async () => {
    await sync()
    const odd = testItem('T-odd', '坏', { divisionCode: '?' })
    cut(library, 100, 103)
    library.items = [...library.items, ...library.items.slice(0, 2), odd]
    expect(await full()).toMatchObject([{ withdrawn: 30, refused: 1 }])
  })

  it('goes by the smallest total, because what is added while we read may stand on a page read before', async () => {
    await sync()
    cut(library, 120, 120)
    library.spoilPage = ({ next, items }) => ({ items, next, total: next === null ? 121 : 120 })
    expect(await full()).toMatchObject([{ withdrawn: 10 }])
  })
})
