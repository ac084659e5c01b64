import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { field } from '../../reading/fields.ts'
import type { TableLayout } from './layout.ts'
import { tableReply } from './replies.ts'
import type { ExchangeRequest, TableRow } from './requests.ts'
import { attempting, closeAll, type FrontEnd, onBothDatabases, protocolOn } from './testing/front-end.ts'

/** Columns of the published tables of Shandong cases, cut down. */
const columns = {
  ID: 'serial',
  ORGBUSNO: 'varchar(50)',
  PROJID: 'varchar(50)',
  DATAVER: 'int',
  PROJECTNAME: 'varchar(40)',
  ACCEPTTIME: 'time',
  MAKETIME: 'varchar(20)',
  SIGN: 'char(2)',
  CD_OPERATION: 'char(1)',
  CD_BATCH: 'bigint',
  ERRORMSG: 'varchar(200)',
  CLAIMTOKEN: 'varchar(36)',
  CLAIMUNTIL: 'time',
}
const layout: TableLayout = {
  key: ['ORGBUSNO', 'PROJID'],
  version: 'DATAVER',
  order: ['ID'],
  deleted: { column: 'CD_OPERATION', in: ['D'] },
  flag: { column: 'SIGN', values: { NOT_SENT: ['0', null], UNFINISHED: ['9'] } },
  reason: 'ERRORMSG',
  claim: { token: 'CLAIMTOKEN', until: 'CLAIMUNTIL' },
  sender: {
    madeAt: 'MAKETIME',
    sign: { column: 'SIGN', initial: '0' },
    change: 'CD_OPERATION',
    batch: 'CD_BATCH',
  },
  returns: [{ table: 'CASES_ABNORMAL', key: ['ORG', 'PROJ'], reason: 'REASON', at: 'BACKTIME' }],
}
const names = ['阿依古丽·买买提', '李䶮', 'O’Neil; drop table `CASES` -- \\']
const named = (projid: string, more: TableRow = {}): TableRow => ({ ORGBUSNO: 'org-1', PROJID: projid, ...more })

