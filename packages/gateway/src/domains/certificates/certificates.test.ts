import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore } from '../../store/testing.ts'
import { createApplicantsService } from '../applicants/create-service.ts'
import { applicantMigrations } from '../applicants/schema.ts'
import type { ApplicantsService } from '../applicants/service.ts'
import { applicantStore } from '../applicants/store.ts'
import { createConsentsService } from '../consents/create-service.ts'
import { consentMigrations } from '../consents/schema.ts'
import type { ConsentDecisions, ConsentsService } from '../consents/service.ts'
import { type TestClock, testCaller, testClock, testContext, testSeal } from '../testing.ts'
import { type AccessLedger, accessLedger } from './access-records/ledger.ts'
import { createCertificatesService, type OwnCertificatesService } from './create-service.ts'
import { certificateMigrations } from './schema.ts'
import { identityCard, identityType, licenceType, propertyCertificate, propertyType, testPlatforms } from './testing.ts'
import { typeNames } from './type-names.ts'

const bankCaller = testCaller('bank', 'consents:write', 'certificates:read')
const operator = { branch: '越城支行', id: 'T0421' }
const phone = testContext({ caller: testCaller('phone', 'consents:decide') })
const newRequest = () => testContext({ caller: bankCaller, operator, requestId: 'request-0001' })
const reason = { purpose: '查看办件结果', consentId: null }
const dead = new Error('connection refused')

const serial = (index: number): string =>
  `1.2.156.3005.2.${identityType}.11370800MB28559184.${String(index).padStart(9, '0')}.001.A`

