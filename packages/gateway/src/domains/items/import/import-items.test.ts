import { createReadStream } from 'node:fs'
import { describeWith, neededData, needs } from '@tongban/test-support'
import iconv from 'iconv-lite'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import type { Store } from '../../../store/store.ts'
import { describeOnEachStore } from '../../../store/testing.ts'
import { tokenFrequencies } from '../mirror/frequencies.ts'
import { listItems } from '../mirror/list.ts'
import { readItems } from '../mirror/read.ts'
import { itemsMigrations } from '../tables.ts'
import { testItem, testNow } from '../testing.ts'
import { importItems } from './import-items.ts'
import type { FileBytes, ImportFormat } from './rows.ts'

const bytesOf = (content: string | Uint8Array): FileBytes =>
  async function* () {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    // in two pieces, so that a character may lie across
    yield bytes.subarray(0, 101)
    yield bytes.subarray(101)
  }

const jsonl = (...rows: readonly object[]) => bytesOf(rows.map((row) => JSON.stringify(row)).join('\n'))

const headers = [
  '事项编码',
  '事项名称',
  '事项类型',
  '区划代码',
  '实施机构',
  '服务对象',
  '网办深度',
  '承诺办结时限（工作日）',
  '到办事现场次数',
]
const cells = [
  '11330602MB0000001A-X1',
  '食品经营许可证核发（新办）',
  '行政许可',
  '330602',
  '越城区市场监管局',
  '自然人、企业法人',
  '3^4^5',
  '5',
  '1',
]
/** As a provincial portal lists an item. */
const provincialRow = {
  department: '区教科体局',
  name: '适龄儿童延缓入学审批',
  itemCode: '511A0138000000-511602000000-000-115113010833722043-1-00',
  basicCode: '511A0138000000',
  divisionCode: '511602000000',
  taskType: '1',
}
const csv = [headers, cells].map((row) => row.join(',')).join('\r\n')

