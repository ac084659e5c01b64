import { createHash } from 'node:crypto'
import { appendFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isTongbanError } from '@tongban/schema'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { csv } from './csv/csv.ts'
import type { FilesOptions } from './files.ts'
import { folder } from './places/folder.ts'
import type { RowsPage } from './requests.ts'
import { createDrop, speaker } from './testing/drop.ts'

const name = 'x20261121.csv'
const lineOf = (row: number, version: number) => `${row},v${version}\n`

/** One way to write a file, as steps between which somebody may read. */
interface Writer {
  readonly rule: string
  readonly options: Partial<FilesOptions>
  steps(path: string, lines: readonly string[]): readonly (() => Promise<void>)[]
}

const plain = csv({ columns: ['code', 'name'] })
const appended = (file: string, lines: readonly string[]) => [
  () => writeFile(file, ''),
  // Halves of lines: what is there between two steps ends inside a row.
  ...lines.flatMap((line) => [() => appendFile(file, line.slice(0, 2)), () => appendFile(file, line.slice(2))]),
]
const textOf = (lines: readonly string[]) => lines.join('')

const writers: readonly Writer[] = [
  {
    rule: 'a rename',
    options: { format: plain, ready: { renamed: true } },
    steps: (path, lines) => [
      ...appended(join(path, `${name}.tmp`), lines),
      () => rename(join(path, `${name}.tmp`), join(path, name)),
    ],
  },
  {
    rule: 'a flag with count and digest',
    options: { format: plain, ready: { flag: { suffix: '.ok' } } },
    steps: (path, lines) => [
      () => rm(join(path, `${name}.ok`), { force: true }),
      ...appended(join(path, name), lines),
      () =>
        writeFile(
          join(path, `${name}.ok`),
          `rows=${lines.length}\nsha256=${createHash('sha256').update(textOf(lines)).digest('hex')}`,
        ),
    ],
  },
  {
    rule: 'a closing record',
    options: { format: csv({ columns: ['code', 'name'], trailer: { marker: 'END' } }), ready: { renamed: true } },
    steps: (path, lines) => appended(join(path, name), [...lines, `END,${lines.length}\n`]),
  },
]

it.each(writers)(
  'nothing of a half-written file is read with $rule, whatever the order of steps',
  async ({ options, steps }) => {
    const page = z.custom<RowsPage>()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        async (versions, isReadAfter) => {
          const drop = await createDrop()
          const { ask, at } = speaker({ name: 'x{yyyyMMdd}.csv', format: plain, ...options, place: drop.path })
          const whole = versions.map((count, version) =>
            Array.from({ length: count }, (_, row) => lineOf(row, version)),
          )
          const allowed = new Set(whole.map(textOf))
          let cursor: string | null = null
          let read = ''
          const look = async () => {
            // Versions of one size follow each other within a tick of the file system: only a true clock tells that they may.
            at(new Date().toISOString())
            try {
              const found: RowsPage = await ask({ operation: 'read', action: 'read', cursor, size: 2 }, page)
              read += found.rows.map(({ value }) => `${Object.values(Object(value)).join(',')}\n`).join('')
              cursor = found.next
              expect(found.skipped).toEqual([])
            } catch (error) {
              if (!isTongbanError(error)) throw error
              cursor = null
              read = ''
              return
            }
            if (cursor !== null) return
            expect(allowed).toContain(read)
            read = ''
          }
          let turn = 0
          for (const lines of whole)
            for (const step of steps(drop.path, lines)) {
              await step()
              if (isReadAfter[turn++ % isReadAfter.length]) await look()
            }
          do await look()
          while (cursor !== null)
          await drop.remove()
        },
      ),
      { numRuns: 40 },
    )
  },
)

it('nothing of a page is given out when its file changed while the page was read', async () => {
  const drop = await createDrop()
  await drop.put(name, 'one,1\ntwo,2\n')
  const inside = folder({ path: drop.path })
  let isOverwritten = false
  const place = {
    ...inside,
    async *read(...asked: Parameters<typeof inside.read>) {
      if (isOverwritten) await drop.put(name, 'six,6\nten,10\n', 5)
      yield* inside.read(...asked)
    },
  }
  const { ask } = speaker({ place, name: 'x{yyyyMMdd}.csv', format: plain })
  const read = (cursor: string | null) =>
    ask({ operation: 'read', action: 'read', cursor, size: 1 }, z.custom<RowsPage>())
  const first = await read(null)
  isOverwritten = true
  await expect(read(first.next)).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
  await drop.remove()
})
