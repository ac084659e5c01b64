import type { TongbanError } from '@tongban/schema'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { sourceFailure } from '../../sources/failures.ts'
import { describeOnEachStore } from '../../store/testing.ts'
import {
  bankRequest,
  type CertificateWorld,
  certificateWorld,
  phone,
  worldMigrations,
} from '../certificates/test-world.ts'
import { identityCard, identityType, propertyCertificate, propertyType } from '../certificates/testing.ts'
import { serviceItemRecord } from '../items/record.ts'
import { InputErrors } from '../user-errors.ts'
import { type CheckPeers, checkMaterials } from './check-materials.ts'
import { tables } from './store.ts'
import { createSubmissionsService } from './submissions.ts'
import { document, errand } from './test-errand.ts'
import { openWorld, type World } from './test-world.ts'

const paper = (key: string, name: string, certificateType: string) => ({
  key,
  name,
  necessity: 'REQUIRED',
  form: 'ELECTRONIC_COPY',
  source: 'GOVERNMENT',
  satisfiedBy: [{ certificateType }],
})
const { materials } = serviceItemRecord.parse({
  ...errand,
  materials: [paper('deed', '不动产权证书', propertyType), paper('card', '身份证', identityType)],
})
const home = { ...errand, situations: [], materials }
/** Well-formed, of the right type, and nobody's. */
const invented = `1.2.156.3005.2.${propertyType}.11370800MB28559184.2024999999.001.7`

const wrong = async (submit: Promise<unknown>): Promise<readonly string[]> => {
  const thrown = await submit.then(
    () => undefined,
    (error: unknown) => error,
  )
  const errors: readonly TongbanError[] = thrown instanceof InputErrors ? thrown.errors : [thrown as TongbanError]
  return errors.map(({ code, argumentPath }) => `${code} ${argumentPath?.join('.')}`)
}

