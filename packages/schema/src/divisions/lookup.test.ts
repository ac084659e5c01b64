import { describe, expect, it } from 'vitest'
import { divisionLines } from '../../generated/divisions.ts'
import { divisionsModule } from '../../scripts/divisions.ts'
import { isWithin, padDivision, significantDigits } from './digits.ts'
import { divisionByCode, isProvince } from './lookup.ts'
import { withdrawnDivisions } from './withdrawn.ts'

describe('a division by its code', () => {
  it.each([
    ['510000', 'PROVINCE', '四川省', '四川省', undefined],
    ['511600', 'CITY', '广安市', '四川省广安市', '510000'],
    ['511602', 'COUNTY', '广安区', '四川省广安市广安区', '511600'],
    ['110101', 'COUNTY', '东城区', '北京市东城区', '110000'],
    ['429004', 'COUNTY', '仙桃市', '湖北省仙桃市', '420000'],
    ['441900', 'CITY', '东莞市', '广东省东莞市', '440000'],
    ['540481', 'COUNTY', '米林市', '西藏自治区林芝市米林市', '540400'],
  ])('%s is a %s in force: %s', (code, level, name, fullName, parent) => {
    const division = divisionByCode(code)
    expect(division).toMatchObject({ level, status: 'IN_FORCE', name, fullName })
    expect(division?.parent).toBe(parent)
  })

  it('keeps the name of a withdrawn one, with year and successors', () => {
    expect(divisionByCode('371202')).toMatchObject({
      status: 'WITHDRAWN',
      fullName: '山东省莱芜市莱城区',
      withdrawn: '2018',
      successors: ['370116'],
    })
  })

  it('leaves buckets out of full names', () => {
    expect(divisionByCode('420501')).toMatchObject({ status: 'PSEUDO', fullName: '湖北省宜昌市' })
  })

  it.each(['', '5116', '51160A', '511602000000'])('%j is not six digits and gives nothing', (code) => {
    expect(divisionByCode(code)).toBeUndefined()
  })

  it('knows a province by two digits or more', () => {
    expect(['51', '511602', '99', ''].map(isProvince)).toEqual([true, true, false, false])
  })
})

describe('the hand-kept table of withdrawn divisions', () => {
  it('names only successors that are in force', () => {
    const wrong = withdrawnDivisions.filter(
      ({ successors }) => !successors.every((code) => divisionByCode(code)?.status === 'IN_FORCE'),
    )
    expect(wrong).toEqual([])
  })

  it('holds every code once', () => {
    expect(new Set(withdrawnDivisions.map(({ code }) => code)).size).toBe(withdrawnDivisions.length)
  })
})

describe('the digits of a division code', () => {
  it.each([
    ['370800000000', '3708'],
    ['370000', '37'],
    ['3708', '3708'],
    ['330602', '330602'],
    ['330602001000', '330602001'],
    // A township whose number ends in 00 is not its county.
    ['330602100000', '330602100'],
    ['110101001', '110101001'],
    ['110101001005', '110101001005'],
    ['110101100', '110101100'],
  ])('%s says %s', (code, digits) => expect(significantDigits(code)).toBe(digits))

  it.each([
    ['330602', '330600', true],
    ['330602000000', '33', true],
    ['330602001', '330602000000', true],
    ['330600', '330602', false],
    ['110101101', '110101100', false],
  ])('%s within %s: %s', (code, area, expected) => expect(isWithin(code, area)).toBe(expected))

  it('are padded to twelve', () => expect(padDivision('3708')).toBe('370800000000'))
})

describe('the generated table', () => {
  it('is what its script makes, one line per division', () => {
    expect(divisionsModule()).toContain(divisionLines)
    expect(divisionLines.split('\n').every((line) => /^\d{6}\S+$/.test(line))).toBe(true)
  })
})
