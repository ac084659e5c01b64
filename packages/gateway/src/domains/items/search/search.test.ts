import { createReadStream } from 'node:fs'
import { describeWith, neededData, needs } from '@tongban/test-support'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Store } from '../../../store/store.ts'
import { describeOnEachStore } from '../../../store/testing.ts'
import type { ItemFilter } from '../../generated/resolvers.ts'
import { importItems } from '../import/import-items.ts'
import { tokenFrequencies } from '../mirror/frequencies.ts'
import { listItems } from '../mirror/list.ts'
import { writeItems } from '../mirror/write.ts'
import { serviceItemRecord } from '../record.ts'
import { itemsMigrations } from '../tables.ts'
import { testItem, testNow } from '../testing.ts'

const names = [
  '营业执照',
  '营业执照遗失补领',
  '个体工商户营业执照注销登记',
  '食品经营许可证核发',
  '不动产抵押登记（二手房）',
  '不动产首次登记',
  '二手房水电气联合过户',
  '居住证申领',
  '户口登记',
  'Ａ类医疗器械备案',
  '西安通办专窗',
  '先行登记',
  '绿化养护许可',
  '个体户开业',
]

const handledIn: readonly ItemFilter['handlingArea'][] = [
  ['NATIONWIDE'],
  ['CROSS_COUNTY', 'CROSS_PROVINCE'],
  ['CROSS_COUNTY'],
]

const items = names.map((name, index) =>
  testItem(`S-${String(index).padStart(2, '0')}`, name, {
    type: index % 2 ? 'ADMINISTRATIVE_LICENSE' : 'PUBLIC_SERVICE',
    divisionCode: index < 8 ? '330602000000' : '330602001000',
    agencyCode: index < 3 ? '11330602MB0000001A' : 'LOCAL-7',
    agencyName: index < 3 ? '市场监管局' : '自然资源局',
    audience: index % 2 ? ['ENTERPRISE'] : ['PERSON', 'ENTERPRISE'],
    channels: { onlineDepth: index < 5 ? ['ACCEPTANCE', 'HANDLING'] : ['CONSULTATION'] },
    handlingAreas: [...(handledIn[index] ?? [])],
    topics: index === 4 ? ['住房'] : [],
    taskCode: `TASK-${index}-1234567`,
    results: name === '个体户开业' ? [{ name: '营业执照' }] : [],
  }),
)
const hidden = [
  testItem('S-90', '营业执照草稿', { state: 'DRAFT' }),
  testItem('S-91', '营业执照旧', { state: 'WITHDRAWN' }),
]