describeOnEachStore('submitting certificates under a consent', (open) => {
  let world: World
  let city: CertificateWorld
  let peers: CheckPeers

  beforeAll(async () => {
    world = await openWorld(open, { migrations: worldMigrations })
  })
  beforeEach(async () => {
    await world.reset()
    world.shown.item = home
    city = await certificateWorld(world.store)
    const { service: certificates, consents, applicants } = city
    peers = { ...world.peers, certificates, consents, applicants }
  })

  const applicant = () => ({ person: city.handle })
  const submit = (consent: string | null, deed: string | null, card: string | null = null) => {
    const handed = (key: string, certificate: string | null) => (certificate ? { key, certificate } : { key, document })
    const papers = [handed('deed', deed), handed('card', card)]
    const input = { item: home.code, applicant: applicant(), answers: {}, consent, materials: papers }
    const context = bankRequest()
    return createSubmissionsService(world.deps, peers).submit({ input, idempotencyKey: crypto.randomUUID() }, context)
  }
  const check = (consent: string) =>
    checkMaterials(peers, { item: home.code, answers: {}, applicant: applicant(), consent }, bankRequest())
  const usesLeft = async (id: string) => (await city.consents.byId(id, bankRequest()))?.usesLeft
  const accepted = async () => (await tables(world.store.db).selectFrom('submission').select('id').execute()).length

  it('reads what was never read, once, leaves a record, and accepts what the platform confirms', async () => {
    const consent = await city.granted([propertyType, identityType])
    const before = await city.recordCount()
    await submit(consent, propertyCertificate.identifier, identityCard.identifier)
    expect(await usesLeft(consent)).toBe(0)
    expect(await city.recordCount()).toBe(before + 2)
  })

  it('accepts what the check has read under the same consent, though its only use is spent', async () => {
    const consent = await city.granted([propertyType, identityType])
    await check(consent)
    const before = await city.recordCount()
    await submit(consent, ` ${propertyCertificate.identifier.toLowerCase()} `, identityCard.identifier)
    // Whose they are was read; whether they are in force is asked again, in one call, and leaves its records.
    expect(city.callsTo('city')).toEqual(['byHolder', 'verify'])
    expect(await city.recordCount()).toBe(before + 2)
  })

  it('refuses a certificate that was revoked after the check had read it', async () => {
    const consent = await city.granted([propertyType])
    await check(consent)
    city.platform('city').certificates = [{ ...propertyCertificate, status: 'REVOKED' }]
    expect(await wrong(submit(consent, propertyCertificate.identifier))).toEqual([
      'TB_MATERIAL_WAY_INVALID materials.0.certificate',
    ])
    expect(await accepted()).toBe(0)
  })

  it('lets no more errands rest on a consent than it allows readings, also when they come at once', async () => {
    const consent = await city.granted([propertyType], 2)
    await check(consent)
    const handedIn = await Promise.allSettled(
      Array.from({ length: 5 }, () => submit(consent, propertyCertificate.identifier)),
    )
    expect(handedIn.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect(await accepted()).toBe(2)
    expect(await wrong(submit(consent, propertyCertificate.identifier))).toEqual(['TB_CONSENT_ENDED consent'])
  })

  it.each<[string, () => void]>([
    ['invented', () => {}],
    [
      "somebody else's",
      () => {
        const theirs = { ...propertyCertificate, identifier: invented, holderNumber: '110105194912310038' }
        city.platform('city').certificates.push(theirs)
      },
    ],
    [
      'revoked',
      () => {
        city.platform('city').certificates.push({ ...propertyCertificate, identifier: invented, status: 'REVOKED' })
      },
    ],
  ])('refuses a certificate that is %s, at its place, having counted the reading', async (_, arrange) => {
    arrange()
    const consent = await city.granted([propertyType], 2)
    expect(await wrong(submit(consent, invented))).toEqual(['TB_MATERIAL_WAY_INVALID materials.0.certificate'])
    expect(await usesLeft(consent)).toBe(1)
    expect(await accepted()).toBe(0)
    await submit(consent, propertyCertificate.identifier)
    expect(await usesLeft(consent)).toBe(1)
  })

  it('refuses what the check found revoked, without another use', async () => {
    city.platform('city').certificates = [{ ...propertyCertificate, status: 'REVOKED' }]
    const consent = await city.granted([propertyType])
    await check(consent)
    expect(await wrong(submit(consent, propertyCertificate.identifier))).toEqual([
      'TB_MATERIAL_WAY_INVALID materials.0.certificate',
    ])
  })

  it('needs a use for a certificate never read under this consent', async () => {
    const consent = await city.granted([propertyType])
    await check(consent)
    expect(await wrong(submit(consent, invented))).toEqual(['TB_CONSENT_ENDED consent'])
    const earlier = await city.granted([identityType])
    await submit(earlier, null, identityCard.identifier)
    const other = await city.granted([propertyType, identityType])
    await submit(other, null, identityCard.identifier)
    expect(await usesLeft(other)).toBe(0)
  })

  it('accepts nothing and spends no use while the platform is dead', async () => {
    const consent = await city.granted([propertyType])
    city.platform('city').failure = sourceFailure('TB_SOURCE_UNAVAILABLE')
    await expect(submit(consent, propertyCertificate.identifier)).rejects.toMatchObject({
      code: 'TB_SOURCE_UNAVAILABLE',
      source: 'city',
    })
    expect(await usesLeft(consent)).toBe(1)
    expect(await accepted()).toBe(0)
  })

  it('checks a consent that is named without any certificate', async () => {
    const consent = await city.granted([propertyType])
    expect(await submit(consent, null)).toMatchObject({ state: 'SUBMITTED' })
    expect(await wrong(submit('Q29uc2VudDox', null))).toEqual(['TB_CONSENT_NOT_FOUND consent'])
    await city.consents.revoke(consent, phone)
    expect(await wrong(submit(consent, null))).toEqual(['TB_CONSENT_ENDED consent'])
  })

  it('asks for a consent where a certificate comes without any', async () => {
    expect(await wrong(submit(null, propertyCertificate.identifier))).toEqual(['TB_CONSENT_REQUIRED consent'])
  })
})
