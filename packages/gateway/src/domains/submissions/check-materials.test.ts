import type { Locale } from '@tongban/schema'
import { describe, expect, it } from 'vitest'
import { anonymous } from '../../access/caller.ts'
import { certificateRecord } from '../certificates/port.ts'
import type { CertificateEntity } from '../certificates/record.ts'
import { type ItemEntity, materialRecord } from '../items/record.ts'
import { testCaller, testContext } from '../testing.ts'
import { checkMaterials } from './check-materials.ts'
import { cardIdentifier, errand, identityType, licence, licenceType, twoOwners } from './test-errand.ts'
import { testPeers } from './test-peers.ts'

const certificate = (status: CertificateEntity['status']): CertificateEntity => ({
  ...certificateRecord.parse({
    identifier: licence,
    typeCode: licenceType,
    name: '不动产权证书',
    holderKind: 'PERSON',
    holderName: '测试甲',
    holderNumber: '330602199001010000',
    issuerName: '自然资源局',
    status,
  }),
  provenance: { sourceId: 'certificates', fetchedAt: '2026-03-02T00:00:00.000Z', asOf: null, freshness: 'FRESH' },
  reason: { purpose: '抵押登记', consentId: 'consent-1' },
  holderFingerprints: ['f1'],
})

const bank = () => testContext({ caller: testCaller('bank') })
const applicant = { person: 'handle-1' }
const keys = (list: readonly { readonly material: { readonly key: string } }[]) =>
  list.map(({ material }) => material.key)

