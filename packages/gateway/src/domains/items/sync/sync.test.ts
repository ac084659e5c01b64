import { TongbanError } from '@tongban/schema'
import { sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { Store } from '../../../store/store.ts'
import { describeOnEachStore } from '../../../store/testing.ts'
import { itemsMigrations } from '../tables.ts'
import { FakeLibrary, syncOf, testItem } from '../testing.ts'
import { hold } from './state.ts'

const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    testItem(`T-${String(index).padStart(4, '0')}`, `事项 ${index}`, { agencyCode: `A${index % 60}` }),
  )

describeOnEachStore('synchronising items', (open) => {
  let store: Store
  let library: FakeLibrary
  beforeEach(async () => {
    store ??= await open({ migrations: itemsMigrations })
    await store.query('truncate items, item_versions, item_agencies, item_sync')
    library = new FakeLibrary()
    library.items = many(250)
    library.agencies = Array.from({ length: 60 }, (_, index) => ({ code: `A${index}`, name: `机构 ${index}` }))
  })

  const sync = (...args: Parameters<ReturnType<typeof syncOf>>) => syncOf(store, library)(...args)
  const states = async () => {
    const { rows } = await sql<{ state: string; n: number }>`
      select state, count(*) as n from items group by state order by state`.execute(store.db)
    return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
  }

  it('reads all pages and agencies in batches, and says how far it is', async () => {
    const heard: unknown[] = []
    const [report] = await sync({ onProgress: ({ done, total }) => heard.push([done, total]) })
    expect(report).toMatchObject({ mode: 'FULL', added: 250, withdrawn: 0, refused: 0 })
    expect(heard).toEqual([
      [100, 250],
      [200, 250],
      [250, 250],
    ])
    expect(library.calls).toEqual(['changes', 'page', 'page', 'page', 'agencies', 'agencies'])
    expect((await store.query('select count(*) as n from item_agencies')).rows).toEqual([{ n: 60 }])
  })

  it('reads only changes afterwards', async () => {
    await sync()
    library.calls.length = 0
    library.changes = { changed: [testItem('T-0001', '新名称'), testItem('T-9999', '新事项')], removed: ['T-0002'] }
    library.mark = 'm1'
    expect(await sync()).toMatchObject([{ mode: 'INCREMENTAL', added: 1, changed: 1, withdrawn: 1 }])
    expect(library.calls).toEqual(['changes'])
    expect(await states()).toEqual({ IN_USE: 250, WITHDRAWN: 1 })
    const seen: string[] = []
    library.checkMark = (since) => seen.push(since)
    await sync()
    expect(seen).toEqual(['m1'])
  })

  it('continues where it was interrupted, in a new process, too', async () => {
    library.spoilPage = (page) => {
      if (page.items[0]?.code === 'T-0200') throw new TongbanError('TB_SOURCE_UNAVAILABLE', { source: 'library' })
      return page
    }
    await expect(sync()).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(await states()).toEqual({ IN_USE: 200 })
    library.spoilPage = (page) => page
    library.calls.length = 0
    expect(await sync()).toMatchObject([{ mode: 'FULL', added: 50, withdrawn: 0 }])
    expect(library.calls.filter((call) => call === 'page')).toHaveLength(1)
  })

  it('withdraws what is gone, and takes back what returns', async () => {
    await sync()
    const [first, ...rest] = library.items
    library.items = rest
    expect(await sync({ mode: 'full' })).toMatchObject([{ withdrawn: 1, unchanged: 249 }])
    expect(await states()).toEqual({ IN_USE: 249, WITHDRAWN: 1 })
    library.items = first ? [first, ...rest] : rest
    expect(await sync({ mode: 'full' })).toMatchObject([{ withdrawn: 0, changed: 1 }])
    expect(await states()).toEqual({ IN_USE: 250 })
  })

  it.each<[string, (library: FakeLibrary) => void]>([
    ['hides items between two pages', (it) => (it.spoilPage = (page) => ({ ...page, items: page.items.slice(1) }))],
    ['answers an empty list', (it) => (it.spoilPage = () => ({ items: [], next: null, total: 0 }))],
  ])('withdraws nothing when the list %s but the items are there', async (_name, spoil) => {
    await sync()
    spoil(library)
    expect(await sync({ mode: 'full' })).toMatchObject([{ withdrawn: 0 }])
    expect(await states()).toEqual({ IN_USE: 250 })
  })

  it('counts duplicates once and keeps the good items of a page with a bad one', async () => {
    const odd = { ...testItem('T-bad', '坏'), divisionCode: '33' }
    library.items = [...many(3), ...many(3), odd]
    expect(await sync()).toMatchObject([{ added: 3, refused: 1 }])
    expect(await states()).toEqual({ IN_USE: 3 })
  })

  it('stores all rows of a page when the text of one cannot be stored as it is', async () => {
    library.items = [...many(2), testItem('T-half', '吉\ud840野'), testItem('T-nul', '名\0称')]
    expect(await sync()).toMatchObject([{ added: 4, refused: 0 }])
    const { rows } = await store.query(`select record ->> 'name' as name from items where code > 'T-h' order by code`)
    expect(rows).toEqual([{ name: '吉\ufffd野' }, { name: '名称' }])
  })

  it('keeps the last good copy of an item whose shape is broken now', async () => {
    await sync()
    library.items = library.items.map((item) => (item.code === 'T-0000' ? { ...item, divisionCode: '?' } : item))
    expect(await sync({ mode: 'full' })).toMatchObject([{ withdrawn: 0 }])
    expect(await states()).toEqual({ IN_USE: 250 })
  })

  it('stops at a list that names the same page for ever', async () => {
    library.spoilPage = (page) => ({ ...page, next: '100' })
    await expect(sync()).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE' })
  })

  it('reads everything when the source has forgotten the mark', async () => {
    await sync()
    library.checkMark = () => {
      throw new TongbanError('TB_SOURCE_REFUSED', { source: 'library', detail: '同步令牌无效' })
    }
    expect(await sync()).toMatchObject([{ mode: 'FULL', unchanged: 250 }])
  })

  it('leaves items to the library that is authoritative for them', async () => {
    const city = new FakeLibrary('city', ['330602'])
    city.items = [testItem('C-1', '本市事项')]
    library.items = [testItem('C-1', '省里的副本'), testItem('P-1', '别处事项', { divisionCode: '330500000000' })]
    const reports = await syncOf(store, library, city)()
    expect(reports).toMatchObject([
      { source: 'library', added: 1, foreign: 1 },
      { source: 'city', added: 1 },
    ])
    const { rows } = await store.query(`select source_id, record ->> 'name' as name from items where code = 'C-1'`)
    expect(rows).toEqual([{ source_id: 'city', name: '本市事项' }])
  })

  it('reads the other sources when one fails, and then says so', async () => {
    const broken = new FakeLibrary('broken', ['330699'])
    broken.spoilPage = () => {
      throw new TongbanError('TB_SOURCE_UNAVAILABLE', { source: 'broken' })
    }
    await expect(syncOf(store, broken, library)()).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(await states()).toEqual({ IN_USE: 250 })
  })

  it('shares one run between two who ask at once', async () => {
    const shared = syncOf(store, library)
    const heard: string[] = []
    const ask = (who: string) => shared({ onProgress: () => heard.push(who) })
    const [one, two] = await Promise.all([ask('甲'), ask('乙')])
    expect(one).toBe(two)
    expect(heard.toSorted()).toEqual(['乙', '乙', '乙', '甲', '甲', '甲'])
    expect(library.calls.filter((call) => call === 'page')).toHaveLength(3)
  })

  it('leaves a source alone while another gateway reads it', async () => {
    await hold(store.db, 'library', 'another gateway')
    const expected = store.kind === 'postgres' ? { mode: 'BUSY', added: 0 } : { mode: 'FULL', added: 250 }
    expect(await sync()).toMatchObject([expected])
  })
})
