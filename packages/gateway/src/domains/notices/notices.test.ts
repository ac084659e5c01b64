import { beforeAll, expect, it } from 'vitest'
import { anonymous } from '../../access/caller.ts'
import type { Authority } from '../../sources/directory.ts'
import { describeOnEachStore, silentLog } from '../../store/testing.ts'
import type { CityDirectory, Ports } from '../ports.ts'
import type { RequestContext } from '../request.ts'
import type { NoticeInput } from './port.ts'
import { migrations } from './schema.ts'
import { createNoticesService, type NoticesService } from './service.ts'

const now = () => new Date('2026-03-02T02:00:00Z')
const bidder = { role: 'BIDDER' as const, name: '绍兴市越州路桥有限公司', creditCode: null }

/** Sixty projects in two districts, each with a tender and a candidate notice. */
const shaoxing: readonly NoticeInput[] = Array.from({ length: 120 }, (_, index) => ({
  key: `n${index}`,
  kind: index % 2 === 0 ? ('TENDER' as const) : ('WINNING_CANDIDATE' as const),
  title: `${index % 3 === 0 ? '城南道路改造' : '第一医院设备'}工程(${index})`,
  publishedAt: `2026-01-${String(1 + (index % 28)).padStart(2, '0')}T09:00:00+08:00`,
  divisionCode: index % 4 < 2 ? '330602000000' : '330603000000',
  project: { code: `P${Math.floor(index / 2)}`, name: `项目${Math.floor(index / 2)}` },
  relatedKey: index % 2 === 0 ? null : `n${index - 1}`,
  lots: [
    {
      number: '1',
      awards: [{ bidders: [bidder], price: { kind: 'money' as const, value: '1234500.00', currency: 'CNY' } }],
    },
  ],
}))

/** A platform that gives fifty notices a page, repeats one of them, and slips in one that cannot be read. */
function platform(id = 'sx-trading', notices = shaoxing): Authority<Ports['notices']> {
  const broken: unknown = { key: 'x', title: '' }
  const source = {
    id,
    title: '绍兴市公共资源交易平台',
    covers: {},
    protocol: { kind: 'test', send: async () => ({}) },
    ports: {},
  }
  const changes = async ({ mark }: { mark: string | null }) => {
    const from = Number(mark ?? 0)
    const page = [
      ...notices.slice(from, from + 50),
      ...notices.slice(from, from + 1),
      ...(from === 0 ? [broken as NoticeInput] : []),
    ]
    const value = { notices: page, mark: String(Math.min(from + 50, notices.length)), more: from + 50 < notices.length }
    return { value, provenance: { sourceId: source.id, fetchedAt: '', asOf: null, freshness: 'FRESH' as const } }
  }
  return { source, port: { changes } }
}

/** Another city's platform, with a project of the same code. */
const hangzhou: readonly NoticeInput[] = [
  {
    key: 'n0',
    kind: 'TENDER',
    title: '杭州',
    publishedAt: '2026-01-05T09:00:00+08:00',
    divisionCode: '330100000000',
    project: { code: 'P3', name: '杭州项目' },
  },
]

const request: RequestContext = {
  requestId: 'r1',
  locale: 'zh-CN',
  caller: anonymous,
  operator: null,
  signal: new AbortController().signal,
  deadline: Number.POSITIVE_INFINITY,
  once: (_key, create) => create(),
}

