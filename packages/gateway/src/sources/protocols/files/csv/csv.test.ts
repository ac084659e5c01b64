import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Charset } from '../../charset.ts'
import type { Cut, Outcome } from '../format.ts'
import { rowsOf } from '../rows.ts'
import { createDrop, type Drop, gb, speaker } from '../testing/drop.ts'
import { encodeText } from '../text.ts'
import { type CsvOptions, csv } from './csv.ts'

let drop: Drop
beforeEach(async () => {
  drop = await createDrop()
})
afterEach(() => drop.remove())

const columns = {
  code: ['事项编码', '事项代码'],
  name: '事项名称',
  note: { titles: ['备注'], optional: true },
} as const
const anyRows = rowsOf(z.record(z.string(), z.string()))

const readAll = async (
  content: string | Uint8Array,
  options: Partial<CsvOptions> = {},
  charset: Charset = 'gb18030',
) => {
  await drop.put('x20261121.csv', content)
  const { ask } = speaker({
    place: drop.path,
    name: 'x{yyyyMMdd}.csv',
    charset,
    format: csv({ columns, key: 'code', ...options }),
  })
  return ask({ operation: 'rows', action: 'read' }, anyRows)
}
const head = '事项编码,事项名称,备注\r\n'

describe('a CSV file', () => {
  it.each([
    ['plain cells', '01,企业设立,无', { code: '01', name: '企业设立', note: '无' }],
    [
      'commas, quotes and line breaks inside quotes',
      '"0,1","说""明""","一\r\n二"',
      { code: '0,1', name: '说"明"', note: '一\r\n二' },
    ],
    ['full-width commas, which separate nothing', '01,设立，变更,，', { code: '01', name: '设立，变更', note: '，' }],
    ['zeros in front', '00123,007,0', { code: '00123', name: '007', note: '0' }],
    ['the spreadsheet way to keep zeros', '="00123","=""007""",="a,b"', { code: '00123', name: '007', note: 'a,b' }],
    ['the signs of that inside plain quotes', '"x,="","",y",a,b', { code: 'x,=",",y', name: 'a', note: 'b' }],
    ['a tab that keeps zeros', '\t00123,a,b', { code: '00123', name: 'a', note: 'b' }],
    ['rare characters of names', '01,陈䶮·㛃𠀀,€', { code: '01', name: '陈䶮·㛃𠀀', note: '€' }],
    ['characters whose second byte is a sign', '01,乗|俓,[燶]', { code: '01', name: '乗|俓', note: '[燶]' }],
    ['a quote inside a cell', '01,5" 管,', { code: '01', name: '5" 管', note: '' }],
  ])('has %s', async (_what, line, row) => {
    const page = await readAll(gb(`${head}${line}\r\n`))
    expect(page).toMatchObject({ rows: [row], skipped: [], next: null, total: 1 })
  })

  it('is read with bars between cells, although bars are second bytes of characters', async () => {
    const page = await readAll(gb('事项编码|事项名称\n01|亅亇亊畖\n02|"a|b"\n'), { delimiter: '|' })
    expect(page.rows).toEqual([
      { code: '01', name: '亅亇亊畖' },
      { code: '02', name: 'a|b' },
    ])
  })

  it.each([
    ['another title for a column', '事项代码,事项名称\n1,a\n'],
    ['titles in another order, with blanks and full-width brackets', ' 事项名称 ,别的, 事项 编码\na,x,1\n'],
    ['blank lines', '\n\n事项编码,事项名称\n\n1,a\n\r\n'],
    ['no line break at the end', '事项编码,事项名称\n1,a'],
  ])('may have %s', async (_what, text) => {
    expect((await readAll(gb(text))).rows).toEqual([{ code: '1', name: 'a' }])
  })

  it('may be in the other character set than agreed, or have a byte order mark', async () => {
    const text = `${head}1,设立登记事项,x\n`
    const row = { code: '1', name: '设立登记事项', note: 'x' }
    expect((await readAll(Buffer.from(text), {}, 'gb18030')).rows).toEqual([row])
    expect((await readAll(Buffer.from(`\uFEFF${text}`), {}, 'gb18030')).rows).toEqual([row])
    expect((await readAll(gb(text), {}, 'utf-8')).rows).toEqual([row])
    expect((await readAll(gb(`\uFEFF${text}`), {}, 'gb18030')).rows).toEqual([row])
  })

  it('may have no header', async () => {
    expect((await readAll('1,a\n2,b\n', { columns: ['code', 'name'] })).rows).toEqual([
      { code: '1', name: 'a' },
      { code: '2', name: 'b' },
    ])
  })

  it.each([
    ['a column is missing', '事项名称\na\n', 'expected column 事项编码 in the header'],
    [
      'a column stands there twice',
      '事项编码,事项代码,事项名称\n1,2,a\n',
      'expected column 事项编码 once in the header',
    ],
    ['there is nothing', '', 'expected a header'],
    ['a row never ends', `${head}${'x'.repeat(300_000)}`, 'expected rows of at most 262144 bytes'],
  ])('is refused as a whole when %s', async (_what, text, reason) => {
    const failure = { code: 'TB_SOURCE_SHAPE', params: { detail: `x{yyyyMMdd}.csv of 2026-11-21: ${reason}` } }
    await expect(readAll(gb(text))).rejects.toMatchObject(failure)
  })

  it.each([
    [
      'a number that a spreadsheet has rounded',
      '1,1.15113E+17,x',
      { key: '1', path: 'row 2.事项名称', reason: 'expected text that no spreadsheet has rounded' },
    ],
    [
      'a key that a spreadsheet has rounded',
      '1.15E+17,a,x',
      { key: null, path: 'row 2.事项编码', reason: 'expected text that no spreadsheet has rounded' },
    ],
    [
      'a cell that was too narrow',
      '1,########,x',
      { key: '1', path: 'row 2.事项名称', reason: 'expected text that no spreadsheet has rounded' },
    ],
    ['too few cells', '1,a', { key: null, path: 'row 2', reason: 'expected 3 cells' }],
    ['too many cells', '1,a,b,c', { key: null, path: 'row 2', reason: 'expected 3 cells' }],
    [
      'the header again',
      '事项编码,事项名称,备注',
      { key: null, path: 'row 2', reason: 'expected a row, found the header again' },
    ],
    [
      'a quote that is never closed',
      '1,"a,x',
      { key: null, path: 'row 2', reason: 'expected a row without a quote that is never closed' },
    ],
  ])('costs only the row with %s', async (_what, line, skipped) => {
    const page = await readAll(gb(`${head}${line}\n2,好,y\n`))
    expect(page).toMatchObject({ rows: [{ code: '2', name: '好', note: 'y' }], skipped: [skipped], total: 2 })
  })

  it('costs only the row with bytes that are no text', async () => {
    const page = await readAll(Buffer.concat([gb(`${head}1,`), Buffer.from([0xff, 0xff]), gb(',x\n2,好,y\n')]))
    expect(page).toMatchObject({
      rows: [{ code: '2' }],
      skipped: [{ path: 'row 2', reason: 'expected a row of gb18030 text' }],
    })
  })

  it.each([[gb(`${head}1,a,b\n2,好`)], [gb(`${head}1,a,b\n2,好`).subarray(0, -1)]])(
    'that is cut in its last line says so',
    async (content) => {
      const page = await readAll(content)
      expect(page).toMatchObject({ rows: [{ code: '1' }], skipped: [{ path: 'row 3' }], total: 2 })
    },
  )

  it('is written as it is read', async () => {
    const { ask } = speaker({ place: drop.path, name: 'x{yyyyMMdd}.csv', charset: 'gb18030', format: csv({ columns }) })
    const rows = [{ code: '01', name: '说"明",\r\n陈䶮𠀀', note: ' a ' }]
    await ask({ operation: 'put', action: 'write', day: '2026-11-21', rows }, z.unknown())
    expect((await ask({ operation: 'rows', action: 'read' }, anyRows)).rows).toEqual(rows)
  })
})

