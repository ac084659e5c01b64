import { describe, expect, it } from 'vitest'
import type { IdentifyApplicantInput } from '../generated/resolvers.ts'
import { InputErrors } from '../user-errors.ts'
import { checkIdentity } from './check-identity.ts'

const input = (documentType: IdentifyApplicantInput['documentType'], documentNumber: string, name = '张小三') =>
  ({ documentType, documentNumber, name, level: 'IN_PERSON' }) as const

const faultsOf = (given: IdentifyApplicantInput): readonly string[] => {
  try {
    checkIdentity(given, 'zh-CN')
    return []
  } catch (error) {
    return error instanceof InputErrors ? error.errors.map(({ argumentPath }) => String(argumentPath)) : [String(error)]
  }
}

describe('checkIdentity', () => {
  it.each([
    ['RESIDENT_ID', ' 11010519491231002x ', '11010519491231002X'],
    ['RESIDENT_ID', '440524188001010014', '440524188001010014'],
    ['RESIDENT_ID', '110101900101001', '110101199001010015'],
    ['RESIDENT_ID', '931156199001010014', '931156199001010014'],
    ['CREDIT_CODE', '91350100m000100y43', '91350100M000100Y43'],
    ['PASSPORT', 'e12345678', 'E12345678'],
    ['HK_MACAO_PERMIT', 'h12345678', 'H12345678'],
    ['HK_MACAO_PERMIT', 'M1234567801', 'M1234567801'],
    ['TAIWAN_PERMIT', '12345678', '12345678'],
    ['HK_MACAO_RESIDENCE', '810000199001010019', '810000199001010019'],
    ['HK_MACAO_RESIDENCE', '820000199001010010', '820000199001010010'],
    ['TAIWAN_RESIDENCE', '830000199001010012', '830000199001010012'],
    ['OTHER', '军字第12345号', '军字第12345号'],
  ] as const)('takes the %s %s', (type, given, number) => {
    expect(checkIdentity(input(type, given), 'en')).toMatchObject({ documentType: type, documentNumber: number })
  })

  it.each([
    ['a wrong check digit', 'RESIDENT_ID', '110105194912310021'],
    ['a day that never was', 'RESIDENT_ID', '110101190002290011'],
    ['a masked number', 'RESIDENT_ID', '110105********002X'],
    ['a residence permit as a resident card', 'RESIDENT_ID', '810000199001010019'],
    ['a resident card as a residence permit', 'TAIWAN_RESIDENCE', '11010519491231002X'],
    ['Macao as Taiwan', 'TAIWAN_RESIDENCE', '820000199001010010'],
    ['a credit code with the letter O', 'CREDIT_CODE', '9144010100000000O1'],
    ['words as a passport', 'PASSPORT', 'ABCDEFG'],
    ['a short permit', 'HK_MACAO_PERMIT', 'H1234'],
    ['a text with control characters', 'OTHER', 'A\u0000B'],
  ] as const)('refuses %s', (_, type, number) => {
    expect(faultsOf(input(type, number))).toEqual(['documentNumber'])
  })

  it.each([
    ['empty', '  '],
    ['masked', '张*三'],
    ['only digits', '12345'],
    ['endless', '张'.repeat(101)],
    ['with a line break', '张\u0007三'],
  ])('refuses a name that is %s', (_, name) => {
    expect(faultsOf(input('RESIDENT_ID', '11010519491231002X', name))).toEqual(['name'])
  })

  it('tells everything that is wrong at once, in the language asked for, without the values', () => {
    const wrong = input('RESIDENT_ID', '110105194912310021', '张*三')
    expect(() => checkIdentity(wrong, 'en')).toThrow(InputErrors)
    const messages = (locale: 'en' | 'zh-CN'): string[] => {
      try {
        checkIdentity(wrong, locale)
        return []
      } catch (error) {
        return error instanceof InputErrors ? error.errors.map((one) => one.messageIn(locale)) : []
      }
    }
    expect(messages('en')).toHaveLength(2)
    expect(messages('zh-CN')[0]).toContain('证件号码 未通过校验:校验码不符')
    expect([...messages('en'), ...messages('zh-CN')].join()).not.toMatch(/11010519|张/)
  })

  it.each([
    ['CREDIT_CODE', '91350100M000100Y43', 'ORGANISATION'],
    ['PASSPORT', 'E12345678', 'PERSON'],
  ] as const)('knows who holds a %s', (type, number, kind) => {
    expect(checkIdentity(input(type, number), 'en').kind).toBe(kind)
  })
})
