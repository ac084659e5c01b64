import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../../store/store.ts'
import { describeOnEachStore } from '../../../store/testing.ts'
import { testContext } from '../../testing.ts'
import { bankRequest, type CertificateWorld, certificateWorld, worldMigrations } from '../test-world.ts'
import { identityCard, identityType } from '../testing.ts'

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

  it('need somebody to be written for', async () => {
    const nobody = testContext({ caller: { kind: 'anonymous' } })
    await expect(world.service.verify(identityCard.identifier, reason, nobody)).rejects.toMatchObject({
      code: 'TB_UNAUTHENTICATED',
    })
  })
})
