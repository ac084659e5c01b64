import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectDeps } from '../connect.ts'
import type { Source } from '../source.ts'
import { json, reset, silence, startUpstream, type Upstream } from '../testing/upstream.ts'
import type { OverlapRule } from './rule.ts'
import { connected, holding, type TestRow, testSource } from './testing.ts'

let city: Upstream
let province: Upstream
beforeEach(async () => {
  city = await startUpstream(holding())
  province = await startUpstream(holding())
})
afterEach(() => Promise.all([city.close(), province.close()]))

const world = (rule: Partial<OverlapRule>, more: Partial<Source> = {}, deps: Partial<ConnectDeps> = {}) => {
  const sources = [
    testSource('city', city.url, { covers: { divisions: ['3306'] }, ...more }),
    testSource('province', province.url, { covers: { divisions: ['33'] }, ...more }),
  ]
  const made = connected(sources, { overlaps: [{ port: 'books', rule: 'MERGE', ...rule }], ...deps })
  return { ...made, books: made.directory.require('books', { division: '330602' }).port }
}
const rows = (...codes: readonly string[]): TestRow[] => codes.map((code) => ({ code, name: `名 ${code}` }))
const unwell = {
  lastGood: { 'books.byCodes': { keepMs: 0, to: 'ANYONE' }, 'books.list': { keepMs: 0, to: 'ANYONE' } },
} as const

describe('FIRST', () => {
  it('asks nobody but the first', async () => {
    province.answer(holding(...rows('A')))
    await expect(world({ rule: 'FIRST' }).books.byCodes(['A'], {})).resolves.toMatchObject({ value: [] })
    expect(province.requests()).toBe(0)
  })
})

describe('FALLBACK', () => {
  it('asks the next for what the first does not have, and says whose it is', async () => {
    city.answer(holding(...rows('A')))
    province.answer(holding({ code: 'A', name: '别的' }, ...rows('B')))
    const answer = await world({ rule: 'FALLBACK' }).books.byCodes(['A', 'B', 'C'], {})
    expect(answer.value).toEqual(rows('A', 'B'))
    expect(answer.provenance.sourceId).toBe('city')
    expect(answer.rows?.get('B')).toMatchObject({ sourceId: 'province', freshness: 'FRESH' })
    expect(answer.rows?.get('A')).toBeUndefined()
  })

  it('asks the next for all when the first fails, and says who did not answer', async () => {
    city.answer(reset)
    province.answer(holding(...rows('A')))
    const { books } = world({ rule: 'FALLBACK' })
    const answer = await books.byCodes(['A', 'B'], { partial: true })
    expect(answer.value).toEqual(rows('A'))
    expect(answer.rows?.get('A')).toMatchObject({ sourceId: 'province', unanswered: ['city'] })
    expect([...(answer.failed?.keys() ?? [])]).toEqual(['B'])
    await expect(books.byCodes(['B'], {})).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE', source: 'city' })
    await expect(books.list({ page: 1 }, {})).resolves.toMatchObject({
      provenance: { sourceId: 'province', unanswered: ['city'] },
    })
  })

  it('leaves the next its share of the time', async () => {
    city.answer(silence)
    province.answer(holding(...rows('A')))
    const { books } = world({ rule: 'FALLBACK' }, unwell, { now: () => new Date() })
    await expect(books.byCodes(['A'], { deadline: Date.now() + 400 })).resolves.toMatchObject({ value: rows('A') })
  })

  it('rather asks the next than serve an earlier answer, and serves that when nobody answers', async () => {
    city.answer(holding(...rows('A')))
    province.answer(holding({ code: 'A', name: '省' }))
    const { books } = world({ rule: 'FALLBACK' })
    await books.byCodes(['A'], {})
    city.answer(reset)
    await expect(books.byCodes(['A'], {})).resolves.toMatchObject({ value: [{ name: '省' }] })
    province.answer(reset)
    const answer = await books.byCodes(['A'], {})
    expect(answer).toMatchObject({ value: rows('A'), provenance: { sourceId: 'city', freshness: 'STALE' } })
  })

  it('takes a refusal for an answer', async () => {
    city.answer(json({ code: 9 }))
    await expect(world({ rule: 'FALLBACK' }).books.byCodes(['A'], {})).rejects.toMatchObject({
      code: 'TB_SOURCE_REFUSED',
    })
    expect(province.requests()).toBe(0)
  })

  it('does not let a refusal of the next cost what the first has, or an earlier answer', async () => {
    city.answer(holding(...rows('A')))
    province.answer(json({ code: 9 }))
    const { books } = world({ rule: 'FALLBACK' })
    const answer = await books.byCodes(['A', 'B'], { partial: true })
    expect(answer.value).toEqual(rows('A'))
    expect(answer.failed?.get('B')).toMatchObject({ code: 'TB_SOURCE_REFUSED', source: 'province' })
    await books.list({ page: 1 }, {})
    city.answer(reset)
    await expect(books.byCodes(['A'], {})).resolves.toMatchObject({
      value: rows('A'),
      provenance: { freshness: 'STALE' },
    })
    await expect(books.list({ page: 1 }, {})).resolves.toMatchObject({ provenance: { freshness: 'STALE' } })
    await expect(books.list({ page: 2 }, {})).rejects.toMatchObject({ source: 'city' })
  })
})

