import { parseResidentId } from '@tongban/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMask } from './mask-text.ts'
import { createPseudonyms } from './pseudonyms.ts'

const standIns = createPseudonyms(new Uint8Array(32))
const mask = createMask(standIns, { allWords: false })
const strict = createMask(standIns, { allWords: true, keep: ['营业执照'] })
const idNumber = '11010519491231002X'
const name = '欧阳小三'

describe('what is masked while recording', () => {
  it.each([
    ['a resident number in JSON', `{"idno":"${idNumber}"}`],
    ['a resident number as a number', '{"idno":110105194912310021}'],
    ['a resident number with trailing blanks', `<sfz>${idNumber}  </sfz>`],
    ['an old resident number', '{"idno":"110105491231002"}'],
    ['a mobile number', '{"tel":"13800138000"}'],
    ['a mobile number in full-width digits', '联系电话13800138000'],
    ['a landline', '电话 0575-88888888'],
    ['a bank card', '卡号6222020200112233445'],
    ['an address of mail', 'x.y@example.cn'],
    ['a name in JSON', `{"applyer_name":"${name}"}`],
    ['a name in JSON inside JSON', JSON.stringify({ data: JSON.stringify({ czztmc: name }) })],
    ['a name in JSON escapes', '{"xm":"\\u6b27\\u9633\\u5c0f\\u4e09"}'],
    ['a name in XML', `<XM>${name}</XM>`],
    ['a name in CDATA', `<XM><![CDATA[${name}]]></XM>`],
    ['a name in XML inside XML', `<in0>&lt;XM&gt;${name}&lt;/XM&gt;</in0>`],
    ['a name in references', '<XM>&#27431;&#38451;&#x5c0f;&#x4e09;</XM>'],
    ['a name under a Chinese label', `{"姓名":"${name}"}`],
    ['an address', `{"lxdz":"越城区某路"}`],
    ['a token in JSON', '{"accessToken":"s3cret"}'],
    ['a password in a form', 'user=a&pwd=s3cret&x=1'],
    ['a signed token', 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'],
  ])('%s', (_what, text) => {
    const masked = mask(text)
    for (const value of [idNumber, '110105194912310021', '110105491231002', '13800138000', '13800138000', '88888888'])
      expect(masked).not.toContain(value)
    for (const value of [
      name,
      '欧阳',
      '\\u6b27',
      '&#27431',
      '6222020200112233445',
      'x.y@',
      '越城区',
      's3cret',
      'eyJzdWI',
    ])
      expect(masked).not.toContain(value)
    expect(masked).not.toBe(text)
  })

  it('leaves names of things, codes, dates and amounts alone', () => {
    const text =
      '{"materialName":"营业执照","code":"11330600MB0001","day":"2026-11-22","amount":1234.5,"serial":"20261122101530001"}'
    expect(mask(text)).toBe(text)
  })

  it('masks every Chinese word of a system about persons but names of fields and what is kept', () => {
    const masked = strict(`{"说明":"${name}的营业执照","kind":"营业执照"}<姓名>${name}</姓名>`)
    expect(masked).toMatch(
      /^\{"说明":"[甲乙丙丁戊己庚辛壬癸]+","kind":"营业执照"\}<姓名>[甲乙丙丁戊己庚辛壬癸]{4}<\/姓名>$/,
    )
  })

  it('gives one person one stand-in on a tape, and another one on another tape', () => {
    const twice = mask(`${idNumber},${idNumber}`).split(',')
    expect(twice[0]).toBe(twice[1])
    expect(createMask(createPseudonyms(), { allWords: false })(idNumber)).not.toBe(twice[0])
  })
})

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`))
const someId = fc
  .tuple(
    // No province has the number 10: stand-ins begin so.
    digits(6).filter((area) => !area.startsWith('100')),
    fc.date({ min: new Date('1900-01-02'), max: new Date('2025-12-31'), noInvalidDate: true }),
    digits(3),
    fc.constantFrom('1', 'X', 'x'),
  )
  .map(([area, born, serial, last]) => area + born.toISOString().slice(0, 10).replaceAll('-', '') + serial + last)

describe('stand-ins', () => {
  it('have the form of what they stand for, and no real person has them', () => {
    fc.assert(
      fc.property(someId, (id) => {
        const standIn = mask(`(${id})`).slice(1, -1)
        expect(parseResidentId(standIn).status).not.toBe('invalid')
        expect(standIn).toMatch(/^00\d{4}19000101\d{3}[\dX]$/)
      }),
    )
  })

  it('stay what they are when they are masked again', () => {
    const part = fc.oneof(
      someId,
      fc.constantFrom('13800138000', `"xm":"${name}"`, `<xm>${name}</xm>`, 'token=abc&', '阿·甲'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(part), fc.boolean(), (parts, isStrict) => {
        const text = parts.join(' ')
        const once = (isStrict ? strict : mask)(text)
        expect((isStrict ? strict : mask)(once)).toBe(once)
      }),
    )
  })
})
