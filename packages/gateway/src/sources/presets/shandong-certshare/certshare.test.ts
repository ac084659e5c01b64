import iconv from 'iconv-lite'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { describeSource } from '../../../contract/index.ts'
import { rest } from '../../protocols/rest/rest.ts'
import { sm2KeyPair } from '../../signing/sm2.ts'
import { portOfSource } from '../../testing/connected.ts'
import { anything, stackOf } from '../../testing/stack.ts'
import { body, json } from '../../testing/upstream.ts'
import { shandongCertShare } from './certshare.ts'
import { envelopeOf } from './codes.ts'
import type { CertShareOptions } from './options.ts'
import { certShareRequests } from './requests.ts'
import { accessToken, identifierOf, type Kept, startPlatform } from './testing.ts'

const idCard = '11100000000013127D001'
const licence = '11100000MB0143028R001'
const builder = '11100000000013338W050'
const person = '370800190001010000'
const company = '91370800MA00TE5T2W'

const columns = (identifier: string, more: object) => ({
  ZZBS: identifier,
  ZZMC: '居民身份证',
  ZZBH: `NO-${identifier.slice(-12)}`,
  CZZT: '艾力·䶮',
  CZZTDM: person,
  CZZTDMLXDM: '111',
  ZZBFJG: '示例市公安局',
  ZZBFRQ: '2021年11月12日',
  ZZYXQQSRQ: '20211112',
  ZZYXQJZRQ: '长期',
  ZZZT: '1',
  ...more,
})
const kept = (type: string, serial: string, more: object = {}, state: Partial<Kept> = {}, check?: string): Kept => {
  const identifier = identifierOf(type, serial, check)
  return { identifier, type, holder: person, data: columns(identifier, more), ...state }
}
const organisation = { ZZMC: '营业执照', CZZT: '示例有限公司', CZZTDM: company, CZZTDMLXDM: '001', JYFW: '示例' }

const valid = kept(idCard, '1')
const business = kept(licence, '2', organisation, { holder: company })
const suspended = kept(builder, '3', { ZZZT: undefined, certState: '02' }, { result: '2' }, '*')
const wrongCheck = kept(builder, '4', { ZZZT: undefined, certState: '01' }, {}, '0')
const shared = kept(licence, '5', { CZZT: '甲^乙', CZZTDM: '370800190001010000^370800190001010019' })
const cancelled = kept(idCard, '6', {}, { head: 21 })
const expired = kept(idCard, '7', {}, { head: 22 })
const all = [valid, business, suspended, wrongCheck, shared, cancelled, expired]
const files = { ofd: Buffer.from('PK\u0003\u0004 ofd'), png: Buffer.from('\x89PNG....', 'latin1') }

const keys = sm2KeyPair()
const platform = await startPlatform({ certificates: all, files })
const secretive = await startPlatform({
  certificates: all,
  files,
  publicKey: keys.publicKey,
  tellsIdentifiersOnly: true,
})
afterAll(() => Promise.all([platform.close(), secretive.close()]))
afterEach(() => platform.misbehave('/queryCertInfo', undefined))

const sourceAt = (url: string, more: Partial<CertShareOptions> = {}) =>
  shandongCertShare({ url, credentials: { accessId: 'A', accessToken }, ...more })
const source = sourceAt(platform.url)
const sealed = sourceAt(secretive.url, { id: 'sealed', key: { privateKey: keys.privateKey } })
const port = portOfSource(source, 'certificates')
const purpose = '办理不动产抵押登记'
const holder = { documentType: 'RESIDENT_ID', documentNumber: person, types: [idCard, licence], purpose }
const identifiers = [valid, business, wrongCheck].map(({ identifier }) => identifier)
const samples = {
  certificates: {
    byHolder: holder,
    byIdentifiers: { identifiers, purpose },
    verify: { identifiers, purpose },
    file: { identifier: valid.identifier, format: 'OFD', purpose },
  },
  unknownKey: identifierOf(idCard, 'NOBODY'),
  personal: [person, company, '艾力·䶮', accessToken],
} as const
describeSource(source, samples)
describeSource(sealed, samples)

const read = async (...some: readonly Kept[]) =>
  (await port.byIdentifiers({ identifiers: some.map(({ identifier }) => identifier), purpose }, {})).value

