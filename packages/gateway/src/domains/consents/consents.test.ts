import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore } from '../../store/testing.ts'
import { createApplicantsService } from '../applicants/create-service.ts'
import { applicantMigrations } from '../applicants/schema.ts'
import type { ApplicantsService } from '../applicants/service.ts'
import { applicantStore } from '../applicants/store.ts'
import { type TestClock, testCaller, testClock, testContext, testSeal } from '../testing.ts'
import { createConsentsService } from './create-service.ts'
import type { ConsentEntity } from './record.ts'
import { consentMigrations } from './schema.ts'
import type { ConsentDecisions, ConsentsService } from './service.ts'

const minute = 60_000
const identity = '11100000000013127D001'
const property = '11100000MB03271699001'
const bank = testContext({ caller: testCaller('bank', 'consents:write') })
const utility = testContext({ caller: testCaller('utility', 'consents:write') })
const phone = testContext({ caller: testCaller('phone', 'consents:decide') })

const person = {
  documentType: 'RESIDENT_ID',
  documentNumber: '11010519491231002X',
  name: '欧阳小三',
  level: 'FACE',
} as const
const other = { ...person, documentNumber: '440524188001010014' }

const wrongCode = (consent: ConsentEntity): string => (consent.matchCode === '0000' ? '0001' : '0000')

