import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bufferedCopies, type WrittenCopy } from '../../sources/copies/buffer.ts'
import type { CopyKey } from '../../sources/copies/store.ts'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore, silentLog } from '../../store/testing.ts'
import { testClock, testSeal } from '../testing.ts'
import { copyMigrations } from './schema.ts'
import { type StoredCopies, storedCopies } from './table.ts'

const hour = 3_600_000
const key = (question: string, more: Partial<CopyKey> = {}): CopyKey => ({
  sourceId: 'city',
  method: 'items.byCodes',
  question,
  sharing: null,
  ...more,
})

describeOnEachStore('last good copies in the database', (open) => {
  let store: Store
  let copies: StoredCopies
  let clock: ReturnType<typeof testClock>
  beforeAll(async () => {
    store = await open({ migrations: copyMigrations })
  })
  beforeEach(async () => {
    await store.query('delete from source_copy')
    clock = testClock()
    copies = storedCopies(store, testSeal, clock.now)
  })

  const copy = (of: CopyKey, value: unknown, more: Partial<WrittenCopy> = {}): WrittenCopy => ({
    key: of,
    text: value === undefined ? null : JSON.stringify(value),
    fetchedAt: clock.now().toISOString(),
    asOf: null,
    keepMs: hour,
    ...more,
  })
  const values = async (...keys: readonly CopyKey[]) => (await copies.read(keys)).map((found) => found?.value ?? null)

  it('come back as they were, in the order of their keys', async () => {
    const asOf = '2026-03-01T00:00:00.000Z'
    await copies.write([copy(key('a'), [{ name: '甲' }], { asOf }), copy(key('b'), [])])
    expect(await values(key('b'), key('none'), key('a'))).toEqual([[], null, [{ name: '甲' }]])
    expect((await copies.read([key('a')]))[0]).toMatchObject({ asOf, fetchedAt: clock.now().toISOString() })
  })

  it('are replaced by what was read later, not by what was read before', async () => {
    await copies.write([copy(key('a'), 1)])
    await copies.write([copy(key('a'), 0, { fetchedAt: new Date(clock.now().getTime() - 1).toISOString() })])
    expect(await values(key('a'))).toEqual([1])
    await copies.write([copy(key('a'), 2)])
    expect(await values(key('a'))).toEqual([2])
  })

  it('are forgotten when told so, and when they are too old', async () => {
    await copies.write([copy(key('a'), 1), copy(key('b'), 2)])
    await copies.write([copy(key('a'), undefined)])
    expect(await values(key('a'), key('b'))).toEqual([null, 2])
    clock.forward(hour)
    expect(await values(key('b'))).toEqual([null])
    expect(await copies.purge(clock.now())).toBe(1)
  })

  it('differ by source, method and whose they are', async () => {
    const others = [
      key('a'),
      key('a', { sourceId: 'x' }),
      key('a', { method: 'x' }),
      key('a', { sharing: 'p1' }),
      key('a', { sharing: 'p2' }),
    ]
    await copies.write(others.map((one, index) => copy(one, index)))
    expect(await values(...others, key('a', { sharing: 'p3' }))).toEqual([0, 1, 2, 3, 4, null])
  })

  it('tell nobody who reads the table anything about a person', async () => {
    await copies.write([copy(key('["330602190001010000"]', { sharing: 'bank 张三' }), { name: '张三' })])
    const { rows } = await store.query('select * from source_copy')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/张三|330602190001010000|bank/)
  })

  it('cannot be moved to another person', async () => {
    const [one, other] = [key('a', { sharing: 'p1' }), key('a', { sharing: 'p2' })]
    await copies.write([copy(one, 'of p1'), copy(other, 'of p2')])
    await sql`update source_copy set value = (select value from source_copy order by id limit 1)`.execute(store.db)
    const read = await Promise.allSettled([values(one), values(other)])
    expect(read.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('keep to the room of their source, the youngest first', async () => {
    const at = (ms: number) => new Date(clock.now().getTime() + ms).toISOString()
    const text = 'x'.repeat(98)
    const small = storedCopies(store, testSeal, clock.now, { maxBytesPerSource: 200, lookAfterBytes: 1_000 })
    await copies.write(['a', 'b', 'c'].map((name, index) => copy(key(name), text, { fetchedAt: at(index) })))
    await copies.write([copy(key('a', { sourceId: 'other' }), text)])
    expect(await small.purge(clock.now())).toBe(1)
    expect(await values(key('a'), key('b'), key('c'), key('a', { sourceId: 'other' }))).toEqual([
      null,
      text,
      text,
      text,
    ])
  })

  it('make room while they are written, before they are too many', async () => {
    const small = storedCopies(store, testSeal, clock.now, { maxBytesPerSource: 200, lookAfterBytes: 300 })
    const count = async () => (await store.query('select count(*)::int as count from source_copy')).rows[0]?.count
    for (const name of ['a', 'b', 'c']) await small.write([copy(key(name), 'x'.repeat(88))])
    expect(await count()).toBe(3)
    await small.write([copy(key('d'), 'x'.repeat(88))])
    expect(await count()).toBe(2)
  })

  describe('behind a buffer', () => {
    it('are found before and after they are written', async () => {
      const buffer = bufferedCopies(copies, { log: silentLog })
      const fetchedAt = clock.now().toISOString()
      buffer.save([{ key: key('a'), copy: { value: [1], fetchedAt, asOf: null }, keepMs: hour }])
      expect(await buffer.find([key('none'), key('a')])).toMatchObject([null, { value: [1] }])
      expect(await values(key('a'))).toEqual([null])
      await buffer.close()
      expect(await values(key('a'))).toEqual([[1]])
      expect(await buffer.find([key('none'), key('a')])).toMatchObject([null, { value: [1] }])
    })
  })
})
