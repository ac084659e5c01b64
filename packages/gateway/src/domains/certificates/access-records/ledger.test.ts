import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../../store/store.ts'
import { describeOnEachStore } from '../../../store/testing.ts'
import { applicantFingerprint } from '../../applicants/fingerprint.ts'
import { testContext, testSeal } from '../../testing.ts'
import type { CertificateInput } from '../port.ts'
import { bankRequest, type CertificateWorld, certificateWorld, worldMigrations } from '../test-world.ts'
import { identityCard, identityType, propertyCertificate, propertyType } from '../testing.ts'

const reason = { purpose: '查看办件结果', consentId: null }

describeOnEachStore('access records', (open) => {
  let store: Store
  let world: CertificateWorld

  beforeAll(async () => {
    store = await open({ migrations: worldMigrations })
  })
  beforeEach(async () => {
    world = await certificateWorld(store)
  })

  it('cannot be changed or removed', async () => {
    await world.service.verify(identityCard.identifier, reason, bankRequest())
    for (const statement of [
      "update access_record set purpose = 'x'",
      'delete from access_record',
      'truncate access_record',
    ])
      await expect(store.query(statement)).rejects.toThrow()
    expect(await world.recordCount()).toBeGreaterThan(0)
  })

  it('recognise holders and certificates without naming them', async () => {
    const consent = await world.granted([identityType])
    await world.service.underConsent({ applicantHandle: world.handle, consentId: consent, types: null }, bankRequest())
    await world.service.byIdentifier(identityCard.identifier, reason, bankRequest())
    const { rows } = await store.query('select * from access_record order by sequence desc limit 2')
    expect(rows[0]?.holder_fingerprint).toBe(rows[1]?.holder_fingerprint)
    expect(rows[0]?.certificate_fingerprint).toBe(rows[1]?.certificate_fingerprint)
    expect(JSON.stringify(rows)).not.toMatch(/欧阳|11010519491231002X|000000001\.001/)
  })

  const jointly: CertificateInput = {
    ...propertyCertificate,
    holderName: '欧阳小三、Smith',
    holderNumber: '11010519491231002X、E12345678',
    holders: [
      { documentType: 'RESIDENT_ID', documentNumber: '11010519491231002X' },
      { documentType: 'PASSPORT', documentNumber: 'E12345678' },
    ],
  }
  const holdersOf = async (count: number) => {
    const text = 'select holder_fingerprint as holder from access_record order by sequence desc limit $1'
    return (await store.query(text, [count])).rows.map(({ holder }) => holder)
  }

  it('of a joint certificate are found under each of its holders, whatever document they hold', async () => {
    world.platform('city').certificates = [jointly]
    await world.service.byIdentifier(jointly.identifier, reason, bankRequest())
    const holders = jointly.holders?.map((holder) => applicantFingerprint(testSeal, holder)) ?? []
    expect(new Set(await holdersOf(2))).toEqual(new Set(holders))
    await world.service.verify(jointly.identifier, reason, bankRequest())
    expect(await holdersOf(1)).toEqual([null])
  })

  it('of a joint certificate read under one holder’s consent tell of the other, too', async () => {
    world.platform('city').certificates = [{ ...jointly, holderNumber: '11010519491231002X' }]
    const consentId = await world.granted([propertyType])
    await world.service.underConsent({ applicantHandle: world.handle, consentId, types: null }, bankRequest())
    const other = applicantFingerprint(testSeal, { documentType: 'PASSPORT', documentNumber: 'E12345678' })
    const holders = await holdersOf(2)
    expect(holders).toContain(other)
    expect(new Set(holders).size).toBe(2)
  })

  it('need somebody to be written for', async () => {
    const nobody = testContext({ caller: { kind: 'anonymous' } })
    await expect(world.service.verify(identityCard.identifier, reason, nobody)).rejects.toMatchObject({
      code: 'TB_UNAUTHENTICATED',
    })
  })
})
