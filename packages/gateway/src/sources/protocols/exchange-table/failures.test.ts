import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeAll, expect, it } from 'vitest'
import type { TableLayout } from './layout.ts'
import type { ExchangeRequest } from './requests.ts'
import { attempting, closeAll, databaseOf, type FrontEnd, onBothDatabases, protocolOn } from './testing/front-end.ts'
import { wayTo } from './testing/way.ts'

const layout: TableLayout = {
  key: ['ID'],
  flag: { column: 'SIGN' },
  reason: 'REASON',
  claim: { token: 'TOKEN', until: 'UNTIL' },
}
const tables = { ROWS: layout, BARE: { key: ['ID'] }, HALF: { ...layout, flag: { column: 'NOSUCH' } } }
const secret = '机密姓名'

const prepare = async (front: FrontEnd) => {
  await front.table('ROWS', {
    ID: 'int primary key',
    SIGN: 'char(1)',
    REASON: "varchar(10) not null default ''",
    TOKEN: 'varchar(36)',
    UNTIL: 'time',
    FILLING: 'text',
  })
  await front.table('HALF', { ID: 'int primary key' })
  await front.run('insert into `ROWS` (`ID`) values (1), (2), (3)')
  // Work that the server does not end of itself when the client is gone, as MariaDB does with sleep().
  const counting = '(select count(*) from seq_1_to_100000 a join seq_1_to_100000 b join seq_1_to_1000 c)'
  const asleep = front.kind === 'mysql' ? counting : 'pg_sleep(30)::text'
  await front.run(`create view \`SLOW\` as select 1 as \`ID\`, ${asleep} as \`SLEPT\``)
}

/** Slow statements that the server is working on. */
const working = async (front: FrontEnd): Promise<number> => {
  const rows =
    front.kind === 'mysql'
      ? await front.run(
          "select 1 from information_schema.processlist where db = database() and info like '%from `SLOW`%' and id <> connection_id()",
        )
      : await front.run(
          "select 1 from pg_stat_activity where datname = current_database() and state = 'active' and query like '%from `SLOW`%' and pid <> pg_backend_pid()",
        )
  return rows.length
}

const connections = async (front: FrontEnd): Promise<number> =>
  (
    await front.run(
      front.kind === 'mysql'
        ? 'select 1 from information_schema.processlist where db = database()'
        : 'select 1 from pg_stat_activity where datname = current_database()',
    )
  ).length

/** Waits for what the server does in its own time. */
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await holds()) return
    await pause(25)
  }
  throw new Error('It did not come true in five seconds.')
}