describe('certificates', () => {
  it('are read from columns, whatever spelling their dates have', async () => {
    expect(await read(valid, business)).toMatchObject([
      {
        typeCode: idCard,
        holderKind: 'PERSON',
        holders: [{ documentType: 'RESIDENT_ID', documentNumber: person }],
        issuedOn: '2021-11-12',
        validFrom: '2021-11-12',
        openEnded: true,
        status: 'VALID',
        rawStatus: { system: 'certificate-catalogue', code: '1' },
        warnings: [],
      },
      { holderKind: 'ORGANISATION', holderName: '示例有限公司', face: [{ name: 'JYFW', value: '示例' }] },
    ])
  })

  it('say the same when they are encrypted, and named first and read afterwards', async () => {
    const open = (await port.byHolder(holder, {})).value
    expect(open).toHaveLength(2)
    expect((await portOfSource(sealed, 'certificates').byHolder(holder, {})).value).toEqual(open)
  })

  it('encrypted for a key that we do not have cannot be read, and nothing of them is told', async () => {
    const asked = { identifiers, purpose }
    for (const options of [{}, { key: { privateKey: sm2KeyPair().privateKey } }]) {
      const blind = portOfSource(sourceAt(secretive.url, options), 'certificates')
      await expect(blind.byIdentifiers(asked, {})).rejects.toMatchObject({
        code: 'TB_SOURCE_SHAPE',
        params: { detail: expect.stringMatching(/^certData: [a-zA-Z0-9 ,]+$/) },
      })
    }
  })

  it('with wrong check characters are kept with a warning', async () => {
    expect(await read(wrongCheck)).toMatchObject([
      { status: 'VALID', warnings: [expect.stringContaining('CHECK_CHARACTER')] },
    ])
    expect(await read(suspended)).toMatchObject([{ status: 'SUSPENDED', warnings: [expect.stringContaining('SHAPE')] }])
  })

  it('of several holders name each', async () => {
    expect(await read(shared)).toMatchObject([
      { holderName: '甲、乙', holders: [{ documentNumber: person }, { documentNumber: '370800190001010019' }] },
    ])
  })

  it('of somebody else than asked for are not believed', async () => {
    platform.misbehave('/queryCertInfo', json({ head: { status: 0 }, data: { certData: business.data } }))
    expect(await read(valid)).toEqual([])
  })

  it('come in GB18030 as well', async () => {
    const answer = JSON.stringify({ head: { status: '0' }, data: { certData: valid.data } })
    platform.misbehave('/queryCertInfo', body(iconv.encode(answer, 'gb18030'), 'text/html'))
    expect(await read(valid)).toMatchObject([{ holderName: '艾力·䶮' }])
  })
})

it.each([
  [valid, 'GENUINE', 'VALID'],
  [wrongCheck, 'GENUINE', 'VALID'],
  [suspended, 'NOT_IN_FORCE', 'SUSPENDED'],
  [cancelled, 'NOT_IN_FORCE', 'CANCELLED'],
  [expired, 'NOT_IN_FORCE', 'EXPIRED'],
  [shared, 'UNKNOWN', 'VALID'],
  [kept(idCard, '8'), 'NOT_FOUND', 'UNKNOWN'],
] as const)('a verification of %o says %s, %s', async ({ identifier }, status, certificateStatus) => {
  const { value } = await port.verify({ identifiers: [identifier], purpose }, {})
  expect(value).toEqual([{ identifier, status, certificateStatus, signedBy: null }])
})

it.each([
  ['OFD', 'application/ofd', files.ofd],
  ['PNG', 'image/png', files.png],
] as const)('a file comes as %s, whole', async (format, mediaType, content) => {
  const { value } = await port.file({ identifier: valid.identifier, format, purpose }, {})
  expect(value).toEqual({ mediaType, content: Buffer.from(content) })
})

it('a file that is a message is refused, one that does not exist is not found', async () => {
  platform.misbehave(
    '/downloadFile',
    json({ head: { status: 0 }, data: { content: Buffer.from('已过期').toString('base64') } }),
  )
  const asked = { identifier: valid.identifier, format: 'OFD', purpose } as const
  await expect(port.file(asked, {})).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE' })
  platform.misbehave('/downloadFile', undefined)
  const unknown = { ...asked, identifier: identifierOf(idCard, '9') }
  await expect(port.file(unknown, {})).rejects.toMatchObject({ code: 'TB_CERTIFICATE_NOT_FOUND' })
})

