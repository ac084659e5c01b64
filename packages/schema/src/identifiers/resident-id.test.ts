import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mod11Dash2 } from './check-digits.ts'
import { formatResidentId, parseResidentId } from './resident-id.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const birthDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
const division = fc.constantFrom('110105', '370800', '511602', '650000')
const numbers = fc.tuple(division, birthDate, digits(3)).map(([area, birth, sequence]) => {
  const body = area + birth + sequence
  return body + mod11Dash2(body)
})

describe('a resident ID number', () => {
  it.each([
    ['11010519491231002X', 'the example of the standard', '1949-12-31', 'FEMALE'],
    ['440524188001010014', 'the example of the standard from a withdrawn county', '1880-01-01', 'MALE'],
    ['110101200002290018', 'a leap day', '2000-02-29', 'MALE'],
  ])('%s is valid: %s', (input, _why, birth, sex) => {
    expect(parseResidentId(input)).toMatchObject({
      status: 'valid',
      value: { code: input, kind: 'RESIDENT', birthDate: birth, sex },
      reasons: [],
    })
  })

  it.each([
    ['110101190002290011', 'DATE', 'a leap day in a year without one'],
    ['370800199913320016', 'DATE', 'month 13'],
    ['110105194912310021', 'CHECK_CHARACTER', 'a wrong check digit'],
    ['1101051949123100', 'LENGTH', 'two digits lost'],
    ['110105********002X', 'CHARACTERS', 'a masked number'],
    ['1101051949123100 X', 'CHARACTERS', 'a blank inside'],
    ['', 'LENGTH', 'nothing'],
  ])('%s is invalid (%s): %s', (input, code) => {
    const check = parseResidentId(input)
    expect(check).toMatchObject({ status: 'invalid', reasons: [{ code }] })
    expect(JSON.stringify(check)).not.toContain('19491231')
  })

  it('is only doubted for a province that does not exist', () => {
    expect(parseResidentId('990000199001010017')).toMatchObject({
      status: 'warning',
      reasons: [{ code: 'DIVISION_UNKNOWN', part: 'division' }],
    })
  })

  it('is normalised to capital X and without blanks around', () => {
    const check = parseResidentId(' 11010519491231002x ')
    expect(check).toMatchObject({ status: 'valid', value: { code: '11010519491231002X' } })
    expect(check.value && formatResidentId(check.value)).toBe('11010519491231002X')
  })

  it('with 15 digits is read as its successor, with a warning', () => {
    expect(parseResidentId('110101900101001')).toMatchObject({
      status: 'warning',
      value: { code: '110101199001010015' },
      reasons: [{ code: 'OLD_FORM' }],
    })
  })

  it('with 15 digits and a centenarian sequence does not guess the century silently', () => {
    expect(parseResidentId('110101900101998').reasons.map(({ code }) => code)).toContain('CENTURY_UNCERTAIN')
  })

  it('with 15 digits and an impossible date is invalid', () => {
    expect(parseResidentId('110101901301001')).toMatchObject({ status: 'invalid', reasons: [{ code: 'DATE' }] })
  })

  it('holds for any body with its own check digit, and for no other last character', () => {
    fc.assert(
      fc.property(numbers, fc.nat(9), (number, shift) => {
        expect(parseResidentId(number).status).toBe('valid')
        const last = '0123456789X'
        const other = last.charAt((last.indexOf(number.charAt(17)) + 1 + shift) % 11)
        expect(parseResidentId(number.slice(0, 17) + other).status).toBe('invalid')
      }),
    )
  })

  it('does not survive a change of any one digit', () => {
    fc.assert(
      fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const changed = String((Number(number.charAt(at)) + by) % 10)
        expect(parseResidentId(number.slice(0, at) + changed + number.slice(at + 1)).status).toBe('invalid')
      }),
    )
  })
})

describe('cards that share the layout', () => {
  it.each(['810000199001010019', '820000199001010010', '830000199001010012'])(
    '%s is a residence permit for people from Hong Kong, Macao or Taiwan',
    (input) => {
      expect(parseResidentId(input)).toMatchObject({ status: 'valid', value: { kind: 'HK_MACAO_TAIWAN_RESIDENT' } })
    },
  )

  it('the new foreign permanent resident card begins with 9 and names a nationality', () => {
    expect(parseResidentId('931156199001010014')).toMatchObject({
      status: 'valid',
      value: { kind: 'FOREIGN_PERMANENT_RESIDENT', division: '31', nationality: '156', birthDate: '1990-01-01' },
    })
  })

  it('the old foreign permanent resident card is recognised, but its check rule is not known', () => {
    expect(parseResidentId('USA110990010101')).toMatchObject({
      status: 'warning',
      value: { kind: 'FOREIGN_PERMANENT_RESIDENT', nationality: 'USA' },
      reasons: [{ code: 'OLD_FORM' }, { code: 'CHECK_RULE_UNKNOWN' }],
    })
    expect(parseResidentId('US1110990010101').status).toBe('invalid')
  })
})
