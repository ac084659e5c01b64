import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore } from '../../store/testing.ts'
import { bankRequest, type CertificateWorld, certificateWorld, worldMigrations } from '../certificates/test-world.ts'
import { propertyType } from '../certificates/testing.ts'
import { checkMaterials } from './check-materials.ts'
import { errand } from './test-errand.ts'
import { testPeers } from './test-peers.ts'

const home = {
  ...errand,
  situations: [],
  materials: (errand.materials ?? [])
    .filter(({ key }) => key === 'deed')
    .map((material) => ({ ...material, satisfiedBy: [{ certificateType: propertyType, issuer: null }] })),
}

describeOnEachStore('checking materials under a consent', (open) => {
  let store: Store
  let world: CertificateWorld

  beforeAll(async () => {
    store = await open({ migrations: worldMigrations })
  })
  beforeEach(async () => {
    world = await certificateWorld(store)
  })

  const check = (consent: string) => {
    const { service: certificates, consents, applicants } = world
    const peers = { ...testPeers(() => home).peers, certificates, consents, applicants }
    const args = { item: home.code, answers: {}, applicant: { person: world.handle }, consent }
    return checkMaterials(peers, args, bankRequest())
  }
  const usesLeft = async (id: string) => (await world.consents.byId(id, bankRequest()))?.usesLeft

  it('costs the citizen no use while a platform is dead', async () => {
    const consent = await world.granted([propertyType])
    world.platform('city').failure = new Error('connection refused')
    await expect(check(consent)).rejects.toMatchObject({ source: 'city' })
    expect(await usesLeft(consent)).toBe(1)
    world.platform('city').failure = undefined
    expect((await check(consent)).satisfiable).toMatchObject([{ held: true }])
    expect(await usesLeft(consent)).toBe(0)
  })

  it('leaves a spent consent good enough to hand the errand in, but not to look again', async () => {
    const consent = await world.granted([propertyType])
    await check(consent)
    const reference = { consentId: consent, applicantHandle: world.handle, types: [propertyType] }
    expect(await world.consents.check(reference, bankRequest())).toMatchObject({ types: [propertyType] })
    await expect(check(consent)).rejects.toMatchObject({ code: 'TB_CONSENT_ENDED' })
    expect(world.callsTo('city')).toEqual(['byHolder'])
  })
})