describe('a platform that misbehaves', () => {
  it.each([
    [json({ head: { status: 11 } }), 'TB_SOURCE_AUTH'],
    [json({ head: { status: '12' } }), 'TB_SOURCE_REFUSED'],
    [json({ head: { status: '99' } }), 'TB_SOURCE_UNAVAILABLE'],
    [json({ head: { status: 100 } }), 'TB_CERTIFICATE_TYPE_FORBIDDEN'],
    [json({ head: { status: 103 } }), 'TB_SOURCE_REFUSED'],
    [json({ head: { status: '113' } }), 'TB_SOURCE_REFUSED'],
    [json({ data: { certData: {} } }), 'TB_SOURCE_SHAPE'],
    [json({ head: { status: 0 }, data: { certData: '04ff' } }), 'TB_SOURCE_SHAPE'],
    [json({ head: { status: 0 }, data: { certData: [1] } }), 'TB_SOURCE_SHAPE'],
    [
      json({ head: { status: 0 }, data: { certData: columns(valid.identifier, { ZZBFRQ: '2021-13-40' }) } }),
      'TB_SOURCE_SHAPE',
    ],
    [body('<html><form>登录<input type="password"></form></html>', 'text/html'), 'TB_SOURCE_AUTH'],
  ])('is a typed failure: %#', async (answer, code) => {
    platform.misbehave('/queryCertInfo', answer)
    await expect(read(valid)).rejects.toMatchObject({ code })
  })

  it.each([10, '10', 21, '22', 23])('by the status %j has no certificate', async (status) => {
    platform.misbehave('/queryCertInfo', json({ head: { status }, data: {} }))
    expect(await read(valid)).toEqual([])
  })

  it('by a token that does not hold is told so', async () => {
    const other = sourceAt(platform.url, { credentials: { accessId: 'A', accessToken: 'old' } })
    await expect(portOfSource(other, 'certificates').byHolder(holder, {})).rejects.toMatchObject({
      code: 'TB_SOURCE_AUTH',
    })
  })
})

describe('a purpose', () => {
  it.each(['', '  ', '事'.repeat(201)])('of the wrong length is refused before anything is sent: %#', async (cause) => {
    const before = platform.requests()
    const about = { identifiers, purpose: cause }
    const asked = [
      port.byIdentifiers(about, {}),
      port.verify(about, {}),
      port.byHolder({ ...holder, purpose: cause }, {}),
    ]
    for (const one of asked)
      await expect(one).rejects.toMatchObject({ code: 'TB_INVALID_INPUT', params: { field: 'purpose' } })
    expect(platform.requests()).toBe(before)
  })

  it('of 200 characters outside the basic plane is taken', async () => {
    const asked = { identifiers, purpose: '𠀀'.repeat(200) }
    expect((await port.byIdentifiers(asked, {})).value).toHaveLength(3)
  })
})

it('the requests that no port uses are answered by the same protocol', async () => {
  const { call, close } = stackOf(rest({ base: platform.url, envelope: envelopeOf('city') }))
  const requests = certShareRequests({ accessId: 'A', accessToken })
  const columnsOf = { operation: 'columns', ...requests.columns(idCard, '居民身份证'), reply: anything }
  expect(await call(columnsOf)).toEqual({ certData: { holder: '持证主体【必填项】' } })
  const file = { operation: 'verifyFile', ...requests.verifyFile(idCard, 'UEs=', purpose), reply: anything }
  await expect(call(file)).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
  const named = { holderCode: person, holderTypeCode: '111', certTypeCode: idCard }
  expect([requests.byQrCode('Q', purpose), requests.link('I', purpose), requests.links(named, purpose)]).toMatchObject([
    { path: '/queryCertInfoByQRcode', body: { data: { qrcode: 'Q', useCause: purpose } } },
    { path: '/downloadUrl', body: { data: { certIdentifier: 'I', useCause: purpose } } },
    { path: '/downloadUrlsByHolderCode', body: { data: { ...named, useCause: purpose } } },
  ])
  await close()
})
