import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { csv } from './csv/csv.ts'
import type { Format } from './format.ts'
import type { RowsPage } from './requests.ts'
import { createDrop, gb, speaker } from './testing/drop.ts'
import { xml } from './xml/xml.ts'

const count = 300_000

/** Writes a file of 300,000 rows piece by piece. */
async function writeLong(path: string, head: string, row: (index: number) => string, tail: string): Promise<void> {
  const stream = createWriteStream(path)
  stream.write(gb(head))
  for (let index = 0; index < count; index += 1_000) {
    const rows = Array.from({ length: 1_000 }, (_, offset) => row(index + offset)).join('')
    if (!stream.write(gb(rows))) await once(stream, 'drain')
  }
  stream.end(gb(tail))
  await once(stream, 'close')
}

const number = (index: number) => String(index).padStart(9, '0')
const kinds: readonly (readonly [string, Format, string, (index: number) => string, string])[] = [
  [
    'x20261121.csv',
    csv({ columns: { code: '事项编码', name: '事项名称' } }),
    '事项编码,事项名称\n',
    (index) => `${number(index)},"建设工程规划许可，变更"\n`,
    '',
  ],
  [
    'x20261121.xml',
    xml({ record: 'D.R' }),
    '<D>',
    (index) => `<R><code>${number(index)}</code><name>建设工程规划许可</name></R>\n`,
    '</D>',
  ],
]

it.each(kinds)(
  '300,000 rows of %s are read page by page, each once, in memory that does not grow with them',
  async (file, format, head, row, tail) => {
    const drop = await createDrop()
    await writeLong(join(drop.path, file), head, row, tail)
    const { ask, at } = speaker({
      place: drop.path,
      name: file.replace('20261121', '{yyyyMMdd}'),
      charset: 'gb18030',
      format,
    })
    // Well after the file was written, so that what is known of it is kept.
    at(new Date(Date.now() + 3_600_000).toISOString())
    let cursor: string | null = null
    let next = 0
    let most = 0
    do {
      const page: RowsPage = await ask(
        { operation: 'read', action: 'read', cursor, size: 10_000 },
        z.custom<RowsPage>(),
      )
      expect(page.skipped).toEqual([])
      for (const { value } of page.rows) if (Reflect.get(Object(value), 'code') === number(next)) next += 1
      most = Math.max(most, process.memoryUsage().arrayBuffers)
      cursor = page.next
    } while (cursor !== null)
    expect(next).toBe(count)
    // Bytes outside of the heap: pages and chunks, never the file.
    expect(most).toBeLessThan(100_000_000)
    await drop.remove()
  },
  120_000,
)
