import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import type { TableLayout } from './layout.ts'
import { tableReply } from './replies.ts'
import { attempting, closeAll, type FrontEnd, onBothDatabases, protocolOn } from './testing/front-end.ts'

const byTime: TableLayout = {
  key: ['PROJID'],
  version: 'DATAVER',
  order: ['MAKETIME', 'ID'],
  serial: { column: 'ID' },
}
const byBatch: TableLayout = { ...byTime, order: ['ID'], serial: { column: 'BATCH', shared: true } }
const row = z.object({ ID: z.number(), PROJID: z.string() })
const reply = tableReply.page(row)

const remake = async (front: FrontEnd) => {
  await front.run('drop table if exists `ROWS`')
  await front.table('ROWS', { ID: 'serial', PROJID: 'varchar(20)', DATAVER: 'int', BATCH: 'int', MAKETIME: 'time' })
}

interface Inserted {
  readonly id: number
  readonly second?: number
  readonly projid?: string
  readonly batch?: number
}

const insert = (front: FrontEnd, rows: readonly Inserted[]) =>
  front.run(
    `insert into \`ROWS\` values ${rows
      .map(
        ({ id, second = id, projid = `p${id}`, batch = id }) =>
          `(${id}, '${projid}', 1, ${batch}, '2026-11-22 10:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}.25')`,
      )
      .join(', ')}`,
  )
const numbers = (from: number, to: number): Inserted[] =>
  Array.from({ length: to - from + 1 }, (_none, index) => ({ id: from + index }))

