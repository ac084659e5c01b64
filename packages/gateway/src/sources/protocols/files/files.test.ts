import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describeWith } from '@tongban/test-support'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { csv } from './csv/csv.ts'
import { type FilesOptions, files } from './files.ts'
import { jsonl } from './jsonl.ts'
import { folder } from './places/folder.ts'
import type { Place } from './places/place.ts'
import { sftp } from './places/sftp/sftp.ts'
import type { DeliveredRows, Deliveries, FileList, FilesRequest, RowsPage, WrittenFile } from './requests.ts'
import { rowsOf } from './rows.ts'
import { createDrop, type Drop, gb, speaker } from './testing/drop.ts'
import { openSsh, startOpenSsh } from './testing/open-ssh.ts'
import { startSftpServer } from './testing/sftp-server.ts'
import { xlsx } from './xlsx/xlsx.ts'
import { xml } from './xml/xml.ts'

const trusted = <Reply>() => z.custom<Reply>()
const format = csv({ columns: { code: '事项编码', name: '事项名称' }, key: 'code' })
const content = (...codes: readonly string[]) =>
  gb(`事项编码,事项名称\r\n${codes.map((code) => `${code},事项${code}\r\n`).join('')}`)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

interface Served {
  readonly place: Place
  close(): Promise<void>
}

