import { buildSchema, isEnumType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { typeDefs } from '../../generated/type-defs.ts'
import { caseStateNames } from '../cases/states.ts'
import { type CodeField, codeFields, decodeCode, decodeCodes, encodeName } from './code-fields.ts'
import type { CodeTable } from './code-table.ts'
import { finishStates } from './tables/cases.ts'

/** The tables of a field by its bare name, for walking over all of them. */
const tablesOf = (field: string): readonly CodeTable<string>[] =>
  Object.entries(codeFields).find(([key]) => key === field)?.[1] ?? []

const raw = (system: string, tableVersion: string, code: string) => ({ system, tableVersion, code })
const gb = (table: string, code: string) => raw('gb-t-39046-2020', table, code)

describe('a raw code with its system and table version', () => {
  it.each([
    ['itemType', gb('A.1', '01'), 'ADMINISTRATIVE_LICENSE'],
    ['itemType', gb('A.1', '20'), 'PUBLIC_SERVICE'],
    ['itemType', raw('sichuan', '1', '1'), 'ADMINISTRATIVE_LICENSE'],
    ['exerciseLevel', gb('A.2', '4'), 'COUNTY'],
    ['authorityKind', gb('A.3', '3'), 'ENTRUSTED'],
    ['audience', gb('A.4', '2'), 'ENTERPRISE'],
    ['channel', gb('A.5', '3'), 'MOBILE'],
    ['processingType', gb('A.6', '1'), 'INSTANT'],
    ['processingType', raw('shandong', '1', '4'), 'FORWARDED'],
    ['processingType', raw('zhejiang-rating', '1', '1'), 'COMMITMENT'],
    ['specialProcedure', gb('A.7', '1'), 'EXTENSION'],
    ['finishResult', raw('shandong', '1', '1'), 'RETURNED'],
    ['finishResult', raw('shandong', '2', '1'), 'REJECTED'],
    ['finishResult', raw('shandong', '2', '5'), 'RETURNED'],
    ['caseState', raw('shandong-city', '1', '11'), 'SUSPENDED'],
    ['caseState', raw('ningbo', 'accept', '1'), 'NOT_ACCEPTED'],
    ['caseState', raw('ningbo', 'over', '1'), 'VOID'],
    ['stepResult', raw('shandong', '1', '6'), 'SUSPENDED'],
    ['ratingLevel', gb('A.8', '1'), 'VERY_SATISFIED'],
    ['ratingLevel', raw('zhejiang-rating', '1', '5'), 'VERY_SATISFIED'],
    ['ratingChannel', raw('zhejiang-rating', '1', '7'), 'SYSTEM_DEFAULT'],
    ['onlineDepth', raw('national-exchange', '1', '2'), 'INTAKE'],
    ['onlineDepth', raw('shandong', 'province-base', '2'), 'PRE_REVIEW'],
    ['onlineDepth', raw('shandong', 'city-system', '2'), 'FULL_ONLINE'],
    ['materialNecessity', raw('national-exchange', '1', '1'), 'REQUIRED'],
    ['materialNecessity', raw('vendor-zero-based', '1', '1'), 'OPTIONAL'],
    ['materialForm', raw('national-exchange', 'material_format', '6'), 'FETCHED'],
    ['identityDocument', raw('certificate-holder', '1', '111'), 'RESIDENT_ID'],
    ['identityDocument', raw('item-dictionary', '1', '31'), 'RESIDENT_ID'],
    ['certificateStatus', raw('construction-ministry', '1', '07'), 'REVOKED'],
    ['timeUnit', raw('shandong', 'statutory', 'G'), 'WORKING_DAY'],
    ['timeUnit', raw('shandong', 'promised', '2'), 'CALENDAR_DAY'],
    ['timeUnit', raw('acceptance-letters', '1', 'H'), 'HOUR'],
  ] as const)('%s %o is %s', (field, code, name) => {
    expect(decodeCode(field, code)).toEqual({ name, raw: code })
  })

  it.each([
    ['caseState', raw('shandong-city', '2', '05'), 'TABLE_UNKNOWN', 'another table version'],
    ['caseState', raw('nowhere', '1', '05'), 'TABLE_UNKNOWN', 'another system'],
    ['caseState', raw('shandong-city', '1', '5'), 'CODE_UNKNOWN', 'a code that lost its zero'],
    ['itemType', gb('A.1', 'constructor'), 'CODE_UNKNOWN', 'a name every object has'],
    ['itemType', gb('A.1', '00'), 'NO_EQUIVALENT', 'the parent of ten types'],
    ['finishResult', raw('shandong', '2', '0'), 'MEANING_NOT_CONFIRMED', 'a meaning nobody confirmed'],
    ['onlineDepth', raw('shandong', 'city-system', '0'), 'NO_EQUIVALENT', 'information only'],
    ['materialNecessity', raw('vendor-zero-based', '1', '3'), 'NO_EQUIVALENT', '信用后补'],
    ['caseState', raw('ningbo', 'handler', '1'), 'NO_EQUIVALENT', 'sent back inside the office'],
  ] as const)('%s %o has no name (%s): %s', (field, code, why, _reason) => {
    expect(decodeCode(field, code)).toEqual({ raw: code, why })
  })

  it('may hold several values', () => {
    const depths = decodeCodes('onlineDepth', raw('national-exchange', '1', '3^4^5^6'), '^')
    expect(depths.map(({ name }) => name)).toEqual(['PRE_REVIEW', 'ACCEPTANCE', 'HANDLING', 'RESULT_FEEDBACK'])
    expect(decodeCodes('onlineDepth', raw('national-exchange', '1', ''), '^')).toEqual([])
  })
})

describe('a name written as a code', () => {
  it('turns a rating round between the national standard and Zhejiang', () => {
    expect(encodeName('ratingLevel', 'VERY_SATISFIED', { system: 'gb-t-39046-2020', tableVersion: 'A.8' })?.code).toBe(
      '1',
    )
    expect(encodeName('ratingLevel', 'VERY_SATISFIED', { system: 'zhejiang-rating', tableVersion: '1' })?.code).toBe(
      '5',
    )
  })

  it('has no code where a table has two, or none', () => {
    expect(encodeName('stepResult', 'NOT_ACCEPTED', { system: 'shandong', tableVersion: '1' })).toBeUndefined()
    expect(encodeName('processingType', 'JOINT', { system: 'gb-t-39046-2020', tableVersion: 'A.6' })).toBeUndefined()
    expect(encodeName('processingType', 'JOINT', { system: 'nowhere', tableVersion: '1' })).toBeUndefined()
  })

  it.each(codeFields.ratingLevel)('comes back from every rating table ($system)', ({ system, tableVersion, codes }) => {
    for (const code of Object.keys(codes)) {
      const { name } = decodeCode('ratingLevel', { system, tableVersion, code })
      expect(name && encodeName('ratingLevel', name, { system, tableVersion })?.code).toBe(code)
    }
  })
})

/** The GraphQL enum that carries the names of a field to the outside. */
const sdlEnums = {
  audience: 'Audience',
  authorityKind: 'AuthorityKind',
  caseState: 'CaseState',
  certificateStatus: 'CertificateStatus',
  channel: 'Channel',
  exerciseLevel: 'ExerciseLevel',
  identityDocument: 'IdentityDocumentType',
  itemState: 'ItemState',
  itemType: 'ItemType',
  materialForm: 'MaterialForm',
  materialNecessity: 'MaterialNecessity',
  materialSource: 'MaterialSource',
  onlineDepth: 'OnlineDepth',
  processingType: 'ProcessingType',
  timeUnit: 'TimeUnit',
} as const satisfies Partial<Record<CodeField, string>>

describe('the names', () => {
  const schema = buildSchema(typeDefs)

  it.each(Object.entries(sdlEnums))('of %s are values of the GraphQL enum %s', (field, enumName) => {
    const type = schema.getType(enumName)
    const values = isEnumType(type) ? type.getValues().map(({ name }) => name) : []
    const names = tablesOf(field).flatMap(({ codes }) =>
      Object.values(codes).filter((entry) => typeof entry === 'string'),
    )
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !values.includes(name))).toEqual([])
  })

  it('of case states are exactly those of the GraphQL enum', () => {
    const type = schema.getType('CaseState')
    expect(
      isEnumType(type) &&
        type
          .getValues()
          .map(({ name }) => name)
          .sort(),
    ).toEqual([...caseStateNames].sort())
  })
})

describe('the tables', () => {
  it.each(Object.keys(codeFields))('of %s are each listed once and name their source', (field) => {
    const tables = tablesOf(field)
    expect(new Set(tables.map(({ system, tableVersion }) => `${system} ${tableVersion}`)).size).toBe(tables.length)
    expect(tables.every(({ source }) => source.length > 0)).toBe(true)
  })

  it('give a case state to every finish result, the same digit to different ones', () => {
    expect([finishStates.RETURNED, finishStates.REJECTED]).toEqual(['RETURNED', 'REJECTED'])
  })
})
