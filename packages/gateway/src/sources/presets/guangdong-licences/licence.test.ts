import { describe, expect, it } from 'vitest'
import { certificateRecord } from '../../../domains/certificates/port.ts'
import { fuzz, mutated } from '../../fuzz/testing.ts'
import { readJson } from '../../protocols/json.ts'
import { licenceOf, licenceRow } from './licence.ts'
import { archive, authCodes, oneLicence } from './replies.ts'

const land = '11100000MB03271699001'
const row = { license_code: '4403002020000000X', license_item_code: land }
const read = (more: object) => certificateRecord.parse(licenceOf(licenceRow.parse({ ...row, ...more })))

it.each([
  ['ISSUED', 'VALID'],
  ['issued', 'VALID'],
  ['ABOLISHED', 'CANCELLED'],
  ['Abolished', 'CANCELLED'],
  ['DRAFT', 'UNKNOWN'],
  ['', 'UNKNOWN'],
])('the state %j is %s', (license_status, status) => expect(read({ license_status }).status).toBe(status))

it.each([
  ['A', []],
  ['D', []],
  ['', []],
  ['E', ['trust_level: UNKNOWN']],
])('the trust level %j is on the face with the warnings %j', (trust_level, warnings) => {
  const told = read({ trust_level, name: '证' })
  expect(told.warnings).toEqual(warnings)
  expect(told.face).toEqual(trust_level === '' ? [] : [{ name: '可信等级', value: trust_level }])
})

it.each([
  ['{"A":"1"}', [{ name: 'A', value: '1' }]],
  ["{'A':'1'}", [{ name: 'A', value: '1' }]],
  [{ A: 1 }, [{ name: 'A', value: '1' }]],
  ['{"A":[1],"B":null}', [{ name: 'B', value: null }]],
  ['', []],
  ['nonsense', []],
])('the fields %j are the face %j', (data_fields, face) => expect(read({ data_fields }).face).toEqual(face))

it.each([
  ['111', 'RESIDENT_ID', 'PERSON'],
  ['001', 'CREDIT_CODE', 'ORGANISATION'],
  ['70', 'OTHER', 'PERSON'],
])('the document type %s is %s of %s', (holder_identity_type, documentType, holderKind) => {
  const told = read({ holder_identity_type, holder_identity_num: '1,2' })
  expect(told).toMatchObject({ holderKind, holders: [{ documentType }, { documentType }] })
})

it.each([
  [undefined, null, false],
  ['', null, true],
  ['长期', null, true],
  ['2099-12-31 00:00:00', null, true],
  ['2030年1月1日', '2030-01-01', false],
])('an end written %j is %j, without end: %s', (expiry_date, validTo, openEnded) => {
  expect(read(expiry_date === undefined ? {} : { expiry_date })).toMatchObject({ validTo, openEnded })
})

it('an identifier in the national form with a wrong check character is kept with a warning', () => {
  const license_code = '1.2.156.3005.2.11100000000013127D001.11370800MB28559184.000000001.001.F'
  const told = read({ license_code, license_item_code: '' })
  expect(told.typeCode).toBe('11100000000013127D001')
  expect(told.warnings.some((warning) => warning.includes('CHECK_CHARACTER'))).toBe(true)
})

it('a licence without a type of ours is none of ours', () => {
  expect(licenceOf(licenceRow.parse({ ...row, license_item_code: '200023401726823604440113' }))).toBeNull()
})

const samples = [
  `{"ack_code":"SUCCESS","data":{"license_code":"X","license_item_code":"${land}","holder_identity_num":"1,2","expiry_date":"长期","data_fields":"{\\"A\\":\\"1\\"}"}}`,
  '{"ack_code":"SUCCESS","auth_codes":["a"],"data":[{"auth_code":"b"},{"file_data":"aGVsbG8="}]}',
]
describe('broken inputs', () => {
  fuzz(
    'Guangdong licences',
    mutated(samples),
    (text) => {
      const answer = readJson(text)
      const found = oneLicence.safeParse(answer).data
      return [found && licenceOf(found), authCodes.safeParse(answer).data, archive.safeParse(answer).data]
    },
    { inputs: 4_000, growth: 120 },
  )
})
