import iconv from 'iconv-lite'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { describeSource } from '../../../contract/index.ts'
import { portOfSource } from '../../testing/connected.ts'
import { body, json } from '../../testing/upstream.ts'
import { guangdongLicences } from './licences.ts'
import type { GuangdongLicencesOptions } from './options.ts'
import { account, failure, type Kept, startService } from './testing.ts'

const person = '440300190001010000'
const idCard = '11100000000013127D001'
const land = '11100000MB03271699001'
const purpose = '不动产登记资料查询'

const kept = (serial: string, more: object = {}): Kept => ({
  code: `2026010508000000${serial}`,
  holder: person,
  row: {
    license_code: `4403002020000000${serial}`,
    license_item_code: land,
    name: '不动产权证书',
    id_code: `NO-${serial}-2020`,
    holder_name: '艾力·䶮',
    holder_identity_type: '111',
    holder_identity_num: person,
    issue_org_name: '示例市规划和自然资源局',
    issue_date: '2020-08-25 00:00:00',
    begin_date: '2020-08-25 00:00:00',
    expiry_date: '',
    license_status: 'ISSUED',
    trust_level: 'A',
    s_sign_cert: 'CERT-1',
    data_fields: '{"ZL":"示例路1号","MJ":100}',
    ...more,
  },
})
const licences = [
  kept('01'),
  kept('02', { license_status: 'abolished', data_fields: "{'ZL':'示例路2号'}" }),
  kept('03', { license_item_code: '200023401726823604440113', name: '场地证明' }),
  kept('04', { license_item_code: idCard, name: '居民身份证', expiry_date: '2030-01-01 00:00:00', trust_level: 'Z' }),
  kept('05', { license_item_code: '999', license_status: 'DRAFT' }),
]
const pdf = Buffer.from('%PDF-1.4 example')
const service = await startService(licences, pdf)
afterAll(() => service.close())
afterEach(() => {
  for (const path of ['/license/auth', '/license/get_license', '/license/archive']) service.misbehave(path, undefined)
  service.list('data')
})

const operator = {
  account: 'tongban',
  name: '示例经办',
  identityNumber: '440300190001010019',
  role: '窗口',
  division: '广东省示例市',
  organisation: '示例市政务服务中心',
}
const itemFor = (name: string) => ({ code: '440300-0001', name })
const types = { '200023401726823604440113': '11440300MB2C000000001' }
const sourceAt = (more: Partial<GuangdongLicencesOptions> = {}) =>
  guangdongLicences({ url: service.url, account, operator, itemFor, types, ...more })
const source = sourceAt()
const port = portOfSource(source, 'certificates')
const asked = { documentType: 'RESIDENT_ID', documentNumber: person, types: [land, idCard], purpose }
const [first, second] = (await port.byHolder(asked, {})).value.map(({ identifier }) => identifier)
const identifiers = [first ?? '', second ?? '']

describeSource(source, {
  certificates: {
    byHolder: asked,
    byIdentifiers: { identifiers, purpose },
    verify: { identifiers, purpose },
    file: { identifier: identifiers[0] ?? '', format: 'OFD', purpose },
  },
  personal: [person, '艾力·䶮', operator.name, operator.identityNumber, account.password, account.appSecret, 'token-1'],
})

const warmed = async (more: Partial<GuangdongLicencesOptions> = {}) => {
  const other = portOfSource(sourceAt(more), 'certificates')
  await other.byHolder(asked, {})
  return other
}

describe('licences of a holder', () => {
  it('are asked for by duty, with operator and item, and read one by one', async () => {
    const { value } = await port.byHolder(asked, {})
    expect(service.asked.find(({ path }) => path === '/license/auth')?.body).toMatchObject({
      identity_number: person,
      service_item_code: '440300-0001',
      service_item_name: purpose,
      operator: { account: 'tongban', identity_num: operator.identityNumber, service_org: operator.organisation },
      page_index: 1,
    })
    expect(value).toMatchObject([
      {
        typeCode: land,
        holders: [{ documentType: 'RESIDENT_ID', documentNumber: person }],
        issuedOn: '2020-08-25',
        openEnded: true,
        status: 'VALID',
        face: [
          { name: 'ZL', value: '示例路1号' },
          { name: 'MJ', value: '100' },
          { name: '可信等级', value: 'A' },
        ],
        warnings: [],
      },
      { status: 'CANCELLED', rawStatus: { code: 'abolished' }, face: [{ name: 'ZL', value: '示例路2号' }, {}] },
      { typeCode: idCard, validTo: '2030-01-01', openEnded: false, warnings: ['trust_level: UNKNOWN'] },
    ])
  })

  it('are the same when the service lists codes alone', async () => {
    const listed = (await port.byHolder(asked, {})).value
    service.list('auth_codes')
    expect((await port.byHolder(asked, {})).value).toEqual(listed)
  })

  it('have the types that are mapped, and are left out when there is none', async () => {
    const all = { ...asked, types: [...asked.types, '11440300MB2C000000001'] }
    const { value } = await port.byHolder(all, {})
    expect(value.map(({ typeCode }) => typeCode)).toEqual([land, land, '11440300MB2C000000001', idCard])
  })

  it('are read to the last page, also by a service that does not turn pages', async () => {
    const many = await startService(
      Array.from({ length: 130 }, (_, index) => kept(`${1_000 + index}`)),
      pdf,
    )
    const other = portOfSource(sourceAt({ url: many.url }), 'certificates')
    expect((await other.byHolder(asked, {})).value).toHaveLength(130)
    const same = Array.from({ length: 100 }, (_, index) => `2026010508000000${1_000 + index}`)
    many.misbehave('/license/auth', json({ ack_code: 'SUCCESS', auth_codes: same }))
    expect((await other.byHolder(asked, {})).value).toHaveLength(100)
    await many.close()
  })

  it('with face data that cannot be read have a warning', async () => {
    const { row } = kept('01', { data_fields: 'ZL=1' })
    service.misbehave('/license/get_license', json({ ack_code: 'SUCCESS', data: row }))
    expect((await port.byHolder(asked, {})).value).toMatchObject([{ warnings: ['data_fields: UNREADABLE'] }])
  })
})

