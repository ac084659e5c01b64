import { createHash } from 'node:crypto'
import { certificateRecord } from '@tongban/gateway'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type City, impatientLine, secretLine, startCity } from './testing/city.ts'

let city: City
beforeAll(async () => {
  city = await startCity()
})
afterEach(() => {
  city.systems.certificates.behave()
  city.systems.certificates.forgetCalls()
})
afterAll(() => city.close())

const purpose = '不动产抵押登记'
const identifiers = () => city.systems.certificates.identifiers()
const read = async (some: readonly string[]) =>
  (await city.certificates.byIdentifiers({ identifiers: some, purpose }, {})).value.map((one) =>
    certificateRecord.parse(one),
  )

describe('certificates', () => {
  it('are all read, fifty a call, whatever spelling their dates have', async () => {
    const all = await read(identifiers())
    expect(all.map(({ identifier }) => identifier)).toEqual(identifiers())
    expect(city.systems.certificates.calls()).toEqual({ queryCertInfo: Math.ceil(identifiers().length / 50) })
    expect(all.every(({ issuedOn, validFrom }) => issuedOn !== null && validFrom !== null)).toBe(true)
    expect(all.every(({ openEnded, validTo }) => openEnded === (validTo === null))).toBe(true)
    expect(new Set(all.map(({ status }) => status)).size).toBeGreaterThan(1)
  })

  it('name each holder with its document', async () => {
    const all = await read(identifiers())
    expect(all.every(({ holders }) => holders.length > 0)).toBe(true)
    expect(
      all.every(({ holders, holderNumber }) => holders.every((one) => holderNumber.includes(one.documentNumber))),
    ).toBe(true)
    const documents = new Set(all.flatMap(({ holders }) => holders.map(({ documentType }) => documentType)))
    expect([...documents]).toEqual(expect.arrayContaining(['RESIDENT_ID', 'CREDIT_CODE']))
  })

  it('with a wrong check character are read with a warning', async () => {
    const warned = (await read(identifiers())).filter(({ warnings }) => warnings.length > 0)
    expect(warned.length).toBeGreaterThan(0)
    expect(warned.every(({ warnings }) => warnings.some((one) => one.startsWith('checkCharacter: ')))).toBe(true)
  })

  it('say the same in face data that crossed the network encrypted', async () => {
    const asked = { identifiers: identifiers().slice(0, 3), purpose }
    const open = await city.certificates.byIdentifiers(asked, {})
    expect(open.value[0]?.face?.length).toBeGreaterThan(3)
    const secret = await secretLine(city.systems).certificates.byIdentifiers(asked, {})
    expect(secret.value).toEqual(open.value)
  })

  it('are found by holder and type', async () => {
    const [certificate] = await read(identifiers().slice(0, 1))
    const holder = { documentType: 'RESIDENT_ID', documentNumber: certificate?.holderNumber ?? '', purpose }
    const types = [certificate?.typeCode ?? '']
    const { value } = await city.certificates.byHolder({ ...holder, types }, {})
    expect(value.map(({ identifier }) => identifier)).toContain(certificate?.identifier)
    const nobody = await city.certificates.byHolder({ ...holder, documentNumber: '330600190001010000', types }, {})
    expect(nobody.value).toEqual([])
  })

  it('of types that do not exist are a refusal', async () => {
    const asked = city.certificates.byHolder(
      { documentType: 'RESIDENT_ID', documentNumber: '1', types: ['nothing'], purpose },
      {},
    )
    await expect(asked).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED', source: 'sx-certificates' })
  })
})

describe('verification', () => {
  it('tells genuine, no longer in force and unknown apart', async () => {
    const all = await read(identifiers())
    const valid = all.find(({ status }) => status === 'VALID')?.identifier ?? ''
    const cancelled = all.find(({ status }) => status !== 'VALID')
    const asked = [valid, cancelled?.identifier ?? '', '1.2.156.3005.2.nothing']
    const { value } = await city.certificates.verify({ identifiers: asked, purpose }, {})
    expect(value).toMatchObject([
      { identifier: valid, status: 'GENUINE', certificateStatus: 'VALID' },
      { identifier: cancelled?.identifier, status: 'NOT_IN_FORCE', certificateStatus: cancelled?.status },
      { identifier: '1.2.156.3005.2.nothing', status: 'NOT_FOUND', signedBy: null },
    ])
  })
})

describe('a file', () => {
  it.each([
    ['OFD', 'application/ofd', 'PK'],
    ['PNG', 'image/png', '\x89PNG'],
  ] as const)('comes as %s, whole', async (format, mediaType, magic) => {
    const [identifier = ''] = identifiers()
    const { value } = await city.certificates.file({ identifier, format, purpose }, {})
    expect(value.mediaType).toBe(mediaType)
    expect(Buffer.from(value.content).toString('latin1').startsWith(magic)).toBe(true)
    expect(createHash('sm3').update(value.content).digest('hex')).toMatch(/^[0-9a-f]{64}$/)
  })

  it('that does not exist is not found', async () => {
    const asked = city.certificates.file({ identifier: '1.2.156.3005.2.nothing', format: 'OFD', purpose }, {})
    await expect(asked).rejects.toMatchObject({ code: 'TB_CERTIFICATE_NOT_FOUND', source: 'sx-certificates' })
  })
})

describe('the platform that misbehaves', () => {
  it.each([
    [{ habit: 'clock-skew' }, 'TB_SOURCE_AUTH'],
    [{ habit: 'login-page' }, 'TB_SOURCE_AUTH'],
    [{ habit: 'business-error' }, 'TB_SOURCE_UNAVAILABLE'],
    [{ habit: 'business-error', code: '100' }, 'TB_CERTIFICATE_TYPE_FORBIDDEN'],
    [{ habit: 'hang' }, 'TB_SOURCE_TIMEOUT'],
    [{ habit: 'cut' }, 'TB_SOURCE_SHAPE'],
  ] as const)('by %j is a typed failure', async (habit, code) => {
    city.systems.certificates.misbehave({ operation: 'queryCertInfo', ...habit, times: 1 })
    const { certificates } = impatientLine(city.systems)
    const asked = certificates.byIdentifiers({ identifiers: identifiers().slice(0, 1), purpose }, {})
    await expect(asked).rejects.toMatchObject({ code, source: 'sx-certificates' })
  })

  it.each(['null', '""', '"null"', '[]', 'missing'] as const)('by the payload %s has no certificates', async (as) => {
    city.systems.certificates.misbehave({ operation: 'queryCertInfo', habit: 'nothing', as, times: 1 })
    expect(await read(identifiers().slice(0, 1))).toEqual([])
  })
})