onBothDatabases('failures of exchange tables', (front) => {
  beforeAll(() => prepare(front()))
  afterEach(closeAll)
  const ask = (request: ExchangeRequest) => attempting(protocolOn(front(), { tables }))(request)
  const readSlowly: ExchangeRequest = { operation: 'rows.slow', table: 'SLOW', where: { ID: 1 } }

  const refusals: readonly (readonly [string, ExchangeRequest, string])[] = [
    ['an unknown table', { operation: 'o', table: 'NOSUCH', where: { ID: 1 } }, 'NOSUCH: no such table'],
    ['an unknown column', { operation: 'o', table: 'ROWS', where: { NOSUCH: 1 } }, 'ROWS.NOSUCH: no such column'],
    [
      'an unknown column to read',
      { operation: 'o', table: 'ROWS', where: {}, columns: ['NOSUCH'] },
      'NOSUCH: no such column',
    ],
    ['an unknown column in the description', { operation: 'o', table: 'HALF', do: 'claim' }, 'NOSUCH: no such column'],
    [
      'a text too long',
      { operation: 'o', table: 'ROWS', do: 'write', rows: [{ ID: 9, REASON: secret.repeat(3) }] },
      'REASON: longer than 10 characters',
    ],
    [
      'an empty value where one must be',
      { operation: 'o', table: 'ROWS', do: 'write', rows: [{ ID: 9, REASON: null }] },
      'REASON: may not be empty',
    ],
  ]
  it.each(refusals)('refuses %s by name, without values', async (_name, request, detail) => {
    const refusal = await ask(request).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'TB_SOURCE_REFUSED', params: { detail } })
    expect(JSON.stringify(refusal)).not.toContain(secret)
    expect(await front().run('select `ID` from `ROWS` where `ID` = 9')).toEqual([])
  })

  // What a source file hands on from JSON without having read it. Drivers would write `REASON` = 'x' or several values.
  it.each([[{ REASON: 'x' }], [['x', 'y']], [[]]])('refuses %j as the value of a column', async (value) => {
    const row = { ID: 9, REASON: value as unknown as string } // no type stands between such a file and the driver
    const refused = { code: 'TB_SOURCE_REFUSED', params: { detail: expect.stringMatching(/^REASON: expected a text/) } }
    await expect(ask({ operation: 'o', table: 'ROWS', do: 'write', rows: [row] })).rejects.toMatchObject(refused)
    expect(await front().run('select `ID` from `ROWS` where `ID` = 9')).toEqual([])
  })

  it.each([
    ['a value of the wrong type', { ID: secret }],
    ['a number out of range', { ID: 99_999_999_999 }],
  ])('refuses %s without saying it', async (_name, where) => {
    const row = { operation: 'o', table: 'ROWS', do: 'write', rows: [where] } as const
    const refusal = await ask(row).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'TB_SOURCE_REFUSED' })
    expect(JSON.stringify(refusal)).not.toContain(Object.values(where)[0])
  })

  it.each([
    ['a table without a description', { operation: 'o', table: 'SLOW', do: 'claim' }, 'describes no table SLOW'],
    ['a description without a flag', { operation: 'o', table: 'BARE', do: 'claim' }, 'has no "flag"'],
    [
      'a name that is none',
      { operation: 'o', table: 'ROWS', where: {}, columns: ['a"; drop table x --'] },
      'cannot be used',
    ],
  ] as const)('takes %s for a mistake of the source file', async (_name, request, message) => {
    if (request.table === 'BARE') await front().table('BARE', { ID: 'int' })
    await expect(ask(request)).rejects.toThrow(message)
    await expect(ask(request)).rejects.toBeInstanceOf(RangeError)
  })

  it('refuses a login that is not accepted', async () => {
    const url = Object.assign(new URL(front().url), { username: 'nobody_of_ours', password: secret }).href
    const refusal = await attempting(protocolOn(front(), { database: databaseOf(front().kind, url) }))(
      readSlowly,
    ).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'TB_SOURCE_AUTH' })
    expect(JSON.stringify(refusal)).not.toContain(encodeURIComponent(secret))
  })

  it('is unavailable when nothing listens', async () => {
    const url = Object.assign(new URL(front().url), { port: '9' }).href
    const attempt = attempting(protocolOn(front(), { database: databaseOf(front().kind, url) }))
    await expect(attempt(readSlowly)).rejects.toMatchObject({
      code: 'TB_SOURCE_UNAVAILABLE',
      params: { detail: 'ECONNREFUSED' },
    })
  })

  it('is unavailable when the connection is lost in the middle, and works again on a new one', async () => {
    const way = await wayTo(front().url)
    const attempt = attempting(protocolOn(front(), { database: databaseOf(front().kind, way.url) }))
    const lost = attempt(readSlowly)
    const outcome = expect(lost).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    await until(async () => (await working(front())) > 0)
    way.cut()
    await outcome
    await expect(attempt({ operation: 'o', table: 'ROWS', where: { ID: 1 } })).resolves.toHaveLength(1)
    await closeAll()
    await way.close()
    await endWork(front())
  })

  it('ends the statement on the server when the attempt is ended, and says why', async () => {
    const ending = new AbortController()
    const attempt = attempting(protocolOn(front()), { signal: ending.signal })
    const reason = new Error('the deadline')
    const outcome = expect(attempt(readSlowly)).rejects.toBe(reason)
    await until(async () => (await working(front())) > 0)
    ending.abort(reason)
    await outcome
    await until(async () => (await working(front())) === 0)
  })

  it('does not begin when the attempt has ended', async () => {
    const ending = AbortSignal.abort(new Error('too late'))
    await expect(attempting(protocolOn(front()), { signal: ending })(readSlowly)).rejects.toThrow('too late')
  })

  it('gives way when somebody else holds a row', async () => {
    await front().run('begin')
    await front().run("update `ROWS` set `SIGN` = '0' where `ID` = 1")
    const outcome = ask({ operation: 'o', table: 'ROWS', do: 'acknowledge', rows: [{ row: { ID: 1 }, as: 'SENT' }] })
    await expect(outcome).rejects.toMatchObject({
      code: 'TB_SOURCE_UNAVAILABLE',
      params: { detail: 'waited too long for a lock' },
    })
    await front().run('rollback')
  })

  it('begins a transaction anew that the server undid for a deadlock', async () => {
    await front().run('begin')
    await front().run("update `ROWS` set `SIGN` = null, `FILLING` = 'the larger transaction is kept' where `ID` = 2")
    const rows = [1, 2].map((ID) => ({ row: { ID }, as: 'SENT' as const }))
    const outcome = ask({ operation: 'o', table: 'ROWS', do: 'acknowledge', rows })
    // Until it has one row and waits for the other; within a transaction the server does not show what others do.
    await pause(500)
    await front()
      .run('update `ROWS` set `SIGN` = null where `ID` = 1')
      .catch(() => {})
    await front().run('rollback')
    await expect(outcome).resolves.toEqual({ done: 2, lost: [] })
    expect(await front().run('select `SIGN` from `ROWS` where `ID` < 3')).toEqual([{ SIGN: '1' }, { SIGN: '1' }])
  })

  it('stops reading at the size limit, while it is read', async () => {
    await front().run("update `ROWS` set `FILLING` = repeat('x', 60000)")
    const read: ExchangeRequest = { operation: 'o', table: 'ROWS', where: {} }
    const bounded = attempting(protocolOn(front(), { maxResponseBytes: 150_000 }))
    await expect(bounded(read)).rejects.toMatchObject({ code: 'TB_SOURCE_TOO_LARGE', params: { limit: 150_000 } })
    await expect(bounded({ ...read, where: { ID: 1 } })).resolves.toHaveLength(1)
    await expect(attempting(protocolOn(front(), { maxRows: 2 }))(read)).rejects.toMatchObject({
      code: 'TB_SOURCE_REFUSED',
      params: { detail: 'more than 2 rows; ask for fewer keys, or by page' },
    })
  })

  it('holds no more connections than it may, and none after it is closed', async () => {
    await until(async () => (await connections(front())) === 1)
    const attempt = attempting(protocolOn(front(), { maxConnections: 3 }))
    await Promise.all(Array.from({ length: 30 }, () => attempt({ operation: 'o', table: 'ROWS', where: { ID: 1 } })))
    expect(await connections(front())).toBe(1 + 3)
    await closeAll()
    await until(async () => (await connections(front())) === 1)
  })

  it('survives that the server ends idle connections', async () => {
    const attempt = attempting(protocolOn(front()))
    const read: ExchangeRequest = { operation: 'o', table: 'ROWS', where: { ID: 1 } }
    await attempt(read)
    await endWork(front())
    await until(async () => (await connections(front())) === 1)
    // What the server has ended is found out by using it.
    const answers = () =>
      attempt(read).then(
        () => true,
        () => false,
      )
    await until(answers)
    await expect(attempt(read)).resolves.toHaveLength(1)
  })
})

/** Ends all connections to the database but the test's own. */
async function endWork(front: FrontEnd): Promise<void> {
  if (front.kind === 'postgres') {
    await front.run(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    return
  }
  const others = await front.run(
    'select id from information_schema.processlist where db = database() and id <> connection_id()',
  )
  for (const { id } of others) await front.run(`kill ${id}`).catch(() => {})
}
