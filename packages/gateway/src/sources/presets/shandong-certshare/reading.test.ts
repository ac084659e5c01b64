import { describeWith, neededData, needs, readJsonLines } from '@tongban/test-support'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { certificateRecord } from '../../../domains/certificates/port.ts'
import { fuzz, mutated } from '../../fuzz/testing.ts'
import { sm2Encrypt, sm2KeyPair } from '../../signing/sm2.ts'
import { writtenCertificates } from './cert-data.ts'
import { isBareIdentifier, readCertificate } from './certificate.ts'
import { documentOf, envelopeOf, headStatuses, holderTypeOf, statusesOf, verifyResults } from './codes.ts'
import { identifierOf } from './testing.ts'
import { verdictOf } from './verification.ts'

const land = '11100000MB03271699001'
const identifier = identifierOf(land, '2024000001')
const keys = sm2KeyPair()
const read = (data: unknown, onlyInForce = false) =>
  writtenCertificates(data, keys).map((one) =>
    certificateRecord.parse(readCertificate(one, { askedType: land, onlyInForce }).certificate),
  )
const [certificate] = read({ cert_identifier: identifier })

const groups = [
  [
    { name: '面积', valueType: 'text', value: '100', columnName: 'MJ', orderNum: '2' },
    { name: '证照标识', valueType: 'text', value: identifier, columnName: 'ZZBS', orderNum: 1 },
  ],
  [{ name: '权利人', valueType: 'text', value: '甲', columnName: 'CZZT', orderNum: 1 }],
]

describe('data', () => {
  it.each([
    ['columns', { certData: { cert_identifier: identifier } }],
    ['a list of columns', { certData: [{ certIdentifier: identifier }] }],
    ['columns as a text', { certData: JSON.stringify({ ZZBS: identifier }) }],
    ['groups', { certData: groups }],
    ['one group', { certData: groups.flat() }],
    ['rows beside their data', [{ cert_identifier: identifier, certData: { ZZMC: '不动产权证书' } }]],
    ['encrypted columns', { certData: sm2Encrypt(JSON.stringify({ zzbs: identifier }), keys.publicKey) }],
    [
      'encrypted as a whole',
      sm2Encrypt(JSON.stringify({ certData: [{ zzbs: identifier }] }), keys.publicKey).toUpperCase(),
    ],
  ])('as %s name the certificate', (_, data) => {
    expect(read(data)).toMatchObject([{ identifier, typeCode: land, name: '不动产权证书' }])
  })

  it('in groups are the face in the order that they state', () => {
    expect(read({ certData: groups })).toMatchObject([
      { holderName: '甲', face: [{ name: '证照标识' }, { name: '面积', value: '100' }, { name: '权利人' }] },
    ])
  })

  it.each([undefined, null, '', 'null', [], { certData: '' }, { certData: [] }])('%j are none', (data) => {
    expect(writtenCertificates(data, undefined)).toEqual([])
  })

  it('that name a certificate only are told apart', () => {
    expect(
      writtenCertificates(
        { certData: [{ cert_identifier: identifier }, { ZZBS: identifier, ZZMC: '证' }] },
        undefined,
      ).map(isBareIdentifier),
    ).toEqual([true, false])
  })
})

it.each([
  ['2021-11-12 00:00:00', '2021-11-12', false],
  ['2021-11-12', '2021-11-12', false],
  ['2021年11月12日', '2021-11-12', false],
  ['20211112', '2021-11-12', false],
  ['长期', null, true],
  ['2099-12-31', null, true],
  ['', null, true],
  [undefined, null, false],
])('an end written %j is %j, without end: %s', (ZZYXQJZRQ, validTo, openEnded) => {
  const columns = { ZZBS: identifier, ...(ZZYXQJZRQ === undefined ? {} : { ZZYXQJZRQ }) }
  expect(read({ certData: columns })).toMatchObject([{ validTo, openEnded }])
})

it.each([
  ['A^B', '1^2', ['RESIDENT_ID', 'RESIDENT_ID'], 'A、B'],
  ['A,B', '1，2', ['RESIDENT_ID', 'RESIDENT_ID'], 'A、B'],
  ['A, Limited', '1', ['RESIDENT_ID'], 'A, Limited'],
  ['', '', [], ''],
])('holders %j with the codes %j are %j', (CZZT, CZZTDM, types, name) => {
  const [one] = read({ certData: { ZZBS: identifier, CZZT, CZZTDM, CZZTDMLXDM: '111' } })
  expect(one?.holders.map(({ documentType }) => documentType)).toEqual(types)
  expect(one?.holderName).toBe(name)
})

it('holders with types of their own keep them', () => {
  const [one] = read({ certData: { ZZBS: identifier, CZZTDM: '1^2', CZZTDMLXDM: '001^414' } })
  expect(one).toMatchObject({
    holderKind: 'ORGANISATION',
    holders: [{ documentType: 'CREDIT_CODE' }, { documentType: 'PASSPORT' }],
  })
})

const ministry = '11100000000013338W011'
it.each([
  [land, '1', 'VALID'],
  [land, '2', 'CANCELLED'],
  [land, '01', null],
  [ministry, '01', 'VALID'],
  [ministry, '02', 'SUSPENDED'],
  [ministry, '03', 'ANNULLED'],
  [ministry, '04', 'CANCELLED'],
  [ministry, '05', 'EXPIRED'],
  [ministry, '06', 'TRANSFERRED'],
  [ministry, '07', 'REVOKED'],
  [ministry, '99', 'UNKNOWN'],
  [ministry, '1', null],
])('of the type %s the state %j is %s', (type, code, name) => expect(statusesOf(type).name(code)).toBe(name))

