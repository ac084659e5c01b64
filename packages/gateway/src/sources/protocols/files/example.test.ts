import { expect, it } from 'vitest'
import { z } from 'zod'
import { connectSources } from '../../connect.ts'
import { csv, type FilesRequest, field, files, folder, rowsOf } from '../../index.ts'
import type { Call, Source } from '../../source.ts'
import { silentLog } from '../../testing/source.ts'
import { createDrop, gb } from './testing/drop.ts'

const row = z.object({ code: field.required, name: field.required, day: field.day })
const rows = rowsOf(row, 'code')

/** A whole source over a daily file: the list that a department drops every night. */
const nightly = (path: string) => ({
  id: 'tests-items',
  title: '测试事项库',
  covers: { divisions: ['3306'] },
  protocol: files({
    place: folder({ path }),
    name: 'items{yyyyMMdd}.csv',
    charset: 'gb18030',
    ready: { flag: { suffix: '.ok' } },
    expect: { days: 'WORKING_DAYS' },
    format: csv({ columns: { code: ['事项编码', '事项代码'], name: '事项名称', day: '实施日期' }, key: 'code' }),
  }),
  ports: {
    items: {
      async page({ cursor, size }: { cursor: string | null; size: number }, call: Call<FilesRequest>) {
        const page = await call({ operation: 'items.page', safe: true, action: 'read', cursor, size, reply: rows })
        return { items: page.rows, next: page.next, total: page.total, skipped: page.skipped }
      },
    },
  },
})

it('a source over a daily file gives pages of rows and says which rows it left out', async () => {
  const drop = await createDrop()
  await drop.put(
    'items20261120.csv',
    gb('事项代码,事项名称,实施日期\n01,设立,2026年1月1日\n02,变更,31-DEC-21\n03,注销,昨天\n1.15113E+17,x,\n'),
  )
  await drop.put('items20261120.csv.ok', 'rows=4', 1)
  const skipped: unknown[] = []
  const quality = {
    called() {},
    replied() {},
    servedStale() {},
    conflicted() {},
    skipped: (...told: unknown[]) => void skipped.push(told),
  }
  const source: Source = nightly(drop.path)
  const sources = connectSources<{ items: ReturnType<typeof nightly>['ports']['items'] }>([source], {
    log: silentLog,
    metrics: { sourceCall() {} },
    now: () => new Date(),
    quality,
  })
  const { value } =
    (await sources.directory.portOf('items', 'tests-items')?.port.page({ cursor: null, size: 10 }, {})) ?? {}
  expect(value).toEqual({
    items: [
      { code: '01', name: '设立', day: '2026-01-01' },
      { code: '02', name: '变更', day: '2021-12-31' },
    ],
    next: null,
    total: 4,
    skipped: [
      { key: null, path: 'row 5.事项编码', reason: 'expected text that no spreadsheet has rounded' },
      { key: '03', path: 'row 4.day', reason: 'expected a date' },
    ],
  })
  expect(skipped).toEqual([['tests-items', 'items.page', value?.skipped]])
  await sources.close()
  await drop.remove()
})