describeOnEachStore('importing items', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open({ migrations: itemsMigrations })
  })

  const run = (format: ImportFormat, bytes: FileBytes, file?: string) =>
    importItems(
      { store, now: testNow, frequencies: tokenFrequencies(store.db, testNow) },
      { format, bytes, ...(file === undefined ? {} : { file }) },
    )
  const count = async () => (await sql<{ n: number }>`select count(*) as n from items`.execute(store.db)).rows[0]?.n
  const stored = async (code: string) =>
    (await sql<{ record: Record<string, unknown> }>`select record from items where code = ${code}`.execute(store.db))
      .rows[0]?.record

  it('imports our own layout, and importing again updates', async () => {
    const first = await run('jsonl', jsonl(testItem('000117112000', '营业执照', { divisionCode: '330602' })))
    expect(first).toMatchObject({ imported: true, refused: 0, written: { added: 1, changed: 0, unchanged: 0 } })
    const again = await run('jsonl', jsonl(testItem('000117112000', '营业执照核发')))
    expect(again.written).toEqual({ added: 0, changed: 1, unchanged: 0 })
    expect((await run('jsonl', jsonl(testItem('000117112000', '营业执照核发')))).written).toMatchObject({
      unchanged: 1,
    })
    expect(await stored('000117112000')).toMatchObject({ name: '营业执照核发', divisionCode: '330602000000' })
  })

  it.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${csv}`)],
    ['GB18030', iconv.encode(csv, 'gb18030')],
  ])('reads a table with Chinese headers in %s', async (_charset, bytes) => {
    expect(await run('csv', bytesOf(bytes))).toMatchObject({ imported: true, refused: 0 })
    expect(await stored(cells[0] ?? '')).toMatchObject({
      name: cells[1],
      type: 'ADMINISTRATIVE_LICENSE',
      divisionCode: '330602000000',
      agencyName: '越城区市场监管局',
      audience: ['PERSON', 'ENTERPRISE'],
      channels: { onlineDepth: ['PRE_REVIEW', 'ACCEPTANCE', 'HANDLING'] },
      timeLimit: { promised: { amount: 5, unit: 'WORKING_DAY' } },
      visits: 1,
    })
  })

  it('says nothing that the file does not say', async () => {
    await run('jsonl', jsonl({ code: 'LOCAL-silent', name: '甲', type: 'PUBLIC_SERVICE', divisionCode: '330602' }))
    expect(await stored('LOCAL-silent')).toMatchObject({
      state: null,
      audience: null,
      fees: null,
      situations: null,
      materials: null,
    })
  })

  it('reads a spreadsheet, numbers and all', async () => {
    const sheet = [
      headers.map((value) => ({ value })),
      [...cells.slice(0, 8).map((value) => ({ value })), { value: 2, type: Number }],
    ]
    const bytes = await writeXlsxFile(sheet).toBuffer()
    expect(await run('xlsx', bytesOf(bytes))).toMatchObject({ imported: true, refused: 0 })
    expect(await stored(cells[0] ?? '')).toMatchObject({ visits: 2 })
  })

  it('imports nothing when one row of many is refused, and says which, where and why', async () => {
    const before = await count()
    const good = Array.from({ length: 600 }, (_, index) => testItem(`LOCAL-${index}`, '甲'))
    const report = await run(
      'jsonl',
      jsonl(
        ...good,
        { ...testItem('LOCAL-x', '乙'), type: 'NO_SUCH_TYPE' },
        { code: 'LOCAL-y' },
        testItem('LOCAL-0', '丙'),
      ),
    )
    expect(report).toMatchObject({
      imported: false,
      refused: 3,
      warned: 600,
      written: null,
      error: { code: 'TB_IMPORT_REFUSED' },
      reasons: { VALUE_UNKNOWN: 1, MISSING: 2, DUPLICATE_CODE: 1, LOCAL_FORM: 601 },
    })
    const refused = report.remarks.filter(({ severity }) => severity === 'REFUSED')
    expect(refused.map(({ row, field, code }) => [row, field, code])).toEqual([
      [601, 'type', 'VALUE_UNKNOWN'],
      [602, 'name', 'MISSING'],
      [602, 'divisionCode', 'MISSING'],
      [603, 'code', 'DUPLICATE_CODE'],
    ])
    expect(refused[0]?.message.zh).toMatch(/取值/)
    expect(await count()).toBe(before)
  })

  it.each<[string, ImportFormat, string, string]>([
    ['a line that is not JSON', 'jsonl', '{"code":', 'NOT_JSON'],
    ['a line that is a list', 'jsonl', '[1]', 'NOT_JSON'],
    ['bytes that are no text', 'csv', `事项编码,事项名称\nX-1,\uFFFD`, 'NOT_TEXT'],
    ['a row longer than its header', 'csv', '事项编码,事项名称\nX-1,名称,多余', 'COLUMN_COUNT'],
    ['a type nobody knows', 'csv', '事项编码,事项名称,事项类型,区划代码\nX-1,名称,行政快递,330602', 'VALUE_UNKNOWN'],
  ])('refuses %s', async (_name, format, content, reason) => {
    const report = await run(format, bytesOf(content))
    expect(report).toMatchObject({ imported: false, refused: 1 })
    expect(Object.keys(report.reasons)).toContain(reason)
  })

  it.each<[ImportFormat, string]>([
    ['xlsx', 'this is no spreadsheet'],
    ['csv', '事项编码\n"open'],
  ])('gives one typed error, which names the file, for a file that is no %s', async (format, content) => {
    await expect(run(format, bytesOf(content), '事项.dat')).rejects.toMatchObject({
      code: 'TB_FILE_UNREADABLE',
      params: { file: '事项.dat' },
    })
  })

  it.each<[string, ImportFormat, FileBytes]>([
    ['is empty', 'jsonl', bytesOf('')],
    ['is blank', 'jsonl', bytesOf(' \n\n')],
    ['is empty', 'csv', bytesOf('')],
    ['has only a header', 'csv', bytesOf('事项编码,事项名称\r\n')],
    [
      'has only a header',
      'xlsx',
      async function* () {
        yield await writeXlsxFile([headers.map((value) => ({ value }))]).toBuffer()
      },
    ],
  ])('does not take a file that %s (%s) for an import', async (_, format, bytes) => {
    await expect(run(format, bytes)).rejects.toMatchObject({
      code: 'TB_FILE_UNREADABLE',
      params: { file: `*.${format}`, detail: expect.stringContaining('no rows') },
    })
  })

  it('keeps the basic code of a provincial row, so that it is found by it', async () => {
    await run('jsonl', jsonl(provincialRow))
    const [found] = await readItems(store.db, [{ code: '511A0138000000', division: '511602000000' }])
    expect(found).toMatchObject({ code: provincialRow.itemCode, localCatalogCode: '511A0138000000', catalogCode: null })
    const frequencies = tokenFrequencies(store.db, testNow)
    const { edges } = await listItems(store.db, frequencies, { filter: { text: '511A0138000000' }, first: 5 })
    expect(edges.map(({ node }) => node.code)).toEqual([provincialRow.itemCode])
  })

  it('says in words how the letter of a code and the type disagree', async () => {
    const { remarks } = await run('jsonl', jsonl({ ...provincialRow, taskType: '20' }))
    const { message } = remarks.find(({ code }) => code === 'TYPE_MISMATCH') ?? {}
    expect(message?.zh).toContain('字母 A 通常对应 1(行政许可),字段为 20(公共服务)')
    expect(message?.en).toContain('A usually means 1 (ADMINISTRATIVE_LICENSE), the field says 20 (PUBLIC_SERVICE)')
  })
})

describeWith(needs.sharedData('items-511602.jsonl'), 'the real items of a district', () => {
  describeOnEachStore('imported', (open) => {
    const bytes: FileBytes = () => createReadStream(neededData('items-511602.jsonl'))

    it('are all accepted, and every oddity is explained', async () => {
      const store = await open({ migrations: itemsMigrations })
      const deps = { store, now: testNow, frequencies: tokenFrequencies(store.db, testNow) }
      const report = await importItems(deps, { format: 'jsonl', bytes })
      console.info(
        `real items: ${report.accepted} accepted, ${report.warned} warned, ${report.refused} refused`,
        report.reasons,
      )
      expect(report).toMatchObject({ imported: true, refused: 0, written: { added: report.accepted + report.warned } })
      expect(report.accepted + report.warned).toBe(908)
      expect(Object.keys(report.reasons)).toEqual(
        expect.arrayContaining([
          'AGENCY_FORM_UNKNOWN',
          'AGENCY_ORGANISATION_CODE',
          'PROVINCIAL_PARTS_MISSING',
          'TYPE_MISMATCH',
        ]),
      )
      const { rows } = await sql<{ known: number }>`
        select count(*) as known from items where record ->> 'state' is not null
          or record ->> 'fees' is not null or record ->> 'materials' is not null`.execute(store.db)
      expect(rows).toEqual([{ known: 0 }])
      const explained = new Set(report.remarks.map(({ row }) => row))
      expect(explained.size).toBe(report.warned)
      const again = await importItems(deps, { format: 'jsonl', bytes })
      expect(again.written).toEqual({ added: 0, changed: 0, unchanged: 908 })
    })
  })
})