it('a certificate without a state is unknown, unless the platform hands out valid ones only', () => {
  expect(read({ ZZBS: identifier })[0]?.status).toBe('UNKNOWN')
  expect(read({ ZZBS: identifier }, true)[0]?.status).toBe('VALID')
  expect(read({ ZZBS: identifier, ZZZT: '8' }, true)[0]).toMatchObject({ status: 'UNKNOWN', rawStatus: { code: '8' } })
})

it.each([
  ['RESIDENT_ID', '111'],
  ['CREDIT_CODE', '001'],
  ['PASSPORT', '414'],
  ['TAIWAN_PERMIT', '511'],
  ['HK_MACAO_PERMIT', '516'],
  ['HK_MACAO_RESIDENCE', '551'],
  ['TAIWAN_RESIDENCE', '552'],
  ['OTHER', '999'],
  ['SOMETHING', '999'],
])('the document %s is the holder type %s', (document, code) => expect(holderTypeOf(document)).toBe(code))

it.each([
  ['111', 'RESIDENT_ID'],
  ['411', 'PASSPORT'],
  ['099', 'OTHER'],
  ['114', 'OTHER'],
  [null, 'OTHER'],
])('the holder type %j is the document %s', (code, document) => expect(documentOf(code)).toBe(document))

it.each([
  ['documented', '0', 'OK'],
  ['documented', '113', 'CERTIFICATE_TYPE_WRONG'],
  ['documented', '21', null],
  ['city', '21', 'CANCELLED'],
  ['city', '22', 'EXPIRED'],
  ['city', '23', 'RESTRICTED'],
  ['city', '2', 'NOT_OFFERED'],
] as const)('in the table %s the status %s is %s', (version, code, name) =>
  expect(headStatuses(version).name(code)).toBe(name),
)

it('a status that only cities have is a refusal where the documented table is in force', () => {
  expect(envelopeOf('documented').none).toEqual(['10'])
  expect(envelopeOf('city').none).toEqual(['10', '21', '22', '23'])
})

it.each([
  ['0', 'GENUINE', 'VALID'],
  [1, 'NOT_IN_FORCE', 'UNKNOWN'],
  ['2', 'NOT_IN_FORCE', 'SUSPENDED'],
  ['3', 'NOT_IN_FORCE', 'UNKNOWN'],
  ['4', 'UNKNOWN', 'UNKNOWN'],
  ['5', 'UNKNOWN', 'UNKNOWN'],
  ['6', 'UNKNOWN', 'UNKNOWN'],
  ['7', 'MISMATCH', 'UNKNOWN'],
])('the result %j is %s, %s', (result, status, certificateStatus) => {
  if (!certificate) throw new RangeError('there is a certificate')
  expect(verdictOf({ result }, { certificate, signedBy: null })).toMatchObject({ status, certificateStatus })
  const ended = { ...certificate, status: 'REVOKED' as const }
  expect(verdictOf({ result }, { certificate: ended, signedBy: null }).status).not.toBe('GENUINE')
})

it.each([undefined, '', '8', '通过'])('the result %j is no verdict', (result) => {
  if (!certificate) throw new RangeError('there is a certificate')
  expect(verifyResults.name(String(result))).toBeNull()
  expect(() => verdictOf({ result }, { certificate, signedBy: null })).toThrow(
    expect.objectContaining({ code: 'TB_SOURCE_SHAPE' }),
  )
})

const published = 'certs/certificate-identifiers.jsonl'
describeWith(needs.sharedData(published), 'published identifiers', () => {
  it('are kept, with a remark where the check character is wrong', () => {
    const line = z.object({ identifier: z.string(), certificateTypeCode: z.string(), checkValid: z.boolean() })
    const lines = z
      .array(line)
      .min(1)
      .parse(readJsonLines(neededData(published)))
    for (const { identifier: one, certificateTypeCode: typeCode, checkValid } of lines) {
      const [told] = read({ certData: { cert_identifier: one } })
      expect(told).toMatchObject({ identifier: one, typeCode })
      expect(told?.warnings.some((warning) => warning.includes('CHECK_CHARACTER'))).toBe(!checkValid)
    }
  })
})

const samples = [
  JSON.stringify({
    certData: {
      ...Object.fromEntries(['ZZBS', 'ZZLXDM', 'ZZMC', 'CZZT', 'CZZTDM', 'ZZZT'].map((name) => [name, identifier])),
      ZZYXQJZRQ: '长期',
    },
  }),
  JSON.stringify({ certData: groups }),
  JSON.stringify([{ cert_identifier: identifier, certData: '{"ZZMC":"x"}' }]),
  sm2Encrypt(JSON.stringify({ zzbs: identifier }), keys.publicKey),
]
describe('broken inputs', () => {
  fuzz('CertShare data', mutated(samples.slice(0, 3)), (text) => read(text), { inputs: 4_000, growth: 120 })
  fuzz('CertShare encrypted data', mutated(samples), (text) => read(text), { inputs: 300, growth: 120 })
})
