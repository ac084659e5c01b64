import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore } from '../../store/testing.ts'
import { bankRequest, type CertificateWorld, certificateWorld, worldMigrations } from './test-world.ts'
import { identityCard, identityType, propertyCertificate } from './testing.ts'

const reason = { purpose: '查看办件结果', consentId: null }
const dead = new Error('connection refused')

const serial = (index: number): string =>
  `1.2.156.3005.2.${identityType}.11370800MB28559184.${String(index).padStart(9, '0')}.001.A`

describeOnEachStore('certificates by identifier', (open) => {
  let store: Store
  let world: CertificateWorld

  beforeAll(async () => {
    store = await open({ migrations: worldMigrations })
  })
  beforeEach(async () => {
    world = await certificateWorld(store)
  })

  it('come with one call per platform for a page of twenty, and so do their verifications', async () => {
    const national = world.platform('national')
    national.certificates = Array.from({ length: 19 }, (_, index) => ({ ...identityCard, identifier: serial(index) }))
    const wanted = [...national.certificates, propertyCertificate].map(({ identifier }) => identifier)
    const context = bankRequest()
    const found = await Promise.all(wanted.map((identifier) => world.service.byIdentifier(identifier, reason, context)))
    expect(found.map((one) => one?.identifier)).toEqual(wanted)
    const verified = await Promise.all(wanted.map((identifier) => world.service.verify(identifier, reason, context)))
    expect(verified.every(({ status }) => status === 'GENUINE')).toBe(true)
    expect(world.callsTo('national')).toEqual(['byIdentifiers', 'verify'])
    expect(world.callsTo('city')).toEqual(['byIdentifiers', 'verify'])
    const records = await world.ledger.newest(null, 40)
    expect(records.filter(({ action }) => action === 'verification')).toHaveLength(20)
    expect(records.filter(({ action }) => action === 'certificate')).toHaveLength(20)
  })

  it('are found however the platform and the caller write the identifier', async () => {
    const lower = identityCard.identifier.toLowerCase()
    expect(await world.service.byIdentifier(` ${lower} `, reason, bankRequest())).toMatchObject({
      typeCode: identityType,
    })
  })

  it('fail alone: the neighbours of a dead platform’s certificate come through', async () => {
    world.platform('city').failure = dead
    const context = bankRequest()
    const [card, property] = await Promise.allSettled([
      world.service.byIdentifier(identityCard.identifier, reason, context),
      world.service.byIdentifier(propertyCertificate.identifier, reason, context),
    ])
    expect(card).toMatchObject({ status: 'fulfilled', value: { typeCode: identityType } })
    expect(property).toMatchObject({ status: 'rejected', reason: { source: 'city' } })
  })

  it('fail alone when nobody is authoritative', async () => {
    const context = bankRequest()
    const foreign = identityCard.identifier.replace(identityType, '12100000000018032A001')
    const [none, card] = await Promise.allSettled([
      world.service.byIdentifier(foreign, reason, context),
      world.service.byIdentifier(identityCard.identifier, reason, context),
    ])
    expect(none).toMatchObject({ status: 'rejected', reason: { code: 'TB_NO_AUTHORITY' } })
    expect(card.status).toBe('fulfilled')
  })

  it('are null when the platform has none, and that is no reading', async () => {
    const before = await world.recordCount()
    expect(await world.service.byIdentifier(serial(404), reason, bankRequest())).toBeNull()
    expect(await world.recordCount()).toBe(before)
  })

  it('are never shared between two requests', async () => {
    await world.service.byIdentifier(identityCard.identifier, reason, bankRequest())
    await world.service.byIdentifier(identityCard.identifier, reason, bankRequest())
    expect(world.callsTo('national')).toEqual(['byIdentifiers', 'byIdentifiers'])
  })

  it.each([
    ['a missing field', { holderName: undefined }],
    ['an unknown state', { status: 'FINE' }],
    ['a type code that is none', { typeCode: 'ID' }],
  ])('make a typed error of %s', async (_, change) => {
    // What a faulty platform sends does not fit the type: that is the case under test.
    world.platform('national').certificates = [{ ...identityCard, ...change } as typeof identityCard]
    const reading = world.service.byIdentifier(identityCard.identifier, reason, bankRequest())
    await expect(reading).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE', source: 'national' })
    await expect(reading).rejects.not.toThrow(/欧阳|11010519491231002X/)
  })

  describe('verifying', () => {
    it.each([
      ['one in force', 'VALID', 'GENUINE'],
      ['one that was revoked', 'REVOKED', 'NOT_IN_FORCE'],
    ] as const)('tells of %s', async (_, status, expected) => {
      world.platform('national').certificates = [{ ...identityCard, status }]
      const answer = await world.service.verify(identityCard.identifier, reason, bankRequest())
      expect(answer).toMatchObject({ status: expected, certificateStatus: status, signedBy: '市公安局' })
      expect(JSON.stringify(answer)).not.toMatch(/欧阳|11010519491231002X/)
      expect(await world.ledger.newest(null, 1)).toMatchObject([
        { action: 'verification', certificateType: identityType },
      ])
    })

    it('tells that the register does not know it', async () => {
      expect(await world.service.verify(serial(404), reason, bankRequest())).toMatchObject({
        status: 'NOT_FOUND',
        certificateStatus: 'UNKNOWN',
      })
    })
  })
})
