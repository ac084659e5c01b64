import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskedFace, maskedHolder, maskedNumber } from './masking.ts'
import { type CertificateRecord, certificateRecord } from './port.ts'
import { identityCard } from './testing.ts'

const number = '11010519491231002X'
const record = (change: Partial<CertificateRecord> = {}): CertificateRecord => ({
  ...certificateRecord.parse(identityCard),
  ...change,
})
const shown = (label: string, value: string, change: Partial<CertificateRecord> = {}) =>
  maskedFace(record({ face: [{ name: label, value }], ...change }))[0]?.value

describe('the face of a person’s certificate', () => {
  it.each([
    ['姓名', '欧阳小三', '欧**三'],
    ['权利人', '张三', '*三'],
    ['配偶姓名', '李小四', '李*四'],
    ['公民身份号码', number, '1****************X'],
    ['证件号', 'E12345678', 'E*******8'],
    ['不动产权证号', 'A-1', 'A*1'],
    ['联系人电话', '13800001234', '138****1234'],
    ['出生日期', '1949年12月31日', '****年**月**日'],
    ['照片', 'iVBORw0KGgo=', null],
    ['签发机关', '市公安局', '市公安局'],
    ['性别', '女', '女'],
    ['民族', '汉', '汉'],
    ['持证主体', '李小四', '李*四'],
    ['持证主体', '张三、李小四', '*三、李*四'],
    ['持证主体代码', 'E12345678', 'E*******8'],
    ['证照名称', '中华人民共和国居民身份证', '中华人民共和国居民身份证'],
    ['发证机构名称', '市公安局', '市公安局'],
  ])('shows %s as it may be seen', (label, value, expected) => {
    expect(shown(label, value)).toBe(expected)
  })

  it('masks an address below its county', () => {
    expect(shown('住址', '山东省济宁市任城区某某路 1 号')).toMatch(/^山东省济宁市任城区\*+$/)
  })

  it.each(['备注', '附记', '其他'])('finds the holder’s name and number under the label %s', (label) => {
    const value = shown(label, `由欧阳小三(${number})申请,共有人 440524188001010014。`)
    expect(value).not.toMatch(/欧阳小三|11010519491231002X|440524188001010014/)
    expect(value).toContain('申请')
  })

  it('finds each of several holders', () => {
    const joint = { holderName: '陈䶮、欧阳小三', holderNumber: `E12345678^${number}` }
    const value = shown('附记', `陈䶮(E12345678)与欧阳小三(${number})共同共有`, joint)
    expect(value).toBe('*䶮(E*******8)与欧**三(1****************X)共同共有')
  })

  it('keeps an empty field empty', () => {
    expect(maskedFace(record({ face: [{ name: '姓名', value: null }] }))[0]?.value).toBeNull()
  })

  it('never shows the whole number, under whatever label and in whatever text', () => {
    const labels = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('姓名', '备注', '号码', '电话', '住址', '出生日期'),
    )
    fc.assert(
      fc.property(labels, fc.constantFrom('', ' ', ':', '、', '('), fc.string(), (label, before, after) => {
        expect(shown(label, `${before}${number} ${after}`) ?? '').not.toContain(number)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the face of an organisation’s certificate', () => {
  const organisation = {
    holderKind: 'ORGANISATION',
    holderName: '某某有限公司',
    holderNumber: '91350100M000100Y43',
  } as const

  it.each([
    ['名称', '某某有限公司'],
    ['统一社会信用代码', '91350100M000100Y43'],
    ['法定代表人', '张三'],
    ['住所', '济宁市任城区某某路 1 号'],
  ])('shows %s, which is public', (label, value) => {
    expect(shown(label, value, organisation)).toBe(value)
  })

  it('hides resident numbers', () => {
    expect(shown('法定代表人证件号码', number, organisation)).toBe('1****************X')
  })
})

describe('number and holder', () => {
  it('are masked for persons', () => {
    expect(maskedNumber(record())).toBe('1****************X')
    expect(maskedHolder(record())).toBe('欧**三')
    expect(maskedNumber(record({ number: null }))).toBeNull()
  })

  it.each([
    ['张三,李小四', '*三,李*四'],
    ['张三^李四', '*三^*四'],
    ['张三、李四', '*三、*四'],
  ])('are masked for each of several holders: %s', (holderName, expected) => {
    expect(maskedHolder(record({ holderName }))).toBe(expected)
  })

  it('are shown for organisations', () => {
    const firm = record({ holderKind: 'ORGANISATION', holderName: '某某有限公司', number: '370800200000001' })
    expect([maskedNumber(firm), maskedHolder(firm)]).toEqual(['370800200000001', '某某有限公司'])
  })
})
