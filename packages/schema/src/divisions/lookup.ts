import { currentNames, withdrawnByCode } from './table.ts'

/** The three upper levels of GB/T 2260. */
export type DivisionLevel = 'PROVINCE' | 'CITY' | 'COUNTY'

/**
 * How far a code can be relied on. `STATISTICAL_ZONE`: a development zone or the like that only statistics treats as a
 * county. `PSEUDO`: a bucket such as 市辖区 (`420501`) or 省直辖 (`429000`). `UNKNOWN`: not in our tables.
 */
export type DivisionStatus = 'IN_FORCE' | 'WITHDRAWN' | 'PSEUDO' | 'STATISTICAL_ZONE' | 'UNKNOWN'

/** A division by its six-digit code (GB/T 2260). */
export interface Division {
  readonly code: string
  readonly level: DivisionLevel
  readonly status: DivisionStatus
  /** Absent when unknown. */
  readonly name?: string
  /** From the province down, as written on a letter: 四川省广安市广安区. Buckets are left out. */
  readonly fullName?: string
  /** Six-digit code of the division above; a bucket is skipped. Absent for provinces. */
  readonly parent?: string
  /** For a withdrawn division: in which year. */
  readonly withdrawn?: string
  /** For a withdrawn division: who took it over. */
  readonly successors?: readonly string[]
}

const sixDigits = /^\d{6}$/

/** GB/T 2260 leaves 71–79 free at county level; the statistics office numbers its zones there. */
const statisticalZone = /^\d{4}7[1-9]$/

/** County part 01 under a city is 市辖区; city part 90 is 省直辖县级; 00 and 01 or 02 under municipalities are buckets. */
const bucketName = /^(市辖区|县)$|直辖县级行政区划$/

/**
 * What our tables know of a six-digit division code. Never fails: a code we do not know has the status `UNKNOWN`,
 * and one that is not six digits gives `undefined`.
 */
export function divisionByCode(code: string): Division | undefined {
  if (!sixDigits.test(code)) return undefined
  const withdrawn = withdrawnByCode().get(code)
  const name = withdrawn?.name ?? currentNames().get(code)
  const parent = parentOf(code)
  return {
    code,
    level: levelOf(code),
    status: withdrawn ? 'WITHDRAWN' : statusOf(code, name),
    ...(name === undefined ? {} : { name, fullName: fullNameOf(code, name) }),
    ...(parent === undefined ? {} : { parent }),
    ...(withdrawn ? { withdrawn: withdrawn.withdrawn, successors: withdrawn.successors } : {}),
  }
}

/** The name of a division in force or withdrawn, or `undefined`. */
export const divisionName = (code: string): string | undefined => divisionByCode(code)?.name

/** Whether the first two digits of a code are a province, region or municipality. */
export const isProvince = (code: string): boolean => currentNames().has(`${code.slice(0, 2)}0000`)

function statusOf(code: string, name: string | undefined): DivisionStatus {
  if (isBucket(code, name)) return 'PSEUDO'
  if (statisticalZone.test(code) && isProvince(code)) return 'STATISTICAL_ZONE'
  return name === undefined ? 'UNKNOWN' : 'IN_FORCE'
}

function isBucket(code: string, name: string | undefined): boolean {
  if (name !== undefined) return bucketName.test(name)
  const knownCity = currentNames().has(`${code.slice(0, 4)}00`)
  return (code.endsWith('01') && knownCity) || /^(11|12|31|50)0[12]00$/.test(code)
}

function levelOf(code: string): DivisionLevel {
  if (code.endsWith('0000')) return 'PROVINCE'
  return code.endsWith('00') ? 'CITY' : 'COUNTY'
}

function parentOf(code: string): string | undefined {
  const level = levelOf(code)
  if (level === 'PROVINCE') return undefined
  const city = `${code.slice(0, 4)}00`
  const cityName = currentNames().get(city) ?? withdrawnByCode().get(city)?.name
  return level === 'COUNTY' && cityName !== undefined && !bucketName.test(cityName) ? city : `${code.slice(0, 2)}0000`
}

function fullNameOf(code: string, name: string): string {
  const parent = parentOf(code)
  const parentName = parent === undefined ? undefined : divisionName(parent)
  if (parent === undefined || parentName === undefined) return name
  return bucketName.test(name) ? fullNameOf(parent, parentName) : fullNameOf(parent, parentName) + name
}
