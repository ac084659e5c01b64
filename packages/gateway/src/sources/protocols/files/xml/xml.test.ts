import { readFile } from 'node:fs/promises'
import { describeWith, neededData, needs } from '@tongban/test-support'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Charset } from '../../charset.ts'
import { encodeText } from '../text.ts'
import { type XmlOptions, xml } from './xml.ts'

const readAll = (
  content: Uint8Array,
  {
    record = 'D.ROWS.ROW',
    charset = 'gb18030' as Charset,
    step = 7,
    max = 4_096,
    from = 0,
  }: Partial<XmlOptions> & { charset?: Charset; step?: number; max?: number; from?: number } = {},
) => {
  const open = xml({ record }).open({ bytes: content, isWhole: true, charset, bom: 0 }, max)
  const cutter = open.cutter(from)
  const cuts = []
  for (let at = from; at < content.length; at += step) cuts.push(...cutter.push(content.subarray(at, at + step)))
  cuts.push(...cutter.finish())
  return { cuts, rows: open.read(cuts).map((one) => (one.kind === 'row' ? one.value : one.reason)) }
}
const document = (rows: string) =>
  `<?xml version="1.0" encoding="GBK"?>\n<D><TOTAL>2</TOTAL><ROWS>${rows}</ROWS><!-- end --></D>\n`
const gb = (text: string) => encodeText(text, 'gb18030')

describe('records of a document', () => {
  it.each([
    ['fields', '<ROW><A>001</A><B>陈䶮</B></ROW>', { A: '001', B: '陈䶮' }],
    ['attributes', '<ROW a="1" b="二"/>', { a: '1', b: '二' }],
    ['attributes and fields, on lines of their own', '<ROW a="1">\r\n  <B>2</B>\r\n</ROW>', { a: '1', B: '2' }],
    ['prefixes', '<n:ROW xmlns:n="urn:x"><n:A>1</n:A></n:ROW>', { A: '1' }],
    ['sections and references', '<ROW><A><![CDATA[<ROW>]]></A><B>&lt;&#x9648;</B></ROW>', { A: '<ROW>', B: '<陈' }],
    ['characters whose second byte closes something', '<ROW><A><![CDATA[俔俔>乚]]></A></ROW>', { A: '俔俔>乚' }],
    ['the same name inside', '<ROW><ROW>1</ROW></ROW>', { ROW: '1' }],
    ['nothing', '<ROW/>', {}],
  ])('may have %s', (_what, row, value) => {
    expect(readAll(gb(document(row + row))).rows).toEqual([value, value])
  })

  it('are only those at the path', () => {
    expect(readAll(gb('<D><ROW>1</ROW><X><ROW>2</ROW></X><ROWS><ROW><A>3</A></ROW></ROWS></D>')).rows).toEqual([
      { A: '3' },
    ])
  })

  it.each([
    ['a declaration', '<!DOCTYPE D [<!ENTITY x "y">]><D/>', 'without declarations'],
    ['a declaration behind a record', document('<ROW/><!ENTITY x "y">'), 'without declarations'],
    ['an end that is missing', document('<ROW/>').slice(0, -5), 'that is cut'],
    ['an end inside a record', '<D><ROWS><ROW><A>1', 'that is cut'],
    ['nothing', '', 'that is cut'],
    ['elements that are closed in another order', '<D><ROWS></D></ROWS>', 'closed in their order'],
    ['two roots', '<D></D><D></D>', 'one root'],
    ['text instead', '事项编码,事项名称', 'an XML document'],
    ['a record without end', document(`<ROW>${'<A/>'.repeat(2_000)}</ROW>`), 'at most 4096 bytes'],
    ['an attribute without end', `<D a="${'x'.repeat(5_000)}`, 'at most 4096 bytes'],
  ])('are not read of a document with %s', (_what, text, detail) => {
    const failure = expect.objectContaining({
      code: 'TB_SOURCE_SHAPE',
      params: { detail: expect.stringContaining(detail) },
    })
    expect(() => readAll(gb(text))).toThrow(failure)
  })

  it('that are not well-formed cost nothing but themselves', () => {
    expect(readAll(gb(document('<ROW><A>&lt;1</A></ROW><ROW a="1" a="2"/><ROW><A>2</A></ROW>'))).rows).toEqual([
      { A: '<1' },
      'expected a well-formed element of gb18030 text',
      { A: '2' },
    ])
  })

  it('are the same wherever the chunks fall and wherever reading is resumed', () => {
    const text = fc.string({
      unit: fc.constantFrom('陈', '䶮', '𠀀', '<', '&', ']]>', '"', "'", '俔', 'a', '\n'),
      maxLength: 10,
    })
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 8 }),
        fc.constantFrom<Charset>('utf-8', 'gb18030'),
        fc.integer({ min: 1, max: 50 }),
        fc.nat(),
        (texts, charset, step, resume) => {
          const rows = texts.map((value) => ({ A: `x${value}`, B: '二' }))
          const content = encodeText(xml({ record: 'D.ROWS.ROW' }).write(rows, charset), charset)
          const { cuts, rows: read } = readAll(content, { charset, step })
          expect(read).toEqual(rows)
          const at = cuts[resume % cuts.length]
          expect(readAll(content, { charset, step, from: at?.start ?? 0 }).rows).toEqual(
            rows.slice(resume % cuts.length),
          )
        },
      ),
      { numRuns: 300 },
    )
  })
})

it.each(['ROW', '', 'ROWS.', '.ROW'])('the path %j is refused when the source is written', (record) => {
  expect(() => xml({ record })).toThrow(expect.objectContaining({ code: 'TB_CONFIG_INVALID' }))
})

describeWith(needs.sharedData('protocols/gbk'), 'vouchers in GBK', () => {
  it('are read with their attributes and the details inside', async () => {
    const outer = await readFile(neededData('protocols/gbk/treasury-voucher-8207.gbk.xml'))
    const [voucher] = readAll(outer, { record: 'MOF.VoucherBody', step: 1_000, max: 65_536 }).rows
    expect(voucher).toMatchObject({ VoucherNo: expect.any(String), VtCode: '8207', VoucherFlag: '0' })
    const inner = await readFile(neededData('protocols/gbk/treasury-voucher-8207-inner.gbk.xml'))
    const { rows } = readAll(inner, { record: 'Voucher.ProCatName', step: 1, max: 65_536 })
    expect(rows).toEqual(['行政事业单位'].map(() => expect.any(String)))
  })
})