describeOnEachStore('consents', (open) => {
  let store: Store
  let clock: TestClock
  let applicants: ApplicantsService
  let service: ConsentsService & ConsentDecisions
  let handle: string
  let keys = 0

  beforeAll(async () => {
    store = await open({ migrations: { ...applicantMigrations, ...consentMigrations } })
  })
  beforeEach(async () => {
    clock = testClock()
    applicants = createApplicantsService(applicantStore(store, testSeal), testSeal, clock.now)
    service = createConsentsService({ store, applicants, now: clock.now })
    handle = (await applicants.register(person, bank)).handle
  })

  const input = (change: object = {}) => ({
    applicant: handle,
    certificateTypes: [identity, property],
    purpose: '不动产抵押登记',
    ...change,
  })
  const newKey = (): string => {
    keys += 1
    return `key-${keys}`
  }
  const asked = (change: object = {}) => service.request(input(change), newKey(), bank)
  const answer = (consent: ConsentEntity, granted = true, matchCode = consent.matchCode) =>
    service.decide({ id: consent.id, matchCode, granted }, phone)
  const granted = async (change: object = {}) => answer(await asked(change))
  const use = (consent: ConsentEntity, types: readonly string[] | null = null) =>
    service.use({ consentId: consent.id, applicantHandle: handle, types }, bank)
  const stateOf = async (consent: ConsentEntity) => (await service.byId(consent.id, bank))?.state

  it('is asked for, granted and used up', async () => {
    const consent = await asked({ uses: 2, validMinutes: 10 })
    expect(consent).toMatchObject({
      state: 'PENDING',
      uses: 2,
      usesLeft: 2,
      clientTitle: 'bank 接入方',
      decidedAt: null,
    })
    expect(consent.matchCode).toMatch(/^\d{4}$/)
    clock.forward(5 * minute)
    const given = await answer(consent)
    expect(given).toMatchObject({ state: 'GRANTED', decidedAt: clock.now() })
    expect(given.expiresAt.getTime() - clock.now().getTime()).toBe(10 * minute)
    expect(await use(given)).toEqual({ consentId: given.id, purpose: '不动产抵押登记', types: [identity, property] })
    expect(await service.byId(given.id, bank)).toMatchObject({ state: 'GRANTED', usesLeft: 1 })
    await use(given, [identity])
    expect(await stateOf(given)).toBe('EXHAUSTED')
    await expect(use(given)).rejects.toMatchObject({ code: 'TB_CONSENT_ENDED', params: { state: '已用完' } })
  })

  it('gives the same consent for the same key, also when the applicant’s handle has expired', async () => {
    const key = newKey()
    const first = await service.request(input(), key, bank)
    clock.forward(25 * 60 * minute)
    expect(await service.request(input(), key, bank)).toMatchObject({ id: first.id, matchCode: first.matchCode })
    await expect(service.request(input({ uses: 3 }), key, bank)).rejects.toMatchObject({
      code: 'TB_IDEMPOTENCY_KEY_REUSED',
    })
  })

  it('gives the same consent for the same key to a new handle of the same person, and to nobody else’s', async () => {
    const key = newKey()
    const first = await service.request(input(), key, bank)
    clock.forward(25 * 60 * minute)
    const { handle: again } = await applicants.register(person, bank)
    expect(await service.request(input({ applicant: again }), key, bank)).toMatchObject({ id: first.id })
    const { handle: stranger } = await applicants.register(other, bank)
    await expect(service.request(input({ applicant: stranger }), key, bank)).rejects.toMatchObject({
      code: 'TB_IDEMPOTENCY_KEY_REUSED',
    })
    await expect(service.request(input({ applicant: 'nobody' }), key, bank)).rejects.toMatchObject({
      code: 'TB_APPLICANT_UNKNOWN',
    })
  })

  it('is asked for once when the same request arrives many times at once', async () => {
    const key = newKey()
    const consents = await Promise.all(Array.from({ length: 5 }, () => service.request(input(), key, bank)))
    expect(new Set(consents.map(({ id }) => id)).size).toBe(1)
  })

  it('keeps keys of two clients apart, and handles too', async () => {
    const key = newKey()
    await service.request(input(), key, bank)
    await expect(service.request(input(), key, utility)).rejects.toMatchObject({
      code: 'TB_APPLICANT_UNKNOWN',
      argumentPath: ['applicant'],
    })
    const { handle: own } = await applicants.register(person, utility)
    expect(await service.request(input({ applicant: own }), key, utility)).toMatchObject({ clientId: 'utility' })
  })

  it('exists for the client that asked and for those that pass on answers, for nobody else', async () => {
    const consent = await asked()
    expect(await service.byId(consent.id, phone)).toMatchObject({ id: consent.id })
    expect(await service.byId(consent.id, utility)).toBeNull()
    expect(await service.byId('bm90aGluZw', bank)).toBeNull()
    const notFound = { code: 'TB_CONSENT_NOT_FOUND' }
    await expect(service.revoke(consent.id, utility)).rejects.toMatchObject(notFound)
    const reading = { consentId: consent.id, applicantHandle: handle, types: null }
    await expect(service.use(reading, utility)).rejects.toMatchObject(notFound)
    await expect(service.use(reading, phone)).rejects.toMatchObject(notFound)
  })

  describe('the answer', () => {
    it('can be passed on only with the scope for it', async () => {
      const { id, matchCode } = await asked()
      await expect(service.decide({ id, matchCode, granted: true }, bank)).rejects.toMatchObject({
        code: 'TB_FORBIDDEN',
      })
    })

    it('is final', async () => {
      const refused = await answer(await asked(), false)
      expect(refused.state).toBe('REFUSED')
      await expect(answer(refused)).rejects.toMatchObject({ code: 'TB_CONSENT_DECIDED', params: { state: '已拒绝' } })
      await expect(use(refused)).rejects.toMatchObject({ code: 'TB_CONSENT_NOT_GRANTED' })
    })

    it('comes too late after half an hour', async () => {
      const consent = await asked({ validMinutes: 1_440 })
      clock.forward(30 * minute)
      expect(await stateOf(consent)).toBe('EXPIRED')
      await expect(answer(consent)).rejects.toMatchObject({ code: 'TB_CONSENT_ENDED' })
    })

    it('is refused for good after five wrong codes, even with the right one then', async () => {
      const consent = await asked()
      for (let tries = 1; tries <= 5; tries += 1) {
        expect(await stateOf(consent)).toBe('PENDING')
        await expect(answer(consent, true, wrongCode(consent))).rejects.toMatchObject({ code: 'TB_CONSENT_CODE_WRONG' })
      }
      expect(await stateOf(consent)).toBe('REFUSED')
      await expect(answer(consent)).rejects.toMatchObject({ code: 'TB_CONSENT_DECIDED' })
    })

    it('may follow four wrong codes', async () => {
      const consent = await asked()
      const tries = Array.from({ length: 4 }, () => answer(consent, true, wrongCode(consent)))
      expect((await Promise.allSettled(tries)).every(({ status }) => status === 'rejected')).toBe(true)
      expect((await answer(consent)).state).toBe('GRANTED')
    })

    it('counts every one of many wrong codes tried at once', async () => {
      const consent = await asked()
      await Promise.allSettled(Array.from({ length: 8 }, () => answer(consent, true, wrongCode(consent))))
      expect(await stateOf(consent)).toBe('REFUSED')
    })
  })

  describe('using', () => {
    it.each([
      ['a type it does not cover', () => ({ types: ['11100000MB0143028R001'] })],
      ['no type at all', () => ({ types: [] })],
      ['another applicant', async () => ({ applicantHandle: (await applicants.register(other, bank)).handle })],
    ])('is refused for %s and costs nothing', async (_, change) => {
      const consent = await granted()
      const reading = { consentId: consent.id, applicantHandle: handle, types: null, ...(await change()) }
      await expect(service.use(reading, bank)).rejects.toMatchObject({ code: 'TB_CONSENT_MISMATCH' })
      expect(await service.byId(consent.id, bank)).toMatchObject({ usesLeft: 1 })
    })

    it('works for the same applicant under a new handle', async () => {
      const consent = await granted()
      const { handle: again } = await applicants.register(person, bank)
      const reading = { consentId: consent.id, applicantHandle: again, types: [identity] }
      expect(await service.use(reading, bank)).toMatchObject({ types: [identity] })
    })

    it('is refused before the answer and after the end', async () => {
      const consent = await asked({ validMinutes: 10 })
      await expect(use(consent)).rejects.toMatchObject({ code: 'TB_CONSENT_NOT_GRANTED', params: { state: '待确认' } })
      await answer(consent)
      clock.forward(10 * minute)
      await expect(use(consent)).rejects.toMatchObject({ code: 'TB_CONSENT_ENDED', params: { state: '已过期' } })
    })

    it('ends at once when the consent is revoked, by either side, also another gateway', async () => {
      for (const side of [bank, phone]) {
        const consent = await granted({ uses: 5 })
        await use(consent)
        const elsewhere = createConsentsService({ store, applicants, now: clock.now })
        expect((await elsewhere.revoke(consent.id, side)).state).toBe('REVOKED')
        await expect(use(consent)).rejects.toMatchObject({ code: 'TB_CONSENT_ENDED', params: { state: '已撤销' } })
        expect((await elsewhere.revoke(consent.id, side)).state).toBe('REVOKED')
      }
    })

    it('is not counted when it is only checked', async () => {
      const consent = await granted()
      const reading = { consentId: consent.id, applicantHandle: handle, types: null }
      await service.check(reading, bank)
      await service.check(reading, bank)
      expect(await service.byId(consent.id, bank)).toMatchObject({ usesLeft: 1 })
    })

    it('may be referred to after the last use, until it is revoked or expires', async () => {
      const reading = (consent: ConsentEntity) => ({
        consentId: consent.id,
        applicantHandle: handle,
        types: [identity],
      })
      const spent = async () => {
        const consent = await granted({ validMinutes: 10 })
        await use(consent)
        return consent
      }
      const revoked = await spent()
      expect(await service.check(reading(revoked), bank)).toMatchObject({ types: [identity] })
      const usedUp = { code: 'TB_CONSENT_ENDED', params: { state: '已用完' } }
      await expect(service.usable(reading(revoked), bank)).rejects.toMatchObject(usedUp)
      await expect(use(revoked)).rejects.toMatchObject(usedUp)
      await service.revoke(revoked.id, phone)
      const ended = (state: string) => ({ code: 'TB_CONSENT_ENDED', params: { state } })
      await expect(service.check(reading(revoked), bank)).rejects.toMatchObject(ended('已撤销'))
      const expired = await spent()
      clock.forward(10 * minute)
      await expect(service.check(reading(expired), bank)).rejects.toMatchObject(ended('已过期'))
      const refused = await answer(await asked(), false)
      await expect(service.check(reading(refused), bank)).rejects.toMatchObject({ code: 'TB_CONSENT_NOT_GRANTED' })
    })

    it('never happens more often than allowed, whatever runs at the same time', async () => {
      const many = fc.record({ uses: fc.integer({ min: 1, max: 6 }), readers: fc.integer({ min: 1, max: 12 }) })
      await fc.assert(
        fc.asyncProperty(many, async ({ uses, readers }) => {
          const consent = await granted({ uses })
          const results = await Promise.allSettled(Array.from({ length: readers }, () => use(consent)))
          const succeeded = results.filter(({ status }) => status === 'fulfilled').length
          expect(succeeded).toBe(Math.min(uses, readers))
          const codes = results.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
          expect(new Set(codes)).toEqual(new Set(codes.length > 0 ? ['TB_CONSENT_ENDED'] : []))
          expect(await service.byId(consent.id, bank)).toMatchObject({ usesLeft: uses - succeeded })
        }),
        { numRuns: 20 },
      )
    })
  })

  it('cannot be revoked after it was refused or has expired', async () => {
    const refused = await answer(await asked(), false)
    await expect(service.revoke(refused.id, bank)).rejects.toMatchObject({ code: 'TB_CONSENT_ENDED' })
    const old = await granted({ validMinutes: 1 })
    clock.forward(minute)
    await expect(service.revoke(old.id, bank)).rejects.toMatchObject({ code: 'TB_CONSENT_ENDED' })
  })
})