onBothDatabases('pages of an exchange table', (front) => {
  const pager = (layout: TableLayout) => {
    const ask = attempting(protocolOn(front(), { tables: { ROWS: layout } }))
    return async (after: string | null, size: number) =>
      reply.parse(await ask({ operation: 'rows.page', do: 'page', table: 'ROWS', after, size }))
  }
  const readAll = async (layout: TableLayout, size: number, after: string | null = null) => {
    const next = pager(layout)
    const ids: number[] = []
    for (let page = await next(after, size); ; page = await next(page.cursor, size)) {
      ids.push(...page.rows.map(({ ID }) => ID))
      if (!page.more) return { ids, cursor: page.cursor }
    }
  }

  beforeEach(() => remake(front()))
  afterEach(closeAll)

  it.each([1, 3, 10, 100])('gives every row once, in pages of %i, many of one second', async (size) => {
    await insert(
      front(),
      numbers(1, 25).map(({ id }) => ({ id, second: Math.floor(id / 6) })),
    )
    expect((await readAll(byTime, size)).ids).toEqual(numbers(1, 25).map(({ id }) => id))
  })

  it('goes on from a cursor kept since a former run, after the rows behind it were purged', async () => {
    await insert(front(), numbers(1, 10))
    const { cursor } = await pager(byTime)(null, 6)
    await closeAll()
    await front().run('delete from `ROWS` where `ID` <= 4')
    const page = await pager(byTime)(cursor, 10)
    expect(page.rows.map(({ ID }) => ID)).toEqual([7, 8, 9, 10])
    expect(page).toMatchObject({ purged: false, gaps: [] })
  })

  it('says that rows were purged unread, and which', async () => {
    await insert(front(), numbers(1, 10))
    const { cursor } = await pager(byTime)(null, 3)
    await front().run('delete from `ROWS` where `ID` <= 5')
    const page = await pager(byTime)(cursor, 10)
    expect(page.rows.map(({ ID }) => ID)).toEqual([6, 7, 8, 9, 10])
    expect(page).toMatchObject({ purged: true, gaps: [{ from: 4, to: 5 }] })
  })

  it('says that a table was emptied, and keeps its place', async () => {
    await insert(front(), numbers(1, 3))
    const { cursor } = await readAll(byTime, 10)
    await front().run('delete from `ROWS`')
    const empty = await pager(byTime)(cursor, 10)
    expect(empty).toMatchObject({ rows: [], purged: true, more: false })
    await insert(front(), numbers(4, 5))
    expect((await readAll(byTime, 10, empty.cursor)).ids).toEqual([4, 5])
  })

  it('reports a gap between pages once, and the row when it comes late', async () => {
    const next = pager({ ...byTime, serial: { column: 'BATCH' } })
    await insert(
      front(),
      [1, 2, 5].map((batch, index) => ({ id: index + 1, batch })),
    )
    const first = await next(null, 2)
    const second = await next(first.cursor, 2)
    await insert(
      front(),
      [4, 6].map((batch, index) => ({ id: index + 4, batch })),
    )
    const third = await next(second.cursor, 2)
    expect([first.gaps, second.gaps, third.gaps]).toEqual([[], [{ from: 3, to: 4 }], []])
    expect(third).toMatchObject({ late: [4], repeated: [] })
  })

  it('follows numbers that the rows of a batch share, also across pages', async () => {
    await insert(
      front(),
      [1, 1, 2, 2, 4, 4].map((batch, index) => ({ id: index + 1, batch })),
    )
    const next = pager(byBatch)
    const first = await next(null, 3)
    const second = await next(first.cursor, 3)
    expect([first, second].map(({ gaps, repeated }) => ({ gaps, repeated }))).toEqual([
      { gaps: [], repeated: [] },
      { gaps: [{ from: 3, to: 3 }], repeated: [] },
    ])
  })

  it('gives rows with the same key and version once, and says how many were left out', async () => {
    await insert(front(), [
      { id: 1, projid: 'a' },
      { id: 2, projid: 'b' },
      { id: 3, projid: 'a' },
    ])
    const page = await pager(byTime)(null, 10)
    expect(page.rows.map(({ ID }) => ID)).toEqual([1, 2])
    expect(page.duplicates).toBe(1)
  })

  it('refuses a table in which rows have no place', async () => {
    await insert(front(), numbers(1, 2))
    await front().run('update `ROWS` set `MAKETIME` = null where `ID` = 2')
    await expect(pager(byTime)(null, 10)).rejects.toMatchObject({
      code: 'TB_SOURCE_REFUSED',
      params: { detail: 'ROWS: rows without MAKETIME or ID have no place in any page' },
    })
  })

  it.each([
    'not a cursor',
    Buffer.from('{"by":"ROWS ID","at":[1],"serials":{"highest":1,"missing":[]}}').toString('base64url'),
  ])('refuses a cursor of another table or order: %s', async (cursor) => {
    await expect(pager(byTime)(cursor, 10)).rejects.toThrow('The cursor does not belong to table ROWS')
  })

  it('loses no row and gives none twice, whatever is inserted and purged between pages', {
    timeout: 120_000,
  }, async () => {
    const step = fc.oneof(
      fc.record({ insert: fc.integer({ min: 1, max: 6 }), sameSecond: fc.boolean() }),
      fc.record({ purge: fc.integer({ min: 1, max: 8 }) }),
      fc.record({ size: fc.integer({ min: 1, max: 5 }) }),
    )
    const next = pager(byTime)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        await front().run('delete from `ROWS`')
        const present = new Set<number>()
        const unread = new Set<number>()
        let [id, second, cursor]: [number, number, string | null] = [0, 0, null]
        let known = 0
        for (const one of steps) {
          if ('insert' in one) {
            if (!one.sameSecond) second += 1
            const rows = numbers(id + 1, id + one.insert).map((inserted) => ({ ...inserted, second }))
            id += one.insert
            for (const inserted of rows) {
              present.add(inserted.id)
              unread.add(inserted.id)
            }
            await insert(front(), rows)
          } else if ('purge' in one) {
            const purged = [...present].toSorted((left, right) => left - right).slice(0, one.purge)
            for (const gone of purged) present.delete(gone)
            if (purged.length > 0) await front().run(`delete from \`ROWS\` where \`ID\` in (${purged.join(', ')})`)
          } else {
            const page = await next(cursor, one.size)
            const expected = [...present].filter((each) => unread.has(each)).slice(0, one.size)
            expect(page.rows.map(({ ID }) => ID)).toEqual(expected)
            const [first] = expected
            const lost = first === undefined ? [] : [...unread].filter((each) => each < first)
            // Before the first row nothing is known to be missing.
            expect(page.gaps).toEqual(
              lost.length === 0 || known === 0 ? [] : [{ from: Math.min(...lost), to: Math.max(...lost) }],
            )
            if (cursor !== null && known > 0 && lost.length > 0) expect(page.purged).toBe(true)
            for (const read of [...lost, ...expected]) unread.delete(read)
            known = expected.at(-1) ?? known
            cursor = page.cursor
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