describeOnEachStore('certificates', (open) => {
  let store: Store
  let clock: TestClock
  let applicants: ApplicantsService
  let consents: ConsentsService & ConsentDecisions
  let ledger: AccessLedger
  let service: OwnCertificatesService
  let platforms: ReturnType<typeof testPlatforms>
  let handle: string
  let keys = 0

  beforeAll(async () => {
    store = await open({ migrations: { ...applicantMigrations, ...consentMigrations, ...certificateMigrations } })
  })
  beforeEach(async () => {
    clock = testClock()
    applicants = createApplicantsService(applicantStore(store, testSeal), testSeal, clock.now)
    consents = createConsentsService({ store, applicants, now: clock.now })
    ledger = accessLedger(store, testSeal, clock.now)
    platforms = testPlatforms({ national: ['11100000000013127D'], city: ['11100000MB'] }, clock.now)
    platforms.platform('national').certificates = [identityCard]
    platforms.platform('city').certificates = [propertyCertificate]
    const parts = {
      directory: platforms.directory,
      ledger,
      names: typeNames(store),
      seal: testSeal,
      applicants,
      consents,
    }
    service = createCertificatesService(parts)
    const person = {
      documentType: 'RESIDENT_ID',
      documentNumber: '11010519491231002X',
      name: '欧阳小三',
      level: 'FACE',
    } as const
    handle = (await applicants.register(person, newRequest())).handle
  })

  const granted = async (types: readonly string[], uses = 1) => {
    keys += 1
    const asked = { applicant: handle, certificateTypes: types, purpose: '抵押登记', uses }
    const { id, matchCode } = await consents.request(asked, `key-${keys}`, newRequest())
    return (await consents.decide({ id, matchCode, granted: true }, phone)).id
  }
  const read = (consentId: string, types: readonly string[] | null = null, context = newRequest()) =>
    service.underConsent({ applicantHandle: handle, consentId, types }, context)
  const usesLeft = async (id: string) => (await consents.byId(id, newRequest()))?.usesLeft
  const callsTo = (id: string) => platforms.platform(id).calls.map(({ method }) => method)
  const newestRecords = (count: number) => ledger.newest(null, count)
  const recordCount = async () => Number((await store.query('select count(*)::int as n from access_record')).rows[0]?.n)

  describe('under a consent', () => {
    it('come from each platform with one call, use the consent once and leave a record each', async () => {
      const consent = await granted([identityType, propertyType, licenceType], 2)
      const found = await read(consent)
      expect(found.map(({ name }) => name).sort()).toEqual(['不动产权证书', '中华人民共和国居民身份证'])
      expect(callsTo('national')).toEqual(['byHolder'])
      expect(callsTo('city')).toEqual(['byHolder'])
      expect(platforms.platform('city').calls[0]?.query).toEqual({
        documentType: 'RESIDENT_ID',
        documentNumber: '11010519491231002X',
        types: [licenceType, propertyType].sort(),
        purpose: '抵押登记',
      })
      expect(await usesLeft(consent)).toBe(1)
      const records = await newestRecords(3)
      expect(records.map(({ certificateType }) => certificateType).sort()).toEqual(
        [identityType, licenceType, propertyType].sort(),
      )
      for (const record of records)
        expect(record).toMatchObject({
          at: clock.now(),
          client: 'bank 接入方',
          operator: '越城支行 T0421',
          action: 'certificate',
          purpose: '抵押登记',
          consentId: consent,
          requestId: 'request-0001',
        })
    })

    it('are read for the types asked for only, even from a platform that gives more', async () => {
      const consent = await granted([identityType, propertyType])
      platforms.platform('national').certificates = [identityCard, { ...propertyCertificate }]
      const found = await read(consent, [identityType])
      expect(found.map(({ typeCode }) => typeCode)).toEqual([identityType])
      expect(callsTo('city')).toEqual([])
    })

    it('stay unread, unrecorded and uncounted when a platform is dead', async () => {
      const consent = await granted([identityType, propertyType])
      const before = await recordCount()
      platforms.platform('city').failure = dead
      await expect(read(consent)).rejects.toMatchObject({ source: 'city' })
      expect(await recordCount()).toBe(before)
      platforms.platform('city').failure = undefined
      expect(await read(consent)).toHaveLength(2)
      await expect(read(consent)).rejects.toMatchObject({ code: 'TB_CONSENT_ENDED' })
    })

    it('do not leave when the consent is revoked while the platform answers', async () => {
      const consent = await granted([identityType])
      const before = await recordCount()
      platforms.platform('national').during = () => consents.revoke(consent, phone)
      await expect(read(consent)).rejects.toMatchObject({ code: 'TB_CONSENT_ENDED', params: { state: '已撤销' } })
      expect(await recordCount()).toBe(before)
    })

    it('go to one of two calls that want the last use', async () => {
      const consent = await granted([identityType])
      const results = await Promise.allSettled([read(consent), read(consent)])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    })

    it('do not leave when the record cannot be written', async () => {
      const consent = await granted([identityType])
      const broken = { ...ledger, record: () => Promise.reject(new Error('disk full')) }
      const parts = {
        directory: platforms.directory,
        ledger: broken,
        names: typeNames(store),
        seal: testSeal,
        applicants,
        consents,
      }
      const reading = { applicantHandle: handle, consentId: consent, types: null }
      await expect(createCertificatesService(parts).underConsent(reading, newRequest())).rejects.toThrow('disk full')
    })

    it('are refused before any call when the consent does not cover the type', async () => {
      const consent = await granted([identityType])
      await expect(read(consent, [propertyType])).rejects.toMatchObject({ code: 'TB_CONSENT_MISMATCH' })
      expect(callsTo('city')).toEqual([])
    })
  })

  describe('by identifier', () => {
    it('come with one call per platform for a page of twenty, and so do their verifications', async () => {
      const national = platforms.platform('national')
      national.certificates = Array.from({ length: 19 }, (_, index) => ({ ...identityCard, identifier: serial(index) }))
      const wanted = [...national.certificates, propertyCertificate].map(({ identifier }) => identifier)
      const context = newRequest()
      const found = await Promise.all(wanted.map((identifier) => service.byIdentifier(identifier, reason, context)))
      expect(found.map((one) => one?.identifier)).toEqual(wanted)
      const verified = await Promise.all(wanted.map((identifier) => service.verify(identifier, reason, context)))
      expect(verified.every(({ status }) => status === 'GENUINE')).toBe(true)
      expect(callsTo('national')).toEqual(['byIdentifiers', 'verify'])
      expect(callsTo('city')).toEqual(['byIdentifiers', 'verify'])
      const records = await newestRecords(40)
      expect(records.filter(({ action }) => action === 'verification')).toHaveLength(20)
      expect(records.filter(({ action }) => action === 'certificate')).toHaveLength(20)
    })

    it('are found however the platform and the caller write the identifier', async () => {
      const lower = identityCard.identifier.toLowerCase()
      expect(await service.byIdentifier(` ${lower} `, reason, newRequest())).toMatchObject({ typeCode: identityType })
    })

    it('fail alone: the neighbours of a dead platform’s certificate come through', async () => {
      platforms.platform('city').failure = dead
      const context = newRequest()
      const [card, property] = await Promise.allSettled([
        service.byIdentifier(identityCard.identifier, reason, context),
        service.byIdentifier(propertyCertificate.identifier, reason, context),
      ])
      expect(card).toMatchObject({ status: 'fulfilled', value: { typeCode: identityType } })
      expect(property).toMatchObject({ status: 'rejected', reason: { source: 'city' } })
    })

    it('fail alone when nobody is authoritative', async () => {
      const context = newRequest()
      const foreign = identityCard.identifier.replace(identityType, '12100000000018032A001')
      const [none, card] = await Promise.allSettled([
        service.byIdentifier(foreign, reason, context),
        service.byIdentifier(identityCard.identifier, reason, context),
      ])
      expect(none).toMatchObject({ status: 'rejected', reason: { code: 'TB_NO_AUTHORITY' } })
      expect(card.status).toBe('fulfilled')
    })

    it('are null when the platform has none, and that is no reading', async () => {
      const before = await recordCount()
      expect(await service.byIdentifier(serial(404), reason, newRequest())).toBeNull()
      expect(await recordCount()).toBe(before)
    })

    it('are never shared between two requests', async () => {
      await service.byIdentifier(identityCard.identifier, reason, newRequest())
      await service.byIdentifier(identityCard.identifier, reason, newRequest())
      expect(callsTo('national')).toEqual(['byIdentifiers', 'byIdentifiers'])
    })

    it.each([
      ['a missing field', { holderName: undefined }],
      ['an unknown state', { status: 'FINE' }],
      ['a type code that is none', { typeCode: 'ID' }],
    ])('make a typed error of %s', async (_, change) => {
      // What a faulty platform sends does not fit the type: that is the case under test.
      platforms.platform('national').certificates = [{ ...identityCard, ...change } as typeof identityCard]
      const reading = service.byIdentifier(identityCard.identifier, reason, newRequest())
      await expect(reading).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE', source: 'national' })
      await expect(reading).rejects.not.toThrow(/欧阳|11010519491231002X/)
    })
  })

  describe('verifying', () => {
    it.each([
      ['one in force', 'VALID', 'GENUINE'],
      ['one that was revoked', 'REVOKED', 'NOT_IN_FORCE'],
    ] as const)('tells of %s', async (_, status, expected) => {
      platforms.platform('national').certificates = [{ ...identityCard, status }]
      const answer = await service.verify(identityCard.identifier, reason, newRequest())
      expect(answer).toMatchObject({ status: expected, certificateStatus: status, signedBy: '市公安局' })
      expect(JSON.stringify(answer)).not.toMatch(/欧阳|11010519491231002X/)
      expect(await newestRecords(1)).toMatchObject([{ action: 'verification', certificateType: identityType }])
    })

    it('tells that the register does not know it', async () => {
      expect(await service.verify(serial(404), reason, newRequest())).toMatchObject({
        status: 'NOT_FOUND',
        certificateStatus: 'UNKNOWN',
      })
    })
  })

  describe('the records', () => {
    it('cannot be changed or removed', async () => {
      await service.verify(identityCard.identifier, reason, newRequest())
      for (const statement of [
        "update access_record set purpose = 'x'",
        'delete from access_record',
        'truncate access_record',
      ])
        await expect(store.query(statement)).rejects.toThrow()
      expect(await recordCount()).toBeGreaterThan(0)
    })

    it('recognise holders and certificates without naming them', async () => {
      const consent = await granted([identityType])
      await read(consent)
      await service.byIdentifier(identityCard.identifier, reason, newRequest())
      const { rows } = await store.query('select * from access_record order by sequence desc limit 2')
      expect(rows[0]?.holder_fingerprint).toBe(rows[1]?.holder_fingerprint)
      expect(rows[0]?.certificate_fingerprint).toBe(rows[1]?.certificate_fingerprint)
      expect(JSON.stringify(rows)).not.toMatch(/欧阳|11010519491231002X|000000001\.001/)
    })

    it('need somebody to be written for', async () => {
      const nobody = testContext({ caller: { kind: 'anonymous' } })
      await expect(service.verify(identityCard.identifier, reason, nobody)).rejects.toMatchObject({
        code: 'TB_UNAUTHENTICATED',
      })
    })
  })

  describe('names of types', () => {
    it('are the published ones, else those a platform gave, also after a restart', async () => {
      const own = '12100000000018032A777'
      expect(service.typeName(identityType)).toBe('居民身份证')
      const names = typeNames(store)
      expect(names.nameOf(own)).toBeNull()
      await names.learn([
        { typeCode: own, name: '居住证' },
        { typeCode: identityType, name: '别的名字' },
      ])
      const later = typeNames(store)
      await later.load()
      expect([later.nameOf(own), later.nameOf(identityType)]).toEqual(['居住证', '居民身份证'])
    })
  })
})
