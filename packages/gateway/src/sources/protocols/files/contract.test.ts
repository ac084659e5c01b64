import { afterAll, describe } from 'vitest'
import { z } from 'zod'
import { describeSource } from '../../../contract/index.ts'
import { defineSource } from '../../../domains/ports.ts'
import { csv, type FilesRequest, field, files, folder, rowsOf, sftp } from '../../index.ts'
import type { Call } from '../../source.ts'
import type { Place } from './places/place.ts'
import { createDrop, gb } from './testing/drop.ts'
import { startSftpServer } from './testing/sftp-server.ts'

const row = z
  .object({ code: field.required, name: field.required, published: field.instant })
  .transform(({ code, name, published }) => ({ code, name, published, divisionCode: '330602000000' }))
const rows = rowsOf(row, 'code')
type Row = z.output<typeof row>
const itemOf = ({ code, name, divisionCode }: Row) => ({ code, name, divisionCode })
const noticeOf = ({ code, name, published }: Row) => ({
  key: code,
  kind: 'TENDER' as const,
  title: name,
  publishedAt: published ?? '2026-11-20T00:00:00+08:00',
})

async function pageOf(call: Call<FilesRequest>, operation: string, cursor: string | null, size: number) {
  return call({ operation, safe: true, action: 'read', cursor, size, reply: rows })
}

/** A department that drops its list of items every night: pages of the list, and single items out of it. */
const nightly = (place: Place) =>
  defineSource({
    id: `nightly-${place.kind}`,
    title: '测试事项库',
    covers: {},
    protocol: files({
      place,
      name: 'items{yyyyMMdd}.csv',
      charset: 'gb18030',
      ready: { flag: { suffix: '.ok' } },
      format: csv({ columns: { code: '事项编码', name: '事项名称', published: '发布时间' }, key: 'code' }),
    }),
    items: {
      async page({ cursor, size }, call) {
        const page = await pageOf(call, 'items.page', cursor, size)
        return { items: page.rows.map(itemOf), next: page.next, total: page.total, skipped: page.skipped }
      },
      async byCodes(codes, call) {
        const found = new Map<string, Row>()
        let cursor: string | null = null
        do {
          const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(call, 'items.byCodes', cursor, 1_000)
          for (const one of page.rows) if (codes.includes(one.code)) found.set(one.code, one)
          cursor = page.next
        } while (cursor !== null)
        return [...found.values()].map(itemOf)
      },
    },
    notices: {
      async changes({ mark, size }, call) {
        const page = await call({ operation: 'notices.changes', safe: true, action: 'next', mark, size, reply: rows })
        return { notices: page.rows.map(noticeOf), skipped: page.skipped, mark: page.mark, more: page.more }
      },
    },
  })

const list = (from: number) =>
  gb(
    [
      '事项编码,事项名称,发布时间',
      ...Array.from({ length: 5 }, (_, n) => `${from + n},设立䶮${from + n},2026-11-20 09:00:00`),
    ].join('\n'),
  )

const drop = await createDrop()
for (const [day, from] of [
  ['20261119', 1],
  ['20261120', 1],
] as const) {
  await drop.put(`items${day}.csv`, list(from))
  await drop.put(`items${day}.csv.ok`, 'rows=5', 1)
}
const server = await startSftpServer(drop.path)
afterAll(async () => {
  await server.close()
  await drop.remove()
})

const samples = {
  items: { page: { cursor: null, size: 3 }, byCodes: ['1', '2', '5'] },
  notices: { changes: { mark: null, size: 4 } },
}

describe('a list that is dropped every night', () => {
  describeSource(nightly(folder({ path: drop.path })), samples)
  describeSource(nightly(sftp(server.options)), samples)
})