onBothDatabases('exchange tables', (front) => {
  let ask: (request: ExchangeRequest) => Promise<unknown>
  const write = async (rows: readonly TableRow[], more: { change?: 'I' | 'U' | 'D'; batch?: number } = {}) =>
    tableReply.written.parse(await ask({ operation: 'cases.put', do: 'write', table: 'CASES', rows, ...more }))
  const claim = async (size?: number, leaseSeconds?: number) =>
    tableReply.claim(z.looseObject({ PROJID: z.string() })).parse(
      await ask({
        operation: 'cases.take',
        do: 'claim',
        table: 'CASES',
        ...(size === undefined ? {} : { size }),
        ...(leaseSeconds === undefined ? {} : { leaseSeconds }),
      }),
    )
  const stored = (where = '1 = 1') => front().run(`select * from \`CASES\` where ${where} order by \`ID\``)

  beforeEach(async () => {
    await remake(front())
    ask = attempting(protocolOn(front(), { tables: { CASES: layout } }))
  })
  afterEach(closeAll)

  it('writes what a sender fills, and reads it back', async () => {
    await expect(
      write(
        names.map((PROJECTNAME, n) => named(`p${n}`, { PROJECTNAME })),
        { batch: 7 },
      ),
    ).resolves.toEqual({
      written: 3,
      existing: 0,
    })
    const found = await ask({
      operation: 'cases.byNumbers',
      table: 'CASES',
      where: { PROJID: ['p0', 'p1', 'p2', 'p9'] },
    })
    expect(found).toEqual(
      names.map((PROJECTNAME, n) =>
        expect.objectContaining({
          PROJID: `p${n}`,
          PROJECTNAME,
          DATAVER: 1,
          MAKETIME: '2026-11-22 09:02:03',
          CD_OPERATION: 'I',
          CD_BATCH: 7,
        }),
      ),
    )
  })

  it('writes dates into columns of dates and of text as Asia/Shanghai, and reads them so', async () => {
    await write([named('p1', { ACCEPTTIME: new Date('2021-12-31T15:59:59Z') })])
    const [row] = z
      .array(z.object({ ACCEPTTIME: field.instant }))
      .parse(await ask({ operation: 'cases.byNumbers', table: 'CASES', where: { PROJID: 'p1' } }))
    expect(row).toEqual({ ACCEPTTIME: '2021-12-31T23:59:59+08:00' })
    const inside =
      front().kind === 'mysql' ? "date_format(`ACCEPTTIME`, '%Y%m%d%H')" : "to_char(`ACCEPTTIME`, 'YYYYMMDDHH24')"
    expect(await front().run(`select ${inside} as at from \`CASES\``)).toEqual([{ at: '2021123123' }])
  })

  it('reads dates as Oracle writes them into text', async () => {
    await write([named('p1', { MAKETIME: '31-DEC-21' })])
    const read = await ask({ operation: 'cases.byNumbers', table: 'CASES', where: { PROJID: 'p1' } })
    expect(z.array(z.object({ MAKETIME: field.day })).parse(read)).toEqual([{ MAKETIME: '2021-12-31' }])
  })

  it('keeps numbers beyond 2^53 exact in both directions', async () => {
    await write([named('p1')], { batch: Number.MAX_SAFE_INTEGER })
    await front().run('update `CASES` set `CD_BATCH` = 9007199254740993')
    const exact = { operation: 'cases.byBatch', table: 'CASES', where: { CD_BATCH: '9007199254740993' } }
    expect(await ask(exact)).toEqual([expect.objectContaining({ CD_BATCH: '9007199254740993' })])
    expect(await ask({ ...exact, where: { CD_BATCH: '9007199254740992' } })).toEqual([])
  })

  it('writes a row once, however often an attempt is repeated', async () => {
    const rows = ['a', 'b', 'c'].map((projid) => named(projid))
    await Promise.all([write(rows), write(rows), write(rows.slice(1))])
    expect(await write([...rows, ...rows, named('d')])).toEqual({ written: 1, existing: 3 })
    expect((await stored()).map(({ PROJID }) => PROJID).toSorted()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('gives of several versions the highest, whatever their order, and all of them when asked', async () => {
    await write([named('a', { DATAVER: 2 }), named('b', { DATAVER: 10 })])
    await write([named('a', { DATAVER: 1 }), named('b', { DATAVER: 9 })])
    const where = { PROJID: ['a', 'b'] }
    const versions = z.array(z.object({ PROJID: z.string(), DATAVER: z.number() }))
    expect(versions.parse(await ask({ operation: 'cases.byNumbers', table: 'CASES', where }))).toEqual([
      { PROJID: 'a', DATAVER: 2 },
      { PROJID: 'b', DATAVER: 10 },
    ])
    expect(await ask({ operation: 'cases.byNumbers', table: 'CASES', where, history: true })).toHaveLength(4)
  })

  it('leaves out what its highest version says is gone', async () => {
    await write([named('a'), named('b')])
    await write([named('a', { DATAVER: 2 })], { change: 'D' })
    const found = await ask({
      operation: 'cases.byNumbers',
      table: 'CASES',
      where: { PROJID: ['a', 'b'] },
      columns: ['PROJID'],
    })
    expect(found).toEqual([expect.objectContaining({ PROJID: 'b' })])
  })

  it.each([
    ['a value', { PROJID: 'b' }, ['b']],
    ['any of several, or nothing', { PROJECTNAME: ['x', null] }, ['a', 'c']],
    ['nothing', { PROJECTNAME: null }, ['c']],
    ['none of none', { PROJID: [] }, []],
    ['a span', { DATAVER: { from: 2, before: 3 } }, ['b']],
    ['several columns', { DATAVER: { from: 1 }, PROJECTNAME: 'x' }, ['a']],
  ] as const)('reads rows by %s', async (_name, where, expected) => {
    await write([
      named('a', { DATAVER: 1, PROJECTNAME: 'x' }),
      named('b', { DATAVER: 2, PROJECTNAME: 'y' }),
      named('c', { DATAVER: 3, PROJECTNAME: null }),
    ])
    const found = await ask({ operation: 'cases.find', table: 'CASES', where })
    expect(
      z
        .array(z.object({ PROJID: z.string() }))
        .parse(found)
        .map(({ PROJID }) => PROJID),
    ).toEqual(expected)
  })

  it('claims 20 rows in reading order, each once, until all are taken', async () => {
    await write(Array.from({ length: 45 }, (_none, n) => named(`p${n}`)))
    const claims = [await claim(), await claim(), await claim(), await claim()]
    expect(claims.map(({ rows }) => rows.length)).toEqual([20, 20, 5, 0])
    expect(claims.flatMap(({ rows }) => rows.map(({ PROJID }) => PROJID))).toEqual(
      Array.from({ length: 45 }, (_none, n) => `p${n}`),
    )
  })

  it('gives rows to others when the lease has ended, and tells the first that they are lost', async () => {
    await write([named('a'), named('b')])
    const first = await claim(2, -1)
    const second = await claim(1)
    expect(second.rows.map(({ PROJID }) => PROJID)).toEqual(['a'])
    const acknowledged = tableReply.acknowledged.parse(
      await ask({
        operation: 'cases.took',
        do: 'acknowledge',
        table: 'CASES',
        token: first.token,
        rows: first.rows.map((row) => ({ row: z.looseObject({}).parse(row) as TableRow, as: 'SENT' as const })),
      }),
    )
    expect(acknowledged).toEqual({ done: 1, lost: [{ ORGBUSNO: 'org-1', PROJID: 'a', DATAVER: 1 }] })
    expect((await stored()).map(({ SIGN }) => String(SIGN).trim())).toEqual(['0', '1'])
  })

  it('marks each row with its outcome and reason, the same when it is repeated', async () => {
    await write(['a', 'b', 'c', 'd'].map((projid) => named(projid)))
    const { token } = await claim()
    const request: ExchangeRequest = {
      operation: 'cases.took',
      do: 'acknowledge',
      table: 'CASES',
      token,
      rows: [
        { row: named('a', { DATAVER: 1 }), as: 'SENT' },
        { row: named('b', { DATAVER: 1 }), as: 'ITEM_UNKNOWN', reason: '事项编码不存在' },
        { row: named('c', { DATAVER: 1 }), as: 'FAILED', reason: '缺少申请人' },
        { row: named('d', { DATAVER: 1 }), as: 'NOT_SENT' },
      ],
    }
    for (const _again of [1, 2]) expect(await ask(request)).toEqual({ done: 4, lost: [] })
    const marks = (await stored()).map(({ SIGN, ERRORMSG }) => [String(SIGN).trim(), ERRORMSG])
    expect(marks).toEqual([
      ['1', null],
      ['2', '事项编码不存在'],
      ['3', '缺少申请人'],
      ['0', null],
    ])
    expect((await claim()).rows.map(({ PROJID }) => PROJID)).toEqual(['d'])
  })

  it('finds what the other side wrote about our rows: flag, reason beside it, returned rows', async () => {
    await write(['a', 'b', 'c', 'd'].map((projid) => named(projid)))
    await front().run("update `CASES` set `SIGN` = '1' where `PROJID` = 'a'")
    await front().run("update `CASES` set `SIGN` = '3', `ERRORMSG` = '时间格式错误' where `PROJID` = 'b'")
    await front().run("update `CASES` set `SIGN` = '7' where `PROJID` = 'c'")
    await front().run(
      "insert into `CASES_ABNORMAL` values ('org-1', 'b', '第二次', '2026-11-22 10:00:00'), ('org-1', 'b', '第一次', '2026-11-22 09:00:00'), ('org-2', 'd', '别人的', null)",
    )
    const asked = ['a', 'b', 'c', 'd', 'e'].map((projid) => named(projid))
    const found = tableReply.answers.parse(
      await ask({ operation: 'cases.answers', do: 'answers', table: 'CASES', keys: asked }),
    )
    expect(found.map(({ found, state, flag }) => [found, state, flag])).toEqual([
      [true, 'SENT', '1'],
      [true, 'FAILED', '3'],
      [true, null, '7'],
      [true, 'NOT_SENT', '0'],
      [false, null, null],
    ])
    expect(found.map(({ reasons }) => reasons.map(({ reason }) => reason))).toEqual([
      [],
      ['时间格式错误', '第一次', '第二次'],
      [],
      [],
      [],
    ])
  })

  it('answers by the highest version, or by the one that is asked about', async () => {
    await write([named('a', { DATAVER: 1 }), named('a', { DATAVER: 2 })])
    await front().run("update `CASES` set `SIGN` = '1' where `DATAVER` = 1")
    const keys = [named('a')]
    expect(await ask({ operation: 'cases.answers', do: 'answers', table: 'CASES', keys })).toMatchObject([
      { state: 'NOT_SENT', version: 2 },
    ])
    const first = [named('a', { DATAVER: 1 })]
    expect(await ask({ operation: 'cases.answers', do: 'answers', table: 'CASES', keys: first })).toMatchObject([
      { state: 'SENT', version: 1, key: { DATAVER: 1 } },
    ])
  })
})

async function remake(front: FrontEnd): Promise<void> {
  await front.run('drop table if exists `CASES`')
  await front.run('drop table if exists `CASES_ABNORMAL`')
  await front.table('CASES', columns)
  await front.table('CASES_ABNORMAL', {
    ORG: 'varchar(50)',
    PROJ: 'varchar(50)',
    REASON: 'varchar(200)',
    BACKTIME: 'time',
  })
}
