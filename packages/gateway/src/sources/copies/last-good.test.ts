import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connected, holding, type TestRow, testSource } from '../overlaps/testing.ts'
import type { CallContext, LastGoodPolicy, Source } from '../source.ts'
import { json, reset, silence, startUpstream, type Upstream } from '../testing/upstream.ts'

const hour = 3_600_000
const day = 24 * hour
const a: TestRow = { code: 'A', name: '甲', phone: '1' }
const b: TestRow = { code: 'B', name: '乙', alias: 'K' }

let upstream: Upstream
beforeEach(async () => {
  upstream = await startUpstream(holding(a, b))
})
afterEach(() => upstream.close())

const city = (lastGood?: Record<string, LastGoodPolicy>, more: Partial<Source> = {}) => {
  const world = connected([testSource('city', upstream.url, { ...(lastGood ? { lastGood } : {}), ...more })])
  const { books, people } = {
    books: world.directory.require('books', {}).port,
    people: world.directory.require('people', {}).port,
  }
  return { ...world, books, people }
}
const limits = (more: object) => ({
  limits: { maxRetries: 0, hedge: false, attemptTimeoutMs: 60_000, totalTimeoutMs: 60_000, ...more },
})

describe('while a source is down, what it said last', () => {
  it('stands in, marked, with when it was read', async () => {
    const { books, forward, stale, now } = city()
    const fetchedAt = now().toISOString()
    expect((await books.byCodes(['A', 'B'], {})).provenance.freshness).toBe('FRESH')
    upstream.answer(reset)
    forward(3 * hour)
    const answer = await books.byCodes(['B', 'A'], {})
    expect(new Set(answer.value)).toEqual(new Set([a, b]))
    expect(answer.provenance).toEqual({ sourceId: 'city', fetchedAt, asOf: null, freshness: 'STALE' })
    expect(stale).toEqual([`city books.byCodes ${3 * hour}`])
  })

  it('is gone after its time: then the failure is told', async () => {
    const { books, forward } = city()
    await books.byCodes(['A'], {})
    upstream.answer(reset)
    forward(7 * day)
    await expect(books.byCodes(['A'], {})).resolves.toMatchObject({ value: [a] })
    forward(1)
    await expect(books.byCodes(['A'], {})).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE', source: 'city' })
  })

  it('is found by another name of a row, too', async () => {
    const { books } = city()
    await books.byCodes(['K'], {})
    upstream.answer(reset)
    await expect(books.byCodes(['K'], {})).resolves.toMatchObject({ value: [b] })
  })

  it('does not say what a name stands for when that could not be told', async () => {
    const { books } = city()
    await books.byCodes(['K', 'B'], {})
    upstream.answer(reset)
    await expect(books.byCodes(['B'], {})).resolves.toMatchObject({ value: [b] })
    await expect(books.byCodes(['K'], {})).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
  })

  it('leaves keys it knows nothing of failed, never absent', async () => {
    const { books } = city()
    await books.byCodes(['A'], {})
    upstream.answer(reset)
    await expect(books.byCodes(['A', 'none'], {})).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    const answer = await books.byCodes(['A', 'none'], { partial: true })
    expect(answer.value).toEqual([a])
    expect([...(answer.failed ?? [])]).toMatchObject([['none', { code: 'TB_SOURCE_UNAVAILABLE' }]])
  })

  it('does not come back when the source has withdrawn it', async () => {
    const { books } = city()
    await books.byCodes(['A'], {})
    upstream.answer(holding(b))
    await books.byCodes(['A'], {})
    upstream.answer(reset)
    await expect(books.byCodes(['A'], {})).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
  })

  it('covers whole answers by their question', async () => {
    const { books } = city()
    const first = await books.list({ page: 1 }, {})
    upstream.answer(json('<html>', 200))
    await expect(books.list({ page: 1 }, {})).resolves.toMatchObject({
      value: first.value,
      provenance: { freshness: 'STALE' },
    })
    await expect(books.list({ page: 2 }, {})).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE' })
  })
})