describe.each(['FALLBACK', 'MERGE'] as const)('%s of what has a row for every key', (rule) => {
  const unknown = (...codes: readonly string[]): TestRow[] => codes.map((code) => ({ code }))
  const people = () => world({ port: 'people', rule }).directory.require('people', { division: '330602' }).port

  it('takes the row that knows the key, whoever has it', async () => {
    city.answer(holding(...rows('A'), ...unknown('B', 'C')))
    province.answer(holding(...unknown('A', 'C'), ...rows('B')))
    const { value, rows: single } = await people().verify(['A', 'B', 'C'], {})
    expect(value).toHaveLength(3)
    expect(value).toEqual(expect.arrayContaining([...rows('A'), ...rows('B'), ...unknown('C')]))
    expect(single?.get('B')).toMatchObject({ sourceId: 'province' })
  })

  it('does not take a key for unknown because the one who answered does not know it', async () => {
    city.answer(reset)
    province.answer(holding(...unknown('A'), ...rows('B')))
    const port = people()
    await expect(port.verify(['A'], {})).rejects.toMatchObject({ source: 'city' })
    const answer = await port.verify(['A', 'B'], { partial: true })
    expect(answer.value).toEqual(rows('B'))
    expect([...(answer.failed?.keys() ?? [])]).toEqual(['A'])
  })
})

describe('FALLBACK of a whole answer', () => {
  const people = () =>
    world({ port: 'people', rule: 'FALLBACK' }).directory.require('people', { division: '330602' }).port

  it('does not take nothing at the next for nothing at the first, which did not answer', async () => {
    city.answer(reset)
    await expect(people().find('A', {})).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE', source: 'city' })
    province.answer(holding(...rows('A')))
    await expect(people().find('A', {})).resolves.toMatchObject({ value: { code: 'A' } })
  })

  it('takes nothing at the first for an answer', async () => {
    await expect(people().find('A', {})).resolves.toMatchObject({ value: null })
    expect(province.requests()).toBe(0)
  })
})