describe('checking materials', () => {
  it('says everything at once, without a token', async () => {
    const { peers } = testPeers(() => errand)
    const args = { item: errand.code, answers: { ownership: 'JOINT', spouse: 'YES' } }
    const check = await checkMaterials(peers, args, testContext({ caller: anonymous }))
    expect(check.complete).toBe(true)
    expect(check.required.map(({ key }) => key)).toEqual([
      'form',
      'deed',
      'identity',
      'tax',
      'survey',
      'photo',
      'consent',
    ])
    expect(keys(check.fetched)).toEqual(['identity', 'tax'])
    expect(check.satisfiable).toMatchObject([
      {
        material: { key: 'deed' },
        certificateType: { code: licenceType },
        held: null,
        certificate: null,
        needsConsent: true,
      },
    ])
    expect(check.missing).toMatchObject([
      { material: { key: 'form' }, why: '办理该事项必须提交。', howToGet: '由申请人自备。', deferrable: false },
      { material: { key: 'survey' }, deferrable: true },
      { material: { key: 'consent' }, why: '因选择“共同所有”而需要。' },
    ])
  })

  it('names the questions still open, and leaves out what only an answer would ask for', async () => {
    const { peers } = testPeers(() => errand)
    const ask = (answers: Record<string, string>) => checkMaterials(peers, { item: errand.code, answers }, bank())
    const none = await ask({})
    expect(none.complete).toBe(false)
    expect(none.incompleteReason).toMatch(/情形问题/)
    expect(none.openQuestions.map(({ key }) => key)).toEqual(['ownership'])
    expect(none.required.map(({ key }) => key)).not.toContain('consent')
    expect((await ask({ ownership: 'JOINT' })).openQuestions.map(({ key }) => key)).toEqual(['spouse'])
    expect((await ask({ ownership: 'SOLE' })).complete).toBe(true)
  })

  it('does not take materials that are not known for none', async () => {
    const unknown: ItemEntity = { ...errand, situations: null, materials: null }
    const look = (item: ItemEntity, locale: Locale) =>
      checkMaterials(testPeers(() => item).peers, { item: errand.code }, testContext({ caller: anonymous, locale }))
    expect(await look(unknown, 'zh-CN')).toMatchObject({
      complete: false,
      materialsKnown: false,
      incompleteReason: expect.stringContaining('未载明该事项需要哪些材料'),
      required: [],
      missing: [],
    })
    expect((await look(unknown, 'en')).incompleteReason).toMatch(/does not say which materials/)
    const nothing = await look({ ...errand, situations: [], materials: [] }, 'zh-CN')
    expect(nothing).toMatchObject({ complete: true, materialsKnown: true, incompleteReason: null })
  })

  it('says of a material without a known necessity that it may be asked for', async () => {
    const vague: ItemEntity = {
      ...errand,
      situations: [],
      materials: [materialRecord.parse({ key: 'paper', name: '某材料' })],
    }
    const check = await checkMaterials(testPeers(() => vague).peers, { item: errand.code }, bank())
    expect(check.missing).toMatchObject([{ why: '事项库未载明是否必须提交,建议备好。', deferrable: false }])
  })

  it('ends on a question tree that leads back to itself', async () => {
    const [first] = errand.situations ?? []
    const circle: ItemEntity = {
      ...errand,
      situations: [
        {
          ...first,
          key: 'a',
          question: 'a',
          multiple: true,
          root: true,
          options: [{ value: 'x', label: 'x', next: 'a' }],
        },
      ],
    }
    const { peers } = testPeers(() => circle)
    const check = await checkMaterials(peers, { item: errand.code, answers: { a: ['x'] } }, bank())
    expect(check.complete).toBe(true)
  })

  it.each([
    ['an option', { ownership: 'RENTED' }, 'TB_SITUATION_ANSWER_UNKNOWN', ['answers', 'ownership']],
    ['a question', { colour: 'RED' }, 'TB_SITUATION_UNKNOWN', ['answers', 'colour']],
    [
      'two options of a single choice',
      { ownership: ['SOLE', 'JOINT'] },
      'TB_SITUATION_ANSWER_UNKNOWN',
      ['answers', 'ownership'],
    ],
  ])('refuses %s that the item does not have', async (_, answers, code, argumentPath) => {
    const { peers } = testPeers(() => errand)
    await expect(checkMaterials(peers, { item: errand.code, answers }, bank())).rejects.toMatchObject({
      code,
      argumentPath,
    })
  })

  it('refuses an unknown item, and an applicant without a token', async () => {
    const { peers } = testPeers(() => errand)
    await expect(checkMaterials(peers, { item: '1' }, bank())).rejects.toMatchObject({ code: 'TB_ITEM_NOT_FOUND' })
    const stranger = testContext({ caller: anonymous })
    await expect(checkMaterials(peers, { item: errand.code, applicant }, stranger)).rejects.toMatchObject({
      code: 'TB_UNAUTHENTICATED',
    })
  })

  it('looks which certificates are held only under a consent, and uses it once', async () => {
    const { peers, looked } = testPeers(() => errand, [certificate('VALID')])
    const args = { item: errand.code, answers: { ownership: 'SOLE' }, applicant }
    const without = await checkMaterials(peers, args, bank())
    expect(without.satisfiable).toMatchObject([{ held: null, needsConsent: true }])
    expect(looked.uses).toBe(0)
    const under = await checkMaterials(peers, { ...args, consent: 'consent-1' }, bank())
    expect(under.satisfiable).toMatchObject([{ held: true, certificate: licence, needsConsent: false }])
    expect(keys(under.missing)).toEqual(['form', 'survey'])
    expect(looked.uses).toBe(1)
  })

  it('counts a certificate that is not in force as not held, and the material as missing', async () => {
    const { peers } = testPeers(() => errand, [certificate('CANCELLED')])
    const args = { item: errand.code, answers: { ownership: 'SOLE' }, applicant, consent: 'consent-1' }
    const check = await checkMaterials(peers, args, bank())
    expect(check.satisfiable).toMatchObject([{ held: false, certificate: null }])
    expect(keys(check.missing)).toEqual(['form', 'deed', 'survey'])
  })

  describe('of what is fetched only in part, where a certificate can stand in', () => {
    const home: ItemEntity = { ...errand, materials: twoOwners }
    const args = { item: errand.code, answers: { ownership: 'SOLE' }, applicant }
    const card: CertificateEntity = { ...certificate('VALID'), identifier: cardIdentifier, typeCode: identityType }

    it('asks for a consent before it calls anything fetched', async () => {
      const { peers } = testPeers(() => home, [card])
      const check = await checkMaterials(peers, args, bank())
      expect(check.fetched).toEqual([])
      expect(check.satisfiable).toMatchObject([{ material: { key: 'own' }, held: null, needsConsent: true }])
    })

    it('names the certificate held, or the material missing', async () => {
      const look = async (held: readonly CertificateEntity[]) =>
        checkMaterials(testPeers(() => home, held).peers, { ...args, consent: 'consent-1' }, bank())
      const holding = await look([card])
      expect(holding.satisfiable).toMatchObject([{ held: true, certificate: cardIdentifier, needsConsent: false }])
      expect(keys(holding.missing)).toEqual(['other'])
      const without = await look([])
      expect(without.satisfiable).toMatchObject([{ held: false, certificate: null, needsConsent: false }])
      expect(keys(without.missing)).toEqual(['own', 'other'])
    })
  })

  it('does not spend a consent that covers none of the types', async () => {
    const other: ItemEntity = {
      ...errand,
      materials: (errand.materials ?? []).map((material) => ({
        ...material,
        satisfiedBy: material.satisfiedBy.map((way) => ({ ...way, certificateType: '111000000000132021001' })),
      })),
    }
    const { peers, looked } = testPeers(() => other)
    const check = await checkMaterials(peers, { item: errand.code, applicant, consent: 'consent-1' }, bank())
    expect(check.satisfiable).toMatchObject([{ held: null, needsConsent: true }])
    expect(looked.uses).toBe(0)
  })

  it('passes on a consent that is not granted', async () => {
    const { peers } = testPeers(() => errand)
    const args = { item: errand.code, applicant, consent: 'consent-9' }
    await expect(checkMaterials(peers, args, bank())).rejects.toMatchObject({ code: 'TB_CONSENT_NOT_GRANTED' })
  })
})