describe('an earlier answer', () => {
  it.each([
    ['no answer at all', reset, {}, 'TB_SOURCE_UNAVAILABLE'],
    ['no answer in time', silence, { attemptTimeoutMs: 50 }, 'TB_SOURCE_TIMEOUT'],
    ['something that cannot be read', json({ code: 0, data: [{ code: 7 }] }), {}, 'TB_SOURCE_SHAPE'],
    [
      'more than is accepted',
      json({ code: 0, data: ['x'.repeat(9_000)] }),
      { maxResponseBytes: 8_000 },
      'TB_SOURCE_TOO_LARGE',
    ],
    ['that it does not know us', json({}, 401), {}, 'TB_SOURCE_AUTH'],
  ])('stands in after %s', async (_what, answer, bounds, code) => {
    const { books } = city(undefined, limits(bounds))
    await books.byCodes(['A'], {})
    upstream.answer(answer)
    await expect(books.byCodes(['B'], {})).rejects.toMatchObject({ code })
    await expect(books.byCodes(['A'], {})).resolves.toMatchObject({ provenance: { freshness: 'STALE' } })
  })

  it('does not stand in after a refusal, which is an answer, or for who has left', async () => {
    const { books } = city()
    await books.byCodes(['A'], {})
    upstream.answer(json({ code: 9 }))
    await expect(books.byCodes(['A'], {})).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
    await expect(books.byCodes(['A'], { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'TB_CANCELLED' })
  })

  it('is served before the deadline when the source uses up its time', async () => {
    const { directory } = connected([testSource('city', upstream.url)], { now: () => new Date() })
    const { port } = directory.require('books', {})
    await port.byCodes(['A'], {})
    upstream.answer(silence)
    const inTime = () => ({ deadline: Date.now() + 300 })
    await expect(port.byCodes(['A'], inTime())).resolves.toMatchObject({ provenance: { freshness: 'STALE' } })
    await expect(port.byCodes(['B'], inTime())).rejects.toMatchObject({ code: 'TB_SOURCE_TIMEOUT' })
    await expect(port.byCodes(['A'], { deadline: Date.now() - 1 })).rejects.toMatchObject({
      code: 'TB_DEADLINE_EXCEEDED',
    })
  })

  it('never stands in for a write, nor for who goes through all that a source has', async () => {
    const { books, directory } = city()
    await books.lend('A', {})
    await books.byCodes(['A'], {})
    upstream.answer(reset)
    await expect(books.lend('A', {})).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    const [plain] = directory.offering('books')
    await expect(plain?.port.byCodes(['A'], {})).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
  })

  it('is not served of persons or for decisions unless the source says so', async () => {
    const sharing = 'client person consent'
    const { people } = city()
    await Promise.all([people.byNumbers(['A'], { sharing }), people.decide(['A'], { sharing })])
    upstream.answer(reset)
    await expect(people.byNumbers(['A'], { sharing })).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    await expect(people.decide(['A'], { sharing })).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
  })

  it('is served for a decision where the policy of the source names the method', async () => {
    const { people, forward } = city({ 'people.decide': { keepMs: hour, to: 'SAME_CALLER' } })
    await people.decide(['A'], { sharing: 'x' })
    upstream.answer(reset)
    await expect(people.decide(['A'], { sharing: 'x' })).resolves.toMatchObject({ value: [a] })
    forward(hour + 1)
    await expect(people.decide(['A'], { sharing: 'x' })).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
  })

  it('can be turned off by a source', async () => {
    const { books } = city({ 'books.byCodes': { keepMs: 0, to: 'ANYONE' } })
    await books.byCodes(['A'], {})
    upstream.answer(reset)
    await expect(books.byCodes(['A'], {})).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
  })
})

describe('fields with a shorter time', () => {
  const policy = (field: string) => ({
    'books.byCodes': { keepMs: day, to: 'ANYONE', fields: { [field]: hour } } as const,
  })

  it('are left out when they are too old, and said so', async () => {
    const { books, forward, now } = city(policy('phone'))
    const fetchedAt = now().toISOString()
    await books.byCodes(['A'], {})
    upstream.answer(reset)
    await expect(books.byCodes(['A'], {})).resolves.toMatchObject({ value: [a] })
    forward(hour + 1)
    const { value, provenance } = await books.byCodes(['A'], {})
    expect(value).toEqual([{ code: 'A', name: '甲' }])
    expect(provenance.fields).toEqual([
      { path: 'phone', sourceId: 'city', fetchedAt, freshness: 'STALE', reason: 'TOO_OLD' },
    ])
  })

  it('cost the row when it is none without them', async () => {
    const { books, forward } = city(policy('name'))
    await books.byCodes(['A'], {})
    upstream.answer(reset)
    forward(hour + 1)
    await expect(books.byCodes(['A'], {})).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
  })
})

describe('copies about persons', () => {
  const policy = { 'people.byNumbers': { keepMs: day, to: 'SAME_CALLER' } } as const
  const person = fc.constantFrom('p1', 'p2', 'p3')
  const read = fc.record({
    sharing: fc.option(person, { nil: undefined }),
    numbers: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { minLength: 1 }),
    dies: fc.boolean(),
  })

  it('are served to nobody but whom they were read for, whatever fails when', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(read, { maxLength: 12 }), async (reads) => {
        const { people, close } = city(policy, limits({ recoverAfterMs: 1 }))
        const got = new Set<string>()
        let turn = 0
        for (const { sharing, numbers, dies } of reads) {
          turn += 1
          upstream.answer(dies ? reset : holding(...numbers.map((code) => ({ code, name: `${sharing} ${turn}` }))))
          const context: CallContext = { partial: true, ...(sharing === undefined ? {} : { sharing }) }
          const answer = await people.byNumbers(numbers, context).catch(() => undefined)
          for (const row of answer?.value ?? []) {
            expect(row.name?.split(' ')[0]).toBe(String(sharing))
            const isStale = (answer?.rows?.get(row.code) ?? answer?.provenance)?.freshness === 'STALE'
            expect(isStale).toBe(dies)
            if (isStale) expect(got).toContain(`${sharing} ${row.code}`)
            got.add(`${sharing} ${row.code}`)
          }
        }
        await close()
      }),
      { numRuns: 60 },
    )
  })
})
