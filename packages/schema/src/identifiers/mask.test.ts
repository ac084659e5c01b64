import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCreditCode } from './credit-code.ts'
import { parseItemCode } from './item-code.ts'
import { maskAddress, maskBankCard, maskEmail, maskIdNumber, maskName, maskPhone, maskPlate } from './mask.ts'
import { parseResidentId } from './resident-id.ts'

const hall = (code: string) => maskIdNumber(code, 'HALL')

describe('masking', () => {
  it.each([
    ['a name of two characters', maskName, '小明', '*明'],
    ['a name of three characters', maskName, '张小三', '张*三'],
    ['a name of four characters', maskName, '欧阳小夫', '欧**夫'],
    ['a name of one character', maskName, '明', '*'],
    ['a name with a rare character', maskName, '𠮷田明', '𠮷*明'],
    ['an ID number in the hall', hall, '11010519491231002X', '110105********002X'],
    ['an ID number elsewhere', maskIdNumber, '11010519491231002X', '1****************X'],
    ['a passport number in the hall', hall, 'E12345678', 'E*******8'],
    ['a mobile number', maskPhone, '13812341234', '138****1234'],
    ['a mobile number with country code', maskPhone, '+8613812341234', '+86138****1234'],
    ['a short number', maskPhone, '1234', '****'],
    ['a bank card', maskBankCard, '6222020200112233445', '***************3445'],
    ['a number plate', maskPlate, '京A12345', '京*****5'],
    ['an e-mail address', maskEmail, 'zhang.san@example.cn', 'z*******n@example.cn'],
    ['a very short e-mail address', maskEmail, 'ab@example.cn', '**@example.cn'],
    ['an address', maskAddress, '四川省广安市广安区思源大道1号', '四川省广安市广安区******'],
    ['an address in a municipality', maskAddress, '北京市东城区正义路2号', '北京市东城区*****'],
    ['an address in a county', maskAddress, '山东省济宁市微山县夏镇街道1号', '山东省济宁市微山县******'],
    ['an address with a county-level city', maskAddress, '山东省济宁市曲阜市鲁城街道', '山东省济宁市曲阜市****'],
    ['an address without a county', maskAddress, '幸福里3栋', '*****'],
    ['an address in a city without counties', maskAddress, '广东省东莞市幸福小区3栋', '广东省东莞市******'],
    ['an address that begins with a housing estate', maskAddress, '幸福小区3栋', '******'],
    ['an address in an autonomous county', maskAddress, '北川羌族自治县永昌镇', '北川羌族自治县***'],
  ])('shows of %s only what may be seen', (_what, mask, input, masked) => {
    expect(mask(input)).toBe(masked)
  })

  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.stringMatching(/^[省市区县旗州广安四川北京街道1-9]{0,20}$/),
    fc.emailAddress(),
  )
  const masks = { maskName, maskIdNumber, hall, maskPhone, maskBankCard, maskPlate, maskEmail, maskAddress }

  it.each(Object.entries(masks))('%s is idempotent and keeps the number of characters', (_name, mask) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const masked = mask(text)
        expect(mask(masked)).toBe(masked)
        expect([...masked]).toHaveLength([...text].length)
      }),
    )
  })

  it('leaves nothing that would pass as an identifier', () => {
    expect(parseResidentId(hall('11010519491231002X')).status).toBe('invalid')
    expect(parseCreditCode(maskIdNumber('91350100M000100Y43')).status).toBe('invalid')
    expect(parseItemCode(maskIdNumber('91350100M000100Y43')).status).toBe('invalid')
  })
})
