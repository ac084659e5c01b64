import { describeWith, neededData, needs, readJsonLines } from '@tongban/test-support'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDivisionCode, parseDivisionCode } from './division-code.ts'

describe('a division code', () => {
  it.each([
    ['370800', '370800000000', 'CITY'],
    ['370800000000', '370800000000', 'CITY'],
    ['370000', '370000000000', 'PROVINCE'],
    ['511602', '511602000000', 'COUNTY'],
    ['110101001', '110101001000', 'TOWNSHIP'],
    ['110101001005', '110101001005', 'VILLAGE'],
  ])('%s is brought to %s at level %s', (input, code, level) => {
    expect(parseDivisionCode(input)).toMatchObject({ status: 'valid', value: { code, level } })
  })

  it.each([
    ['420501', 'DIVISION_PSEUDO', '市辖区, used by a trading platform for 市本级'],
    ['330201', 'DIVISION_PSEUDO', 'the city-level bucket of Ningbo'],
    ['110100', 'DIVISION_PSEUDO', '市辖区 under a municipality'],
    ['429000', 'DIVISION_PSEUDO', '省直辖县级'],
    ['370176', 'DIVISION_STATISTICAL_ZONE', 'a development zone'],
    ['110101450', 'DIVISION_STATISTICAL_ZONE', 'a township-level zone'],
    ['330103', 'DIVISION_WITHDRAWN', '下城区'],
    ['990000', 'DIVISION_UNKNOWN', 'no province'],
    ['511699', 'DIVISION_UNKNOWN', 'no county'],
  ])('%s is a warning (%s): %s', (input, code) => {
    expect(parseDivisionCode(input)).toMatchObject({ status: 'warning', reasons: [{ code }] })
  })

  it('names the successor of a withdrawn division', () => {
    expect(parseDivisionCode('330103').reasons[0]?.expected).toBe('330105')
  })

  it.each([
    ['3708', 'LENGTH'],
    ['37080000', 'LENGTH'],
    ['', 'LENGTH'],
    ['37080A', 'CHARACTERS'],
  ])('%s is invalid (%s)', (input, code) => {
    expect(parseDivisionCode(input)).toMatchObject({ status: 'invalid', reasons: [{ code }] })
  })

  it('has no six-digit form when it speaks of a street', () => {
    const street = parseDivisionCode('110101001').value
    expect(street && [formatDivisionCode(street, 6), formatDivisionCode(street, 9)]).toEqual([undefined, '110101001'])
  })

  it('of 6, 9 or 12 digits comes back from its 12-digit form', () => {
    fc.assert(
      fc.property(fc.constantFrom(6, 9, 12), fc.stringMatching(/^\d{12}$/), (length, digits) => {
        const code = digits.slice(0, length)
        const { value } = parseDivisionCode(code)
        expect(value?.code).toBe(code.padEnd(12, '0'))
        expect(value && formatDivisionCode(value, length === 6 ? 6 : length === 9 ? 9 : 12)).toBe(code)
      }),
    )
  })
})

interface PublishedDivision {
  readonly code12: string
  readonly name: string
}

const files = ['provinces', 'cities', 'areas', 'streets-11-31-51-4205'].map((name) => `divisions/${name}.jsonl`)

describeWith(needs.sharedData(...files), 'published statistical divisions', () => {
  it.each(files)('%s: all are read, and what is not in force has a reason', (file) => {
    const rows = readJsonLines<PublishedDivision>(neededData(file))
    const checks = rows.map(({ code12, name }) => ({ name, check: parseDivisionCode(code12) }))
    const counts = Object.groupBy(checks, ({ check }) =>
      [check.status, ...check.reasons.map(({ code }) => code)].join(' '),
    )
    console.info(
      `${file}: ${Object.entries(counts)
        .map(([kind, some]) => `${kind} ${some?.length}`)
        .join(', ')}`,
    )
    expect(checks.filter(({ check }) => check.status === 'invalid')).toEqual([])
    expect(checks.filter(({ check }) => check.reasons.some(({ code }) => code === 'DIVISION_UNKNOWN'))).toEqual([])
  })

  it('carry the names of our table wherever a county is in force in both', () => {
    const differing = readJsonLines<PublishedDivision>(neededData('divisions/areas.jsonl')).filter(
      ({ code12, name }) => {
        const division = parseDivisionCode(code12).value?.division
        return division?.status === 'IN_FORCE' && division.name !== name
      },
    )
    expect(differing).toEqual([])
  })
})