/** Cuts content into pieces of the given lengths; the rest is one. */
const pieces = (content: Uint8Array, [length, ...others]: readonly number[]): Uint8Array[] =>
  length === undefined ? [content] : [content.subarray(0, length), ...pieces(content.subarray(length), others)]

const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('"', ',', '\n', '\r\n', '，', '=', '|', '陈', '䶮', '𠀀', '€', '乗', 'a', '1', ' '),
    maxLength: 8,
  }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
)

describe('rows', () => {
  it('are the same wherever the chunks fall, in both character sets, and wherever reading is resumed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }),
        fc.constantFrom<Charset>('utf-8', 'gb18030'),
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }),
        fc.nat(),
        (cells, charset, lengths, resume) => {
          const format = csv({ columns: ['a', 'b'] })
          const rows = cells.map(([a, b]) => ({ a: `x${a}`, b: `y${b}` }))
          const content = encodeText(format.write(rows, charset), charset)
          const open = format.open({ bytes: content, isWhole: true, charset, bom: 0 }, 65_536)
          const cutAll = (from: number, chunks: readonly Uint8Array[]): Cut[] => {
            const cutter = open.cutter(from)
            return [...chunks.flatMap((chunk) => cutter.push(chunk)), ...cutter.finish()]
          }
          const cuts = cutAll(0, pieces(content, lengths))
          const outcomes = open.read(cuts)
          expect(outcomes).toEqual(rows.map((value): Outcome => ({ kind: 'row', value })))
          const at = cuts[resume % cuts.length]
          expect(cutAll(at?.start ?? 0, [content.subarray(at?.start)])).toHaveLength(
            cuts.length - (resume % cuts.length),
          )
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('are found in anything without an end that never comes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom<Charset>('utf-8', 'gb18030'),
        (content, charset) => {
          const open = csv({ columns: ['a', 'b'] }).open({ bytes: content, isWhole: true, charset, bom: 0 }, 65_536)
          const cutter = open.cutter(0)
          const cuts = [...cutter.push(content), ...cutter.finish()]
          expect(open.read(cuts)).toHaveLength(cuts.length)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
