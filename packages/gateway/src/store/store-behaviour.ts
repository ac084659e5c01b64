import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Migrations, Store } from './store.ts'

type Tables = { tick: { id: number; label: string } }

const creating = (table: string): Migrations[string] => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable(table)
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('label', 'text', (column) => column.notNull())
      .execute()
  },
})

const failing: Migrations[string] = { up: async (db) => void (await sql`select nothing_like_it`.execute(db)) }

/** What every store promises, whichever database is behind it. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store
    beforeAll(async () => {
      store = await open()
      await store.migrate({ '0001_test_tick': creating('tick') })
    })
    afterAll(() => store.close())
    describeValues(() => store)
    describeTransactions(() => store)
    describeMigrations(() => store)
    describeFailures(() => store)
  })
}

function describeValues(store: () => Store): void {
  it.each([
    ['int8', sql`42::int8`, 42],
    ['the largest safe int8', sql`9007199254740991::int8`, Number.MAX_SAFE_INTEGER],
    ['count(*)', sql`(select count(*) from generate_series(1, 3))`, 3],
    ['numeric, exactly', sql`1234567890123456789.10::numeric`, '1234567890123456789.10'],
    ['date, without a time zone', sql`'2024-02-29'::date`, '2024-02-29'],
    ['timestamptz', sql`'2024-02-29T08:00:00+08:00'::timestamptz`, new Date('2024-02-29T00:00:00Z')],
    ['text[]', sql`array['不动产', 'a"b', null]::text[]`, ['不动产', 'a"b', null]],
    ['jsonb', sql`'{"amount": 1.5, "of": ["甲"]}'::jsonb`, { amount: 1.5, of: ['甲'] }],
    ['boolean', sql`true`, true],
  ])('reads %s the same on every store', async (_type, expression, expected) => {
    const { rows } = await sql<{ value: unknown }>`select ${expression} as value`.execute(store().db)
    expect(rows[0]?.value).toEqual(expected)
  })

  it('reads bytes back as they were written', async () => {
    const bytes = Uint8Array.of(0, 1, 254, 255)
    const { rows } = await sql<{ value: Uint8Array }>`select ${bytes}::bytea as value`.execute(store().db)
    expect([...(rows[0]?.value ?? [])]).toEqual([...bytes])
  })

  it('refuses an int8 that would lose digits instead of rounding it', async () => {
    await expect(sql`select 9007199254740993::int8 as value`.execute(store().db)).rejects.toThrow('beyond 2^53')
    await expect(sql`select 1 as value`.execute(store().db)).resolves.toMatchObject({ rows: [{ value: 1 }] })
  })

  it('runs plain SQL with values, and several statements without', async () => {
    expect((await store().query('select $1::text as word', ['窗口'])).rows).toEqual([{ word: '窗口' }])
    expect((await store().query('select 1 as one; select 2 as two')).rows).toEqual([{ one: 1 }, { two: 2 }])
    expect((await store().query('begin; select 1 as one; commit; select 2 as two')).rows).toEqual([
      { one: 1 },
      { two: 2 },
    ])
  })

  it('rolls back a failed block of statements before anybody else gets its connection', async () => {
    const label = `block ${crypto.randomUUID()}`
    const block = `
      begin; insert into tick (id, label) values (900, '${label}'); select * from absent; commit`
    const insert = (id: number) =>
      store().transaction((trx) => trx.withTables<Tables>().insertInto('tick').values({ id, label }).execute())
    // more than a pool has connections, so that each of them is used again
    const blocks = Array.from({ length: 12 }, () => store().query(block))
    const others = Array.from({ length: 12 }, (_, index) => insert(901 + index))
    const results = await Promise.allSettled(blocks)
    expect(results.map((one) => one.status === 'rejected' && one.reason.code)).toEqual(Array(12).fill('42P01'))
    await Promise.all(others)
    const { rows } = await store().query('delete from tick where label = $1 returning id', [label])
    expect(rows.map(({ id }) => id).sort()).toEqual(Array.from({ length: 12 }, (_, index) => 901 + index))
    const probes = await Promise.all(Array.from({ length: 12 }, () => store().query('select 1 as one')))
    expect(probes.map(({ rows }) => rows)).toEqual(Array(12).fill([{ one: 1 }]))
  })
}

function describeTransactions(store: () => Store): void {
  const labels = async () => {
    const rows = await store().db.withTables<Tables>().selectFrom('tick').select('label').orderBy('id').execute()
    return rows.map(({ label }) => label)
  }

  it('keeps all of a transaction or nothing of it', async () => {
    const half = store().transaction(async (trx) => {
      await trx.withTables<Tables>().insertInto('tick').values({ id: 1, label: '甲' }).execute()
      throw new Error('the second half failed')
    })
    await expect(half).rejects.toThrow('the second half failed')
    expect(await labels()).toEqual([])
    await store().transaction((trx) =>
      trx.withTables<Tables>().insertInto('tick').values({ id: 2, label: '乙' }).execute(),
    )
    expect(await labels()).toEqual(['乙'])
  })

  it('works on after a statement failed inside a transaction', async () => {
    const clash = store().transaction((trx) =>
      trx.withTables<Tables>().insertInto('tick').values({ id: 2, label: '丙' }).execute(),
    )
    await expect(clash).rejects.toMatchObject({ code: '23505' })
    expect(await labels()).toEqual(['乙'])
  })

  it('runs many transactions at once without mixing them', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => 100 + index)
    await Promise.all(
      ids.map((id) =>
        store()
          .transaction(async (trx) => {
            await trx.withTables<Tables>().insertInto('tick').values({ id, label: 'x' }).execute()
            if (id % 2) throw new Error('odd')
          })
          .catch(() => undefined),
      ),
    )
    const kept = await store()
      .db.withTables<Tables>()
      .selectFrom('tick')
      .select('id')
      .where('id', '>=', 100)
      .orderBy('id')
      .execute()
    expect(kept.map(({ id }) => id)).toEqual(ids.filter((id) => id % 2 === 0))
  })
}

function describeMigrations(store: () => Store): void {
  const first = { '0001_test_tick': creating('tick') }

  it('runs each migration once, also one with a lower number that came later', async () => {
    const more = { ...first, '0009_test_late': creating('late') }
    expect((await store().migrate(more)).applied).toEqual(['0009_test_late'])
    const between = { ...more, '0005_other_between': creating('between_two') }
    expect(await store().migrate(between)).toEqual({
      applied: ['0005_other_between'],
      all: ['0001_test_tick', '0005_other_between', '0009_test_late'],
    })
    expect((await store().migrate(between)).applied).toEqual([])
  })

  it('names the migration that failed and keeps nothing of the run', async () => {
    const run = store().migrate({
      ...first,
      '0005_other_between': creating('between_two'),
      '0009_test_late': creating('late'),
      '0010_test_good': creating('good'),
      '0011_test_bad': failing,
    })
    await expect(run).rejects.toMatchObject({ code: 'TB_MIGRATION_FAILED', params: { migration: '0011_test_bad' } })
    await expect(sql`select 1 from good`.execute(store().db)).rejects.toMatchObject({ code: '42P01' })
  })

  it('refuses a name that does not say its place', async () => {
    await expect(store().migrate({ late: failing })).rejects.toMatchObject({ code: 'TB_MIGRATION_FAILED' })
  })
}

function describeFailures(store: () => Store): void {
  it('says what failed without repeating the values of the statement', async () => {
    const failure = await sql`select ${'110105********002X'}::int`.execute(store().db).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(failure).not.toHaveProperty('params')
    expect(failure).not.toHaveProperty('detail')
  })
}