describeOnEachStore('searching items', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open({ migrations: itemsMigrations })
    const records = [...items, ...hidden].map((item) => serviceItemRecord.parse(item))
    await writeItems(store.db, records, { sourceId: 'library', run: 1, fetchedAt: testNow(), asOf: null })
  })

  const list = (filter: ItemFilter, more: { first?: number; after?: string | null } = {}) =>
    listItems(store.db, tokenFrequencies(store.db, testNow), { filter, first: 20, ...more })
  const found = async (filter: ItemFilter) => (await list(filter)).edges.map(({ node }) => node.name)
  const search = (text: string) => found({ text })

  it.each<[string, readonly string[]]>([
    ['营业执照', ['营业执照', '营业执照遗失补领', '个体工商户营业执照注销登记', '个体户开业']],
    ['「营业执照」', ['营业执照', '营业执照遗失补领', '个体工商户营业执照注销登记', '个体户开业']],
    ['yingyezhizhao', ['营业执照', '营业执照遗失补领', '个体工商户营业执照注销登记', '个体户开业']],
    ['ying ye zhi zhao', ['营业执照', '营业执照遗失补领', '个体工商户营业执照注销登记', '个体户开业']],
    ['YingYeZhiZh', ['营业执照', '营业执照遗失补领', '个体工商户营业执照注销登记', '个体户开业']],
    ['yyzz', ['营业执照', '营业执照遗失补领', '个体工商户营业执照注销登记', '个体户开业']],
    ['注销 营业执照', ['个体工商户营业执照注销登记']],
    ['营业执照 zhuxiao', ['个体工商户营业执照注销登记']],
    ['二手房抵押登记', ['不动产抵押登记（二手房）']],
    ['不动产抵押登记(二手房)', ['不动产抵押登记（二手房）']],
    ['lvhua', ['绿化养护许可']],
    ['a类', ['Ａ类医疗器械备案']],
    ['证', ['居住证申领', '食品经营许可证核发']],
    ['S-07', []],
    ['TASK-7-1234567', ['居住证申领']],
    ['火箭发射许可', []],
  ])('%s', async (text, expected) => {
    expect(await search(text)).toEqual(expected)
  })

  it.each(['', ' ', '\u3000\t'])('takes the blank text %j for no text', async (text) => {
    expect((await search(text)).toSorted()).toEqual(names.toSorted())
  })

  it.each(['——', '%', '_', '\\', "'", '（）', '😀'])(
    'finds nothing by %s, which holds nothing to look for',
    async (text) => {
      const page = await list({ text })
      expect([page.edges, await page.totalCount(), (await page.facets()).types]).toEqual([[], 0, []])
    },
  )

  it('takes no notice of signs beside words', async () => {
    expect(await search('%%居住')).toEqual(['居住证申领'])
  })

  it('reads xian as one syllable and as two', async () => {
    expect((await search('xian')).toSorted()).toEqual(['先行登记', '西安通办专窗'].toSorted())
  })

  it.each<[string, ItemFilter, number]>([
    ['a division with those inside it', { division: '330602' }, 14],
    ['a street', { division: '330602001' }, 6],
    ['a street for which its district handles', { division: '330602002' }, 8],
    ['a community for which its street handles', { division: '330602001005' }, 6],
    ['a city', { division: '330600' }, 14],
    ['another city', { division: '330700' }, 0],
    ['types', { types: ['ADMINISTRATIVE_LICENSE'] }, 7],
    ['an agency', { agencies: ['LOCAL-7'] }, 11],
    ['whom it serves', { audience: ['PERSON'] }, 7],
    ['online depth', { onlineDepth: ['HANDLING'] }, 5],
    ['全国通办', { handlingArea: ['NATIONWIDE'] }, 1],
    ['跨省通办, which 全国通办 includes', { handlingArea: ['CROSS_PROVINCE'] }, 2],
    ['跨县通办, which every wider one includes', { handlingArea: ['CROSS_COUNTY'] }, 3],
    ['topics', { topics: ['住房', '婚姻'] }, 1],
    ['no type at all', { types: [] }, 0],
    ['several at once', { text: '登记', types: ['PUBLIC_SERVICE'], division: '330602' }, 3],
  ])('filters by %s', async (_name, filter, count) => {
    const page = await list(filter)
    expect(page.edges).toHaveLength(count)
    expect(await page.totalCount()).toBe(count)
  })

  it.each([{}, { text: '登记' }])('pages without losing or repeating an item: %j', async (filter) => {
    const all = await found(filter)
    const seen: string[] = []
    for (let after: string | null = null, more = true; more; ) {
      const { edges, pageInfo } = await list(filter, { first: 2, after })
      seen.push(...edges.map(({ node }) => node.name))
      after = pageInfo.endCursor
      more = pageInfo.hasNextPage
    }
    expect(seen).toEqual(all)
  })

  it('refuses a cursor of another search', async () => {
    const { pageInfo } = await list({ text: '登记' }, { first: 1 })
    await expect(list({ text: '营业' }, { after: pageInfo.endCursor })).rejects.toMatchObject({
      code: 'TB_INVALID_CURSOR',
    })
    await expect(list({}, { first: 51 })).rejects.toMatchObject({ code: 'TB_INVALID_INPUT' })
  })

  it('counts how the matches are spread', async () => {
    const facets = await (await list({ text: '营业执照', agencies: ['11330602MB0000001A'] })).facets()
    expect(facets).toEqual({
      types: [
        { value: 'PUBLIC_SERVICE', label: '公共服务', count: 2 },
        { value: 'ADMINISTRATIVE_LICENSE', label: '行政许可', count: 1 },
      ],
      divisions: [{ value: '330602000000', label: '越城区', count: 3 }],
      otherDivisions: 0,
      agencies: [{ value: '11330602MB0000001A', label: '市场监管局', count: 3 }],
      otherAgencies: 0,
      audience: [
        { value: 'ENTERPRISE', label: '企业法人', count: 3 },
        { value: 'PERSON', label: '自然人', count: 2 },
      ],
      onlineDepth: [
        { value: 'ACCEPTANCE', label: '受理', count: 3 },
        { value: 'HANDLING', label: '办理', count: 3 },
      ],
      handlingArea: [
        { value: 'CROSS_COUNTY', label: '跨县通办', count: 3 },
        { value: 'CROSS_CITY', label: '跨市通办', count: 2 },
        { value: 'CROSS_PROVINCE', label: '跨省通办', count: 2 },
        { value: 'NATIONWIDE', label: '全国通办', count: 1 },
      ],
    })
  })

  it('says how many matches the agencies and divisions beyond those listed have', async () => {
    const many = Array.from({ length: 53 }, (_, index) =>
      testItem(`X-${index}`, '多机构事项', {
        divisionCode: `3307${String(index).padStart(2, '0')}000000`,
        agencyCode: index < 52 ? `X-AGENCY-${index}` : null,
      }),
    ).map((item) => serviceItemRecord.parse(item))
    await writeItems(store.db, many, { sourceId: 'library', run: 1, fetchedAt: testNow(), asOf: null })
    const page = await list({ text: '多机构' })
    const { agencies, otherAgencies, divisions, otherDivisions } = await page.facets()
    expect([agencies.length, otherAgencies, divisions.length, otherDivisions]).toEqual([50, 2, 50, 3])
    await sql`delete from items where code like 'X-%'`.execute(store.db)
  })

  it.each(["'; drop table items; --", '%_%', '\\', '|', '(((', 'a'.repeat(5_000), '\u0000', '𠮷'])(
    'survives odd text %#',
    async (text) => expect(Array.isArray(await search(text))).toBe(true),
  )
})

describeWith(needs.sharedData('items-511602.jsonl'), 'the real items of a district', () => {
  describeOnEachStore('searched', (open) => {
    it('are found by any way of writing', async () => {
      const store = await open({ migrations: itemsMigrations })
      const frequencies = tokenFrequencies(store.db, testNow)
      await importItems(
        { store, now: testNow, frequencies },
        { format: 'jsonl', bytes: () => createReadStream(neededData('items-511602.jsonl')) },
      )
      const figures: Record<string, number> = {}
      for (const text of ['登记', '不动产登记', 'budongchan', 'bdc', '企业备案', '残疾人证', 'cjr', '许可 变更']) {
        const page = await listItems(store.db, frequencies, { filter: { text }, first: 5 })
        figures[text] = await page.totalCount()
        expect(page.edges.length).toBe(Math.min(5, figures[text]))
      }
      console.info('real items found', figures)
      expect(figures.登记).toBeGreaterThan(20)
      expect(figures.budongchan).toBeGreaterThan(0)
    })
  })
})
