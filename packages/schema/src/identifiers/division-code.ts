import { type Division, divisionByCode, padDivision, significantDigits } from '../divisions/index.ts'
import { type Check, invalid, type Reason, reason, usable } from './check.ts'

/** The level a division code speaks of, by how many of its digits are used. */
export type DivisionCodeLevel = 'PROVINCE' | 'CITY' | 'COUNTY' | 'TOWNSHIP' | 'VILLAGE'

/** Kinds of the township level by its three digits (统计用区划代码编制规则). */
export type TownshipKind = 'STREET' | 'TOWN' | 'TOWNSHIP' | 'SIMILAR_UNIT'

/** A division code of 6, 9 or 12 digits, brought to 12. */
export interface DivisionCode {
  /** Always 12 digits. */
  readonly code: string
  readonly level: DivisionCodeLevel
  /** The six digits of GB/T 2260. */
  readonly county: string
  /** What our tables know of those six digits. */
  readonly division: Division
  /** Present below county level. */
  readonly townshipKind?: TownshipKind
}

const shape = /^(\d{6}|\d{9}|\d{12})$/
const levels = { 2: 'PROVINCE', 4: 'CITY', 6: 'COUNTY', 9: 'TOWNSHIP', 12: 'VILLAGE' } as const

/**
 * Reads a division code (区划代码) of 6, 9 or 12 digits and brings it to 12. Only the wrong number of digits is invalid.
 * Withdrawn, pseudo, statistical and unknown codes are all met in live data, so they are warnings.
 */
export function parseDivisionCode(input: string): Check<DivisionCode> {
  const given = input.trim()
  if (!/^\d*$/.test(given)) return invalid(reason('CHARACTERS', 'code'))
  const division = divisionByCode(given.slice(0, 6))
  if (!shape.test(given) || division === undefined) return invalid(reason('LENGTH', 'code'))
  const code = padDivision(given)
  const townshipKind = townshipKindOf(code.slice(6, 9))
  const value: DivisionCode = {
    code,
    level: levelOf(code),
    county: division.code,
    division,
    ...(townshipKind === undefined ? {} : { townshipKind }),
  }
  return usable(value, remarks(value))
}

/**
 * The code with 6, 9 or 12 digits, or `undefined` when cutting it would lose a level: a street has no six-digit code.
 */
export const formatDivisionCode = ({ code }: DivisionCode, digits: 6 | 9 | 12): string | undefined =>
  significantDigits(code).length <= digits ? code.slice(0, digits) : undefined

function levelOf(code: string): DivisionCodeLevel {
  const used = significantDigits(code).length
  return used === 2 || used === 4 || used === 6 || used === 9 ? levels[used] : levels[12]
}

function townshipKindOf(digits: string): TownshipKind | undefined {
  const number = Number(digits)
  if (number === 0) return undefined
  if (number < 100) return 'STREET'
  if (number < 200) return 'TOWN'
  return number < 400 ? 'TOWNSHIP' : 'SIMILAR_UNIT'
}

const remarkByStatus = {
  IN_FORCE: undefined,
  WITHDRAWN: 'DIVISION_WITHDRAWN',
  PSEUDO: 'DIVISION_PSEUDO',
  STATISTICAL_ZONE: 'DIVISION_STATISTICAL_ZONE',
  UNKNOWN: 'DIVISION_UNKNOWN',
} as const

function remarks({ division, townshipKind }: DivisionCode): Reason[] {
  const code = remarkByStatus[division.status]
  return [
    ...(code === undefined ? [] : [reason(code, 'county', division.successors?.join(' '))]),
    ...(townshipKind === 'SIMILAR_UNIT' ? [reason('DIVISION_STATISTICAL_ZONE', 'township')] : []),
  ]
}
