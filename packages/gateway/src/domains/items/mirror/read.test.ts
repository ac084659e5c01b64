import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Store } from '../../../store/store.ts'
import { describeOnEachStore } from '../../../store/testing.ts'
import { itemsMigrations } from '../tables.ts'
import { FakeLibrary, syncOf, testItem } from '../testing.ts'
import { readItems } from './read.ts'

/** A catalogue code that is handled in thousands of townships. */
const wide = '000117112000'
const copies = 6_000

const library = new FakeLibrary()
library.items = [
  testItem('W-1', '在市', { catalogCode: wide, divisionCode: '330600000000' }),
  testItem('W-2', '在区', { catalogCode: wide, divisionCode: '330603000000' }),
  testItem('W-3', '曾在县', { catalogCode: wide, divisionCode: '330624000000', state: 'WITHDRAWN' }),
  testItem('W-4', '在县', { catalogCode: wide, divisionCode: '330624000000' }),
  testItem('W-5', '草稿', { catalogCode: wide, divisionCode: '330683000000', state: 'DRAFT' }),
  testItem('M-1', '新办', { catalogCode: '000715001001', divisionCode: '330602000000' }),
  testItem('M-2', '变更', { catalogCode: '000715001001', divisionCode: '330602000000' }),
  testItem('M-3', '在省', { catalogCode: '000715001001', divisionCode: '330000000000' }),
  testItem('N-1', '另一事项', { localTaskCode: 'XK-1' }),
  testItem('N-2', '状态未载明', { state: null }),
]

describeOnEachStore('items by code', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open({ migrations: itemsMigrations })
    await syncOf(store, library)()
    // the same item in every township of another province
    await sql`
      with townships as (
        select 'C-' || n as code, '41' || lpad(n::text, 7, '0') || '000' as division
        from generate_series(1, ${sql.lit(copies)}) as n)
      insert into items select (jsonb_populate_record(items, jsonb_build_object(
        'code', townships.code, 'division', townships.division,
        'record', record || jsonb_build_object('code', townships.code, 'divisionCode', townships.division)))).*
      from items, townships where items.code = 'W-1'`.execute(store.db)
    // what is written last stands last in the table
    await sql`update items set run = run where code not like 'C-%'`.execute(store.db)
  })

  const find = async (...keys: readonly (readonly [code: string, division: string | null])[]) =>
    (
      await readItems(
        store.db,
        keys.map(([code, division]) => ({ code, division })),
      )
    ).map((found) => (found instanceof Error ? ('code' in found ? found.code : found.name) : (found?.name ?? null)))

  it('are not lost beside a code that thousands share', async () => {
    expect(await find([wide, null], ['N-1', null], [wide, '330603000000'], ['XK-1', '330602000000'])).toEqual([
      'TB_ITEM_AMBIGUOUS',
      '另一事项',
      '在区',
      '另一事项',
    ])
  })

  it.each([
    ['the very division before those inside it', '330600000000', '在市'],
    ['what the city handles for its districts', '330602000000', '在市'],
    ['what the city handles for a township', '330602007000', '在市'],
    ['what the district handles for a street rather than the city', '330603001000', '在区'],
    ['what is open before what is withdrawn', '330624000000', '在县'],
    ['nothing outside', '350100000000', null],
    ['several inside a province', '330000000000', 'TB_ITEM_AMBIGUOUS'],
  ])('with a division find %s', async (_, division, name) => {
    expect(await find([wide, division])).toEqual([name])
  })

  it.each([
    ['the division itself', '330602000000'],
    ['a street of it', '330602001000'],
  ])('name the handling items of which one is meant in %s', async (_, division) => {
    const [found] = await readItems(store.db, [{ code: '000715001001', division }])
    expect(found).toMatchObject({ code: 'TB_HANDLING_ITEM_AMBIGUOUS', params: { codes: 'M-1, M-2' } })
  })

  it('ask for the division first, and take what the province handles for another city', async () => {
    expect(await find(['000715001001', null], ['000715001001', '330700000000'])).toEqual(['TB_ITEM_AMBIGUOUS', '在省'])
  })

  it('name a few handling items of many', async () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      testItem(`P-${index}`, '分项', { catalogCode: '000715001002' }),
    )
    library.changes = { changed: many, removed: [] }
    await syncOf(store, library)()
    const [found] = await readItems(store.db, [{ code: '000715001002', division: null }])
    expect(found).toMatchObject({ params: { codes: 'P-0, P-1, P-2, P-3, P-4, …' } })
  })

  it('find what has no known state, and no draft', async () => {
    expect(await find(['N-2', null], ['W-5', null])).toEqual(['状态未载明', null])
  })

  it('answer the same key twice', async () => {
    expect(await find(['N-1', null], ['N-1', null])).toEqual(['另一事项', '另一事项'])
  })
})
