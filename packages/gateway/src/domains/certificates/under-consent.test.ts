import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore } from '../../store/testing.ts'
import { bankRequest, type CertificateWorld, certificateWorld, phone, worldMigrations } from './test-world.ts'
import { identityCard, identityType, licenceType, propertyCertificate, propertyType } from './testing.ts'

const dead = new Error('connection refused')

describeOnEachStore('certificates under a consent', (open) => {
  let store: Store
  let world: CertificateWorld

  beforeAll(async () => {
    store = await open({ migrations: worldMigrations })
  })
  beforeEach(async () => {
    world = await certificateWorld(store)
  })

  const read = (consentId: string, types: readonly string[] | null = null) =>
    world.service.underConsent({ applicantHandle: world.handle, consentId, types }, bankRequest())
  const usesLeft = async (id: string) => (await world.consents.byId(id, bankRequest()))?.usesLeft

  it('come from each platform with one call, use the consent once and leave a record each', async () => {
    const consent = await world.granted([identityType, propertyType, licenceType], 2)
    const found = await read(consent)
    expect(found.map(({ name }) => name).sort()).toEqual(['不动产权证书', '中华人民共和国居民身份证'])
    expect(world.callsTo('national')).toEqual(['byHolder'])
    expect(world.callsTo('city')).toEqual(['byHolder'])
    expect(world.platform('city').calls[0]?.query).toEqual({
      documentType: 'RESIDENT_ID',
      documentNumber: '11010519491231002X',
      types: [licenceType, propertyType].sort(),
      purpose: '抵押登记',
    })
    expect(await usesLeft(consent)).toBe(1)
    const records = await world.ledger.newest(null, 3)
    expect(records.map(({ certificateType }) => certificateType).sort()).toEqual(
      [identityType, licenceType, propertyType].sort(),
    )
    for (const record of records)
      expect(record).toMatchObject({
        at: world.clock.now(),
        client: 'bank 接入方',
        operator: '越城支行 T0421',
        action: 'certificate',
        purpose: '抵押登记',
        consentId: consent,
        requestId: 'request-0001',
      })
  })

  it('are read for the types asked for only, even from a platform that gives more', async () => {
    const consent = await world.granted([identityType, propertyType])
    world.platform('national').certificates = [identityCard, { ...propertyCertificate }]
    const found = await read(consent, [identityType])
    expect(found.map(({ typeCode }) => typeCode)).toEqual([identityType])
    expect(world.callsTo('city')).toEqual([])
  })

  it("are the holder's only, even from a platform that gives somebody else's", async () => {
    const consent = await world.granted([identityType, propertyType])
    const theirs = { documentType: 'RESIDENT_ID', documentNumber: '110105194912310038' } as const
    world.platform('city').certificates = [{ ...propertyCertificate, holders: [theirs] }]
    expect((await read(consent)).map(({ typeCode }) => typeCode)).toEqual([identityType])
  })

  it('stay unread, unrecorded and uncounted when a platform is dead', async () => {
    const consent = await world.granted([identityType, propertyType])
    const before = await world.recordCount()
    world.platform('city').failure = dead
    await expect(read(consent)).rejects.toMatchObject({ source: 'city' })
    expect(await world.recordCount()).toBe(before)
    world.platform('city').failure = undefined
    expect(await read(consent)).toHaveLength(2)
    await expect(read(consent)).rejects.toMatchObject({ code: 'TB_CONSENT_ENDED' })
  })

  it('do not leave when the consent is revoked while the platform answers', async () => {
    const consent = await world.granted([identityType])
    const before = await world.recordCount()
    world.platform('national').during = () => world.consents.revoke(consent, phone)
    await expect(read(consent)).rejects.toMatchObject({ code: 'TB_CONSENT_ENDED', params: { state: '已撤销' } })
    expect(await world.recordCount()).toBe(before)
  })

  it('go to one of two calls that want the last use', async () => {
    const consent = await world.granted([identityType])
    const results = await Promise.allSettled([read(consent), read(consent)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('do not leave when the record cannot be written', async () => {
    const consent = await world.granted([identityType])
    const broken = { ...world.ledger, record: () => Promise.reject(new Error('disk full')) }
    const reading = { applicantHandle: world.handle, consentId: consent, types: null }
    await expect(world.serviceWith(broken).underConsent(reading, bankRequest())).rejects.toThrow('disk full')
  })

  it('are refused before any call when the consent does not cover the type', async () => {
    const consent = await world.granted([identityType])
    await expect(read(consent, [propertyType])).rejects.toMatchObject({ code: 'TB_CONSENT_MISMATCH' })
    expect(world.callsTo('city')).toEqual([])
  })
})