/** What the protocol does, wherever the files are. */
function behavesAsFiles(open: (path: string) => Promise<Served>) {
  let drop: Drop
  let served: Served
  beforeAll(async () => {
    drop = await createDrop()
    served = await open(drop.path)
  })
  afterAll(async () => {
    await served.place.close()
    await served.close()
    await drop.remove()
  })
  beforeEach(async () => {
    for (const name of await readdir(drop.path)) await rm(join(drop.path, name))
  })
  const speak = (options: Partial<FilesOptions> = {}) => {
    const { ask, at } = speaker({
      name: 'x{yyyyMMdd}.csv',
      charset: 'gb18030',
      format,
      ...options,
      place: served.place,
    })
    const send = <Reply>(request: FilesRequest) => ask(request, trusted<Reply>())
    return {
      at,
      list: (more: { from?: string; to?: string } = {}) =>
        send<FileList>({ operation: 'list', action: 'list', ...more }),
      read: (more: { day?: string; cursor?: string | null; size?: number } = {}) =>
        send<RowsPage>({ operation: 'read', action: 'read', ...more }),
      since: (mark: string | null, limit?: number) =>
        send<Deliveries>({ operation: 'since', action: 'since', mark, ...(limit === undefined ? {} : { limit }) }),
      next: (mark: string | null, size = 1_000) =>
        send<DeliveredRows>({ operation: 'next', action: 'next', mark, size }),
      write: (day: string, rows: readonly Record<string, unknown>[], replace = false) =>
        send<WrittenFile>({ operation: 'write', action: 'write', day, rows, replace }),
    }
  }
  const rowsIn = ({ rows }: { rows: RowsPage['rows'] }) => rows.map(({ value }) => Reflect.get(Object(value), 'code'))

  it('lists days in their order, with what counts of several deliveries', async () => {
    await drop.put('x20261121.csv', content('1'))
    await drop.put('X20261120.CSV', content('1'), 5)
    await drop.put('x20261120.csv', content('1', '2'), 1)
    await drop.put('x20261122.csv.tmp', content('1'))
    await drop.put('x20261332.csv', content('1'))
    await drop.put('other.csv', content('1'))
    const { files: all } = await speak().list()
    expect(all.map(({ name, state }) => [name, state])).toEqual([
      ['x20261120.csv', 'SUPERSEDED'],
      ['X20261120.CSV', 'READY'],
      ['x20261121.csv', 'READY'],
    ])
    expect(all[2]).toMatchObject({
      day: '2026-11-21',
      part: 1,
      size: content('1').length,
      modifiedAt: '2026-11-20T00:00:00.000Z',
    })
    expect((await speak().list({ from: '2026-11-21', to: '2026-11-21' })).files).toHaveLength(1)
  })

  it('reads a file page by page, also by another process', async () => {
    await drop.put('x20261121.csv', content('1', '2', '3', '4', '5'))
    const first = await speak().read({ size: 2 })
    expect(first).toMatchObject({
      total: 5,
      file: { day: '2026-11-21', digest: sha256(content('1', '2', '3', '4', '5')) },
    })
    const second = await speak().read({ cursor: first.next, size: 2 })
    const third = await speak().read({ cursor: second.next, size: 2 })
    expect([first, second, third].flatMap(rowsIn)).toEqual(['1', '2', '3', '4', '5'])
    expect(second.rows.map(({ row }) => row)).toEqual([4, 5])
    expect(third.next).toBeNull()
  })

  it('notices that a file was replaced between two pages, and not that it was only touched or renamed', async () => {
    await drop.put('x20261121.csv', content('1', '2', '3'))
    const { read } = speak()
    const { next } = await read({ size: 1 })
    await drop.put('x20261121.csv', content('1', '2', '3'), 9)
    await rename(join(drop.path, 'x20261121.csv'), join(drop.path, 'X20261121.csv'))
    expect(rowsIn(await read({ cursor: next, size: 1 }))).toEqual(['2'])
    await drop.put('X20261121.csv', content('1', '9', '3'), 10)
    await expect(read({ cursor: next, size: 1 })).rejects.toMatchObject({
      code: 'TB_SOURCE_REFUSED',
      params: { detail: expect.stringContaining('x{yyyyMMdd}.csv of 2026-11-21: replaced') },
    })
  })

  it('refuses a cursor or a mark of somebody else', async () => {
    await drop.put('x20261121.csv', content('1'))
    for (const text of ['', 'eyJ9', '{"taken":[]}'].slice(1)) {
      await expect(speak().read({ cursor: text })).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
      await expect(speak().since(text)).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
    }
  })

  it('says that no file is there', async () => {
    await expect(speak().read()).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
    await expect(speak().read({ day: '2026-11-21' })).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
  })

  it('finds what came since a mark: new, late, replaced, and doubled', async () => {
    const { since } = speak()
    await drop.put('x20261118.csv', content('1'))
    await drop.put('x20261120.csv', content('2'))
    const first = await since(null, 1)
    expect(first).toMatchObject({ more: true, files: [{ day: '2026-11-18', change: 'NEW', isLate: false, total: 1 }] })
    const second = await since(first.mark)
    expect(second).toMatchObject({ more: false, files: [{ day: '2026-11-20' }] })
    expect((await since(second.mark)).files).toEqual([])

    await drop.put('x20261119.csv', content('3'))
    await drop.put('x20261120.csv', content('2', '4'), 7)
    await drop.put('X20261118.CSV', content('1'), 8)
    const third = await since(second.mark)
    expect(third).toMatchObject({
      files: [
        { day: '2026-11-19', change: 'NEW', isLate: true },
        { day: '2026-11-20', change: 'REPLACED', isLate: false, total: 2 },
      ],
      duplicates: [{ day: '2026-11-18', of: '2026-11-18' }],
    })
    expect(await since(third.mark)).toMatchObject({ files: [], duplicates: [] })
  })

  it('notices the file of yesterday under the name of today', async () => {
    await drop.put('x20261120.csv', content('1'))
    await drop.put('x20261121.csv', content('1'))
    const found = await speak().since(null)
    expect(found.files.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-21'])
    expect(found.duplicates).toEqual([{ day: '2026-11-21', part: 1, of: '2026-11-20' }])
  })

  it('tells a day without a file once, when it is due', async () => {
    const { since, at } = speak({ expect: { days: 'EVERY_DAY' } })
    await drop.put('x20261117.csv', content('1'))
    await drop.put('x20261120.csv', content('2'))
    at('2026-11-21T11:59:00+08:00')
    const first = await since(null)
    expect(first.gaps).toEqual(['2026-11-18', '2026-11-19'])
    expect((await since(first.mark)).gaps).toEqual([])
    at('2026-11-22T12:00:00+08:00')
    const second = await since(first.mark)
    expect(second.gaps).toEqual(['2026-11-21'])
    await drop.put('x20261119.csv', content('3'))
    expect(await since(second.mark)).toMatchObject({ gaps: [], files: [{ day: '2026-11-19', isLate: true }] })
  })

  it('expects nothing on days off', async () => {
    await drop.put('x20261119.csv', content('1'))
    await drop.put('x20261123.csv', content('2'))
    // 20 November 2026 is a Friday.
    expect((await speak({ expect: { days: 'WORKING_DAYS' } }).since(null)).gaps).toEqual(['2026-11-20'])
  })

  it('gives the rows of everything that came, file after file', async () => {
    await drop.put('x20261120.csv', content('1', '2', '3'))
    await drop.put('x20261121.csv', content('4'))
    const codes: string[] = []
    let mark: string | null = null
    let page: DeliveredRows
    do {
      page = await speak().next(mark, 2)
      codes.push(...rowsIn(page))
      mark = page.mark
    } while (page.more)
    expect(codes).toEqual(['1', '2', '3', '4'])
  })

  it('reads a file again from its start when it was replaced on the way', async () => {
    await drop.put('x20261120.csv', content('1', '2', '3'))
    const first = await speak().next(null, 1)
    await drop.put('x20261120.csv', content('7', '8'), 3)
    const second = await speak().next(first.mark)
    expect([first, second].map(rowsIn)).toEqual([['1'], ['7', '8']])
  })

  it('takes no file without its flag, or with one from before', async () => {
    const { list, since, read } = speak({ ready: { flag: { suffix: '.ok' } } })
    await drop.put('x20261121.csv', content('1'), 5)
    expect((await list()).files).toMatchObject([{ state: 'NOT_READY' }])
    await drop.put('x20261121.csv.ok', '', 4)
    expect(await since(null)).toMatchObject({ files: [], gaps: [], notReady: [{ day: '2026-11-21', part: 1 }] })
    await expect(read()).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
    await drop.put('x20261121.csv.ok', '', 6)
    expect(rowsIn(await read())).toEqual(['1'])
  })

  it.each([
    ['rows=2', 'expected 2 rows by its flag, found 1'],
    ['记录数：3', 'expected 3 rows by its flag, found 1'],
    [`sha256=${'0'.repeat(64)}`, 'expected the sha256 digest of its flag'],
    [`MD5: ${'0'.repeat(32)}`, 'expected the md5 digest of its flag'],
    [`sm3=${'0'.repeat(64)}`, 'expected the sm3 digest of its flag'],
  ])('reads no file whose flag says %s, and goes on with the others', async (flag, reason) => {
    const { since, read } = speak({ ready: { flag: { suffix: '.ok', instead: true } } })
    await drop.put('x20261120.csv', content('1'))
    await drop.put('x20261120.ok', flag)
    await drop.put('x20261121.csv', content('1'))
    await drop.put('x20261121.ok', `rows=1\nsha256=${sha256(content('1')).toUpperCase()}`)
    const detail = `x{yyyyMMdd}.csv of 2026-11-20: ${reason}`
    expect(await since(null)).toMatchObject({
      files: [{ day: '2026-11-21' }],
      broken: [{ day: '2026-11-20', reason: detail }],
    })
    await expect(read({ day: '2026-11-20' })).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE', params: { detail } })
  })

  it('waits for the closing record, and believes what it says', async () => {
    const closing = csv({ columns: { code: '事项编码', name: '事项名称' }, trailer: { marker: '合计' } })
    const { since, read } = speak({ format: closing })
    await drop.put('x20261121.csv', content('1', '2'))
    expect(await since(null)).toMatchObject({ files: [], notReady: [{ day: '2026-11-21' }] })
    await drop.put('x20261121.csv', Buffer.concat([content('1', '2'), gb('合计,3\r\n')]), 1)
    expect((await since(null)).broken).toMatchObject([
      { reason: expect.stringContaining('expected 3 rows by its closing record, found 2') },
    ])
    await drop.put('x20261121.csv', Buffer.concat([content('1', '2'), gb('合计,2\r\n')]), 2)
    expect(await read()).toMatchObject({
      total: 2,
      next: null,
      rows: [{ value: { code: '1' } }, { value: { code: '2' } }],
    })
  })

  it('waits until a file looks the same twice, some time apart', async () => {
    const { list, at } = speak({ ready: { stable: { looks: 2, apartMs: 30_000 } } })
    const states: string[] = []
    const look = async (seconds: number) => {
      at(new Date(Date.parse('2026-11-22T12:00:00+08:00') + seconds * 1_000).toISOString())
      states.push(...(await list()).files.map(({ state }) => state))
    }
    await drop.put('x20261121.csv', content('1'))
    await look(0)
    await look(29)
    await drop.put('x20261121.csv', content('1', '2'))
    await look(30)
    await look(59)
    await look(59.999)
    await look(60)
    expect(states).toEqual(['NOT_READY', 'NOT_READY', 'NOT_READY', 'NOT_READY', 'NOT_READY', 'READY'])
  })

  it('puts a file there in one step, with a flag that its own reader believes', async () => {
    const { write, read } = speak({ ready: { flag: { suffix: '.ok' } } })
    const rows = [{ code: '01', name: '陈䶮' }]
    const written = await write('2026-11-21', rows)
    expect((await readdir(drop.path)).toSorted()).toEqual(['x20261121.csv', 'x20261121.csv.ok'])
    expect(await readFile(join(drop.path, 'x20261121.csv.ok'), 'utf8')).toBe(`rows=1\nsha256=${written.digest}\n`)
    expect(await read()).toMatchObject({ rows: [{ value: rows[0] }], file: { digest: written.digest } })
    expect(await write('2026-11-21', rows)).toEqual({ ...written, written: false })
    await expect(write('2026-11-21', [])).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
    expect(await write('2026-11-21', [], true)).toMatchObject({ rows: 0, written: true })
  })

  it.each([
    ['x{yyyyMMdd}.xml', xml({ record: 'D.ROW' })],
    ['x{yyyyMMdd}.jsonl', jsonl({ trailer: 'rows' })],
    ['x{yyyyMMdd}.csv', csv({ columns: ['code', 'name'], delimiter: '|', trailer: { marker: 'T', count: 1 } })],
  ])('writes and reads %s page by page', async (name, other) => {
    const { write, read } = speak({ name, format: other })
    const rows = Array.from({ length: 5 }, (_, index) => ({ code: `0${index}`, name: '乗|俔]]>"' }))
    await write('2026-11-21', rows)
    const first = await read({ size: 3 })
    const second = await read({ cursor: first.next, size: 3 })
    expect([...first.rows, ...second.rows].map(({ value }) => value)).toEqual(rows)
    expect(second).toMatchObject({ next: null, total: 5 })
  })
}

describe('files in a folder', () =>
  behavesAsFiles(async (path) => ({ place: folder({ path }), close: async () => {} })))

describe('files on an SFTP server', () =>
  behavesAsFiles(async (path) => {
    const server = await startSftpServer(path)
    return { place: sftp(server.options), close: () => server.close() }
  }))

describeWith(openSsh, 'files on the server of OpenSSH', () =>
  behavesAsFiles(async (path) => {
    const server = await startOpenSsh()
    return { place: sftp(server.optionsFor(path)), close: () => server.close() }
  }),
)

describe('a source of files', () => {
  const place = folder({ path: '/nowhere' })
  const named = { place, name: 'x{yyyyMMdd}.csv', format }
  it.each([
    ['no rule of readiness', () => files({ ...named, ready: {} }), 'protocol.ready'],
    ['a flag without ending', () => files({ ...named, ready: { flag: { suffix: '' } } }), 'protocol.ready.flag.suffix'],
    ['one look', () => files({ ...named, ready: { stable: { looks: 1, apartMs: 1 } } }), 'protocol.ready.stable.looks'],
    ['no days to look back', () => files({ ...named, lookBackDays: 0 }), 'protocol.lookBackDays'],
    ['a name without a day', () => files({ ...named, name: 'x.csv' }), 'protocol.name'],
    ['a column without title', () => csv({ columns: { code: [] } }), 'protocol.format.columns.code'],
    ['no columns', () => xlsx({ columns: {} }), 'protocol.format.columns.'],
    [
      'no host key',
      () => sftp({ host: 'h', username: 'u', password: 'p', path: '/', hostKey: 'aa:bb' }),
      'protocol.place.hostKey',
    ],
    [
      'no way to log in',
      () => sftp({ host: 'h', username: 'u', path: '/', hostKey: `SHA256:${'a'.repeat(43)}` }),
      'protocol.place.privateKey',
    ],
  ])('with %s is refused at start', (_what, make, path) => {
    expect(make).toThrow(
      expect.objectContaining({ code: 'TB_CONFIG_INVALID', params: expect.objectContaining({ path }) }),
    )
  })

  it('reads each row with a schema and leaves out those it cannot read', () => {
    const reply = rowsOf(z.object({ code: z.string().regex(/^\d+$/, 'expected digits') }), 'code')
    const raw = {
      rows: [
        { row: 2, value: { code: '1' } },
        { row: 3, value: { code: 'x' } },
        { row: 4, value: null },
      ],
      skipped: [],
      next: 'c',
      total: 3,
    }
    expect(reply.parse(raw)).toMatchObject({
      rows: [{ code: '1' }],
      skipped: [
        { key: 'x', path: 'row 3.code', reason: 'expected digits' },
        { key: null, path: 'row 4' },
      ],
      next: 'c',
      total: 3,
    })
  })
})
