import { describeWith, needs } from '@tongban/test-support'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { TableLayout } from './layout.ts'
import { type MysqlOptions, mysql } from './mysql/mysql.ts'
import { attempting, closeAll, createFrontEnd, type FrontEnd, protocolOn } from './testing/front-end.ts'

const tables: Readonly<Record<string, TableLayout>> = { PERSONS: { key: ['ID'] } }

describeWith(needs.mysql, 'character sets of MySQL tables', () => {
  let front: FrontEnd
  beforeAll(async () => {
    front = await createFrontEnd('mysql')
    await front.table('PERSONS', {
      ID: 'int',
      INGBK: 'varchar(20) character set gbk',
      INLATIN: 'varchar(20) character set latin1',
      INUTF3: 'varchar(20) character set utf8mb3',
      INUTF4: 'varchar(20) character set utf8mb4',
      LONGGBK: 'text character set gbk',
    })
  })
  afterEach(async () => {
    await closeAll()
    await front.run('delete from PERSONS')
  })
  afterAll(() => front.drop())

  const asking = (latin1Holds?: MysqlOptions['latin1Holds']) =>
    attempting(
      protocolOn(front, {
        database: mysql({ url: front.url, ...(latin1Holds === undefined ? {} : { latin1Holds }) }),
        tables,
      }),
    )
  const write = (ask: ReturnType<typeof asking>, row: Readonly<Record<string, string | number>>) =>
    ask({ operation: 'persons.put', do: 'write', table: 'PERSONS', rows: [{ ID: 1, ...row }] })
  const read = (ask: ReturnType<typeof asking>) =>
    ask({ operation: 'persons.byId', table: 'PERSONS', where: { ID: 1 } })
  const bytesOf = async (column: string) => (await front.run(`select hex(${column}) as found from PERSONS`))[0]?.found

  it.each([
    ['INGBK', '李䶮·买买提', 'C0EEFE9FA1A4C2F2C2F2CCE1'],
    ['INGBK', '乗', '815C'],
    ['INGBK', '€', 'A2E3'],
    ['LONGGBK', '准予许可', 'D7BCD3E8D0EDBFC9'],
    ['INLATIN', '李䶮', 'C0EEFE9F'],
    ['INUTF3', '李䶮', 'E69D8EE4B6AE'],
    ['INUTF4', '𠀀', 'F0A08080'],
  ])('stores in %s the text %s as %s, finds and reads it again', async (column, text, bytes) => {
    const ask = asking('gbk')
    await write(ask, { [column]: text })
    expect(await bytesOf(column)).toBe(bytes)
    expect(await read(ask)).toMatchObject([{ [column]: text }])
    expect(await ask({ operation: 'persons.find', table: 'PERSONS', where: { [column]: text } })).toHaveLength(1)
  })

  it('reads GB bytes in latin1 columns, four of them for rare characters', async () => {
    await front.run("insert into PERSONS (ID, INLATIN) values (1, X'8139EE3995328236')")
    expect(await read(asking('gb18030'))).toMatchObject([{ INLATIN: '㐀𠀀' }])
  })

  it('writes characters of four bytes where latin1 columns hold GB18030', async () => {
    const ask = asking('gb18030')
    await write(ask, { INLATIN: '㐀𠀀' })
    expect(await bytesOf('INLATIN')).toBe('8139EE3995328236')
  })

  it('takes latin1 for what it says unless told otherwise', async () => {
    const ask = asking()
    await write(ask, { INLATIN: 'café €' })
    expect(await bytesOf('INLATIN')).toBe('636166E92080')
    expect(await read(ask)).toMatchObject([{ INLATIN: 'café €' }])
  })

  it.each([
    ['INGBK', '李𠀀', 'gbk'],
    ['INGBK', '㐀', 'gbk'],
    ['INLATIN', '𠀀', 'gbk'],
    ['INLATIN', '李', 'latin1'],
    ['INUTF3', '𠀀', 'gbk'],
  ] as const)(
    'refuses for %s what it cannot hold (%s, latin1 holds %s), naming the column and not the text',
    async (column, text, holds) => {
      const refusal = await write(asking(holds), { [column]: text }).catch((error: unknown) => error)
      expect(refusal).toMatchObject({
        code: 'TB_SOURCE_REFUSED',
        params: { detail: expect.stringContaining(`${column}: `) },
      })
      expect(JSON.stringify(refusal)).not.toContain(text)
      expect(await front.run('select * from PERSONS')).toEqual([])
    },
  )

  it('refuses bytes that are no text, naming the column', async () => {
    await front.run("insert into PERSONS (ID, INLATIN) values (1, X'C0EE81')")
    await expect(read(asking('gbk'))).rejects.toMatchObject({
      code: 'TB_SOURCE_SHAPE',
      params: { detail: 'INLATIN: not GB text' },
    })
  })

  it('uses the index of a column in which it looks for text of a GB character set', async () => {
    await front.run('create index BYNAME on PERSONS (INGBK)')
    await front.run('insert into PERSONS (ID, INGBK) select seq, seq from seq_1_to_500')
    await front.run("insert into PERSONS (ID, INGBK) values (1000, '李四')")
    await front.run('flush status')
    const found = await asking('gbk')({ operation: 'persons.find', table: 'PERSONS', where: { INGBK: '李四' } })
    expect(found).toHaveLength(1)
    const [plan] = await front.run("explain select * from PERSONS where INGBK = _gbk X'C0EECBC4'")
    expect(plan).toMatchObject({ key: 'BYNAME' })
  })
})

describeWith(needs.postgres, 'character sets of PostgreSQL databases', () => {
  it.each([
    ['李四·—', true],
    ['𠀀', false],
    ['㐀', false],
    ['丂', false],
    ['䶮', false],
  ])('stores in EUC_CN the text %s: %s', async (text, fits) => {
    const front = await createFrontEnd('postgres', "encoding 'EUC_CN' lc_collate 'C' lc_ctype 'C' template template0")
    try {
      await front.table('PERSONS', { ID: 'int', NAME: 'varchar(20)' })
      const ask = attempting(protocolOn(front, { tables }))
      const written = ask({ operation: 'persons.put', do: 'write', table: 'PERSONS', rows: [{ ID: 1, NAME: text }] })
      if (fits) {
        await written
        const found = await ask({ operation: 'persons.find', table: 'PERSONS', where: { NAME: text } })
        expect(found).toMatchObject([{ NAME: text }])
      } else {
        await expect(written).rejects.toMatchObject({
          code: 'TB_SOURCE_REFUSED',
          params: { detail: expect.stringContaining('NAME: ') },
        })
      }
    } finally {
      await closeAll()
      await front.drop()
    }
  })

  it('refuses a database that does not know its character set', async () => {
    const front = await createFrontEnd(
      'postgres',
      "encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0",
    )
    try {
      await front.table('PERSONS', { ID: 'int' })
      await expect(
        attempting(protocolOn(front))({ operation: 'persons.byId', table: 'PERSONS', where: { ID: 1 } }),
      ).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
    } finally {
      await closeAll()
      await front.drop()
    }
  })
})