describe('MERGE', () => {
  it('takes each field from the first that says something', async () => {
    city.answer(holding({ code: 'A', name: '甲', phone: ' ' }))
    province.answer(holding({ code: 'A', name: ' 甲', phone: '0575', since: '2020-01-01' }, ...rows('B')))
    const { books, conflicts } = world({})
    const { value, provenance, rows: single } = await books.byCodes(['A', 'B'], {})
    expect(value).toEqual([{ code: 'A', name: '甲', phone: '0575', since: '2020-01-01' }, ...rows('B')])
    expect(provenance.sourceId).toBe('city')
    expect(single?.get('A')).toMatchObject({ sourceId: 'city', fields: [{ path: 'phone' }, { path: 'since' }] })
    expect(single?.get('A')?.fields).toMatchObject([
      { sourceId: 'province', reason: null },
      { sourceId: 'province', reason: null },
    ])
    expect(single?.get('B')).toMatchObject({ sourceId: 'province' })
    expect(conflicts).toEqual([])
  })

  it('marks what sources say differently, serves the first and tells it without the values', async () => {
    city.answer(holding({ code: 'A', name: '甲', since: '20200101' }))
    province.answer(holding({ code: 'A', name: '乙', since: '2020年1月1日' }))
    const { books, conflicts } = world({})
    const { value, rows: single } = await books.byCodes(['A'], {})
    expect(value).toMatchObject([{ name: '甲' }])
    expect(single?.get('A')?.fields).toMatchObject([{ path: 'name', sourceId: 'city', reason: 'CONFLICT' }])
    expect(conflicts).toEqual(['city province books name'])
  })

  it('tells a conflict of a row once an hour, however often the row is read', async () => {
    city.answer(holding({ code: 'A', name: '甲' }, { code: 'B', name: '甲' }))
    province.answer(holding({ code: 'A', name: '乙' }, { code: 'B', name: '乙' }))
    const { books, conflicts, forward } = world({})
    for (let time = 0; time < 5; time++) await books.byCodes(['A'], {})
    expect(conflicts).toHaveLength(1)
    await books.byCodes(['A', 'B'], {})
    expect(conflicts).toHaveLength(2)
    forward(3_600_000)
    await books.byCodes(['A', 'B'], {})
    expect(conflicts).toHaveLength(4)
  })

  it('follows an order of its own for a field', async () => {
    city.answer(holding({ code: 'A', name: '甲', phone: '1' }))
    province.answer(holding({ code: 'A', name: '甲', phone: '2' }))
    const { books, conflicts } = world({ fields: { phone: ['province'] } })
    await expect(books.byCodes(['A'], {})).resolves.toMatchObject({ value: [{ phone: '2' }] })
    expect(conflicts).toEqual(['province city books phone'])
  })

  it.each([
    ['does not answer', reset],
    ['refuses', json({ code: 9 })],
  ])('gives the rows of the others when one %s, and says who is missing', async (_how, answer) => {
    city.answer(holding(...rows('A')))
    province.answer(answer)
    const { books } = world({})
    const { value, rows: single, failed } = await books.byCodes(['A', 'B'], { partial: true })
    expect(value).toEqual(rows('A'))
    expect(single?.get('A')).toMatchObject({ sourceId: 'city', unanswered: ['province'] })
    expect([...(failed?.keys() ?? [])]).toEqual(['B'])
  })

  it('says what failed when nobody answers', async () => {
    city.answer(reset)
    province.answer(reset)
    await expect(world({}).books.byCodes(['A'], {})).rejects.toMatchObject({ source: 'city' })
  })

  it('asks only the first for what cannot be merged, and writes there', async () => {
    const { books } = world({})
    await books.list({ page: 1 }, {})
    await books.lend('A', {})
    expect([city.requests(), province.requests()]).toEqual([2, 0])
  })
})

describe('a rule', () => {
  it('holds for its divisions and methods only', () => {
    const made = world({ divisions: ['3306'], methods: ['byCodes'] })
    const port = (division: string) => made.directory.require('books', { division }).port
    expect(port('330602')).toBe(port('330601'))
    expect(port('330602')).not.toBe(made.directory.portOf('books', 'city')?.port)
    expect(port('330100')).toBe(made.directory.portOf('books', 'province')?.port)
  })

  it.each<[string, Partial<OverlapRule>, string, RegExp]>([
    ['a port nobody knows', { port: 'shops' }, 'overlaps[0].port', /books, people/],
    ['a write', { methods: ['byCodes', 'lend'] }, 'overlaps[0].methods[1]', /does not read.*byCodes/],
    ['a whole answer to merge', { methods: ['list'] }, 'overlaps[0].methods[0]', /rows found by their keys/],
    ['fields without merging', { rule: 'FALLBACK', fields: {} }, 'overlaps[0].fields', /MERGE/],
    ['a source nobody knows', { fields: { phone: ['city', 'x'] } }, 'overlaps[0].fields.phone[1]', /no source/],
  ])('about %s is refused with its path and the fix', (_what, rule, path, fix) => {
    const attempt = () => world(rule)
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'TB_CONFIG_INVALID', params: expect.objectContaining({ path }) }),
    )
    expect(attempt).toThrow(fix)
  })
})

describe('a policy of last good copies', () => {
  const policy = { keepMs: 1, to: 'ANYONE' } as const
  it.each<[string, Source['lastGood'], string, RegExp]>([
    ['of a method that writes', { 'books.lend': policy }, 'sources[0].lastGood["books.lend"]', /does not read/],
    ['of a port nobody knows', { 'shops.all': policy }, 'sources[0].lastGood["shops.all"]', /no port/],
    [
      'that gives persons to anybody',
      { 'people.decide': policy },
      'sources[0].lastGood["people.decide"].to',
      /SAME_CALLER/,
    ],
    [
      'of fields of a whole answer',
      { 'books.list': { ...policy, fields: { phone: 1 } } },
      'sources[0].lastGood["books.list"].fields',
      /keepMs/,
    ],
  ])('%s is refused with its path and the fix', (_what, lastGood, path, fix) => {
    const attempt = () => world({}, { lastGood: lastGood ?? {} })
    expect(attempt).toThrow(expect.objectContaining({ params: expect.objectContaining({ path }) }))
    expect(attempt).toThrow(fix)
  })
})