describe('a licence by its identifier', () => {
  it('is verified by its state', async () => {
    const { value } = await (await warmed()).verify({ identifiers: [...identifiers, 'unknown'], purpose }, {})
    expect(value).toEqual([
      { identifier: identifiers[0], status: 'GENUINE', certificateStatus: 'VALID', signedBy: 'CERT-1' },
      { identifier: identifiers[1], status: 'NOT_IN_FORCE', certificateStatus: 'CANCELLED', signedBy: 'CERT-1' },
      { identifier: 'unknown', status: 'UNKNOWN', certificateStatus: 'UNKNOWN', signedBy: null },
    ])
  })

  it('is not asked for without a code for its use, and not after the code has ended', async () => {
    const cold = portOfSource(sourceAt(), 'certificates')
    expect((await cold.byIdentifiers({ identifiers, purpose }, {})).value).toEqual([])
    const file = { identifier: identifiers[0] ?? '', format: 'PNG', purpose } as const
    await expect(cold.file(file, {})).rejects.toMatchObject({ code: 'TB_CERTIFICATE_NOT_FOUND' })
  })

  it('has a file that is PDF, whatever is asked for', async () => {
    const other = await warmed()
    const file = { identifier: identifiers[0] ?? '', format: 'PNG', purpose } as const
    expect((await other.file(file, {})).value).toEqual({ mediaType: 'application/pdf', content: pdf })
    service.misbehave('/license/archive', json({ ack_code: 'SUCCESS', data: { file_data: 'aGVsbG8=' } }))
    await expect(other.file(file, {})).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE' })
  })
})

describe('the token', () => {
  it('is had once for many callers, and once again when it holds no longer', async () => {
    const other = await warmed()
    const before = service.logins()
    service.endTokens()
    const calls = Array.from({ length: 12 }, () => other.verify({ identifiers, purpose }, {}))
    for (const { value } of await Promise.all(calls)) expect(value[0]).toMatchObject({ status: 'GENUINE' })
    expect(service.logins()).toBe(before + 1)
  })

  it('that is not given out is a failure of authentication', async () => {
    const wrong = { ...account, password: 'wrong' }
    const other = portOfSource(sourceAt({ account: wrong }), 'certificates')
    await expect(other.byHolder(asked, {})).rejects.toMatchObject({ code: 'TB_SOURCE_AUTH' })
  })
})

describe('a service that misbehaves', () => {
  it.each([
    [failure('LIC-9', '事项未授权 440300190001010000'), 'TB_SOURCE_REFUSED'],
    [failure('X', '登录已超时'), 'TB_SOURCE_AUTH'],
    [failure('E401', '请重试'), 'TB_SOURCE_AUTH'],
    [json({ ack_code: 'FAILURE', errors: ['令牌失效'] }), 'TB_SOURCE_AUTH'],
    [json({ ack_code: 'FAILURE' }), 'TB_SOURCE_REFUSED'],
    [json({ data: [] }), 'TB_SOURCE_SHAPE'],
    [json({ ack_code: 'WARNING', data: [] }), 'TB_SOURCE_REFUSED'],
    [body('<html><form>登录<input type="password"></form></html>', 'text/html'), 'TB_SOURCE_AUTH'],
    [body('<html>502</html>', 'text/html', 502), 'TB_SOURCE_UNAVAILABLE'],
  ])('is a typed failure: %#', async (answer, code) => {
    const other = portOfSource(sourceAt({ tokenErrors: ['E401'] }), 'certificates')
    service.misbehave('/license/auth', answer)
    const failed = other.byHolder(asked, {})
    await expect(failed).rejects.toMatchObject({ code })
    await expect(failed).rejects.not.toMatchObject({ message: expect.stringContaining(person) })
  })

  it('by answering in GB18030 is read all the same', async () => {
    const answer = JSON.stringify({ ack_code: 'SUCCESS', data: licences[0]?.row })
    service.misbehave('/license/get_license', body(iconv.encode(answer, 'gb18030')))
    expect((await portOfSource(sourceAt(), 'certificates').byHolder(asked, {})).value).toMatchObject([
      { holderName: '艾力·䶮' },
    ])
  })
})