describeOnEachStore('the mirror of trading notices', (open) => {
  let service: NoticesService

  beforeAll(async () => {
    const store = await open({ migrations })
    const directory = { offering: () => [platform()] } as unknown as CityDirectory
    service = createNoticesService({ store, directory, log: silentLog, now })
  })

  it('reads every page once, keeps repeated notices once and counts what could not be read', async () => {
    const [first] = await service.sync()
    expect(first).toEqual({ sourceId: 'sx-trading', notices: 123, refused: 1 })
    expect(await service.count({})).toBe(120)
    const [again] = await service.sync()
    expect(again?.notices).toBe(0)
  })

  it.each([
    { name: 'text in the title', filter: { text: '道路' }, count: 40 },
    { name: 'two words', filter: { text: '道路 越州' }, count: 40 },
    { name: 'full-width letters', filter: { text: 'Ｐ７' }, count: 2 },
    { name: 'a wildcard taken as a letter', filter: { text: '%' }, count: 0 },
    { name: 'a text of nothing but signs', filter: { text: '（' }, count: 0 },
    { name: 'a blank text, which is none', filter: { text: ' ' }, count: 120 },
    { name: 'a kind', filter: { kinds: ['WINNING_CANDIDATE' as const] }, count: 60 },
    { name: 'the first digits of a division', filter: { divisions: ['3306'] }, count: 120 },
    { name: 'a division of six digits', filter: { divisions: ['330603'] }, count: 60 },
    { name: 'a city, padded with zeros', filter: { divisions: ['330600'] }, count: 120 },
    { name: 'a project', filter: { project: 'P0' }, count: 2 },
    {
      name: 'a span of days, both included',
      filter: { publishedFrom: '2026-01-01', publishedTo: '2026-01-01' },
      count: 5,
    },
  ])('finds notices by $name', async ({ filter, count }) => {
    expect(await service.count(filter)).toBe(count)
  })

  it('walks through all pages newest first, without gaps or repeats', async () => {
    const seen: string[] = []
    const days: string[] = []
    let after: string | null = null
    do {
      const page = await service.search({ first: 17, after, filter: {} })
      seen.push(...page.edges.map(({ node }) => node.key))
      days.push(...page.edges.map(({ node }) => node.publishedAt))
      after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null
    } while (after)
    expect(new Set(seen).size).toBe(120)
    expect(seen).toHaveLength(120)
    expect(days).toEqual(days.toSorted().reverse())
  })

  it('refuses a cursor of another filter', async () => {
    const page = await service.search({ first: 1, after: null, filter: { project: 'P0' } })
    const after = page.pageInfo.endCursor ?? ''
    await expect(service.search({ first: 1, after, filter: {} })).rejects.toMatchObject({ code: 'TB_INVALID_CURSOR' })
  })

  it('gives the notices of a project oldest first', async () => {
    const found = await service.ofProject(['sx-trading', 'P3'], request)
    expect(found.map(({ key }) => key)).toEqual(['n6', 'n7'])
  })

  it.each([
    ['a letter', ['33x6']],
    ['nothing', ['3306', '']],
    ['half a level', ['33060']],
    ['a wildcard', ['33%']],
  ])('refuses %s for a division', async (_name, divisions) => {
    const refused = service.search({ first: 1, after: null, filter: { divisions } })
    await expect(refused).rejects.toMatchObject({ code: 'TB_INVALID_INPUT' })
  })

  it('keeps where a notice came from', async () => {
    const notice = await service.one(['sx-trading', 'n0'], request)
    expect(notice?.provenance).toEqual({
      sourceId: 'sx-trading',
      fetchedAt: now().toISOString(),
      asOf: null,
      freshness: 'SNAPSHOT',
    })
    expect(await service.one(['sx-trading', 'unknown'], request)).toBeNull()
  })
})

describeOnEachStore('projects of two platforms', (open) => {
  let service: NoticesService

  beforeAll(async () => {
    const store = await open({ migrations })
    const platforms = [platform(), platform('hz-trading', hangzhou)]
    const directory = { offering: () => platforms } as unknown as CityDirectory
    service = createNoticesService({ store, directory, log: silentLog, now })
    await service.sync()
  })

  it('with the same code are told apart by their source', async () => {
    expect(await service.project('P3', 'hz-trading')).toMatchObject({ name: '杭州项目', divisionCode: '330100000000' })
    expect(await service.project('P3', 'sx-trading')).toMatchObject({
      name: '项目3',
      provenance: { sourceId: 'sx-trading', freshness: 'SNAPSHOT' },
    })
    const both = await Promise.all(['sx-trading', 'hz-trading'].map((id) => service.ofProject([id, 'P3'], request)))
    expect(both.map((found) => found.map(({ key }) => key))).toEqual([['n6', 'n7'], ['n0']])
  })

  it('with the same code are never mixed: without a source the caller is told which there are', async () => {
    await expect(service.project('P3', null)).rejects.toMatchObject({
      code: 'TB_INVALID_INPUT',
      params: { field: 'source', detail: 'hz-trading | sx-trading' },
    })
  })

  it('need no source where the code is of one platform only', async () => {
    expect(await service.project('P4', null)).toMatchObject({ name: '项目4' })
    expect(await service.project('P4', 'hz-trading')).toBeNull()
    expect(await service.project('nothing', null)).toBeNull()
  })

  it('have notices of the same key that stay two', async () => {
    const found = await Promise.all(['sx-trading', 'hz-trading'].map((id) => service.one([id, 'n0'], request)))
    expect(found.map((notice) => notice?.title)).toEqual(['城南道路改造工程(0)', '杭州'])
  })
})
