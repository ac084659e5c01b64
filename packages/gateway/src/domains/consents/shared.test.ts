import fc from 'fast-check'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore } from '../../store/testing.ts'
import { createApplicantsService } from '../applicants/create-service.ts'
import { applicantMigrations } from '../applicants/schema.ts'
import { applicantStore } from '../applicants/store.ts'
import { testCaller, testClock, testContext, testSeal } from '../testing.ts'
import { createConsentsService } from './create-service.ts'
import { consentMigrations } from './schema.ts'

const identity = '11100000000013127D001'
const person = {
  documentType: 'RESIDENT_ID',
  documentNumber: '11010519491231002X',
  name: '欧阳小三',
  level: 'FACE',
} as const
const request = (client = 'bank') => testContext({ caller: testCaller(client, 'consents:write') })
const phone = testContext({ caller: testCaller('phone', 'consents:decide') })

describeOnEachStore('consents of several requests', (open) => {
  let store: Store
  let statements: string[] = []
  let handle: string
  const { now } = testClock()
  /** The services of one gateway; a second call gives another gateway on the same database. */
  const gateway = () => {
    const applicants = createApplicantsService(applicantStore(store, testSeal), testSeal, now)
    return { applicants, consents: createConsentsService({ store, applicants, now }) }
  }
  let here: ReturnType<typeof gateway>

  beforeAll(async () => {
    const migrations = { ...applicantMigrations, ...consentMigrations }
    store = await open({ migrations, onStatement: (sql) => statements.push(sql) })
    handle = (await gateway().applicants.register(person, request())).handle
  })
  beforeEach(() => {
    here = gateway()
  })

  const granted = async (uses: number): Promise<string> => {
    const asked = { applicant: handle, certificateTypes: [identity], purpose: '抵押登记', uses }
    const { id, matchCode } = await here.consents.request(asked, crypto.randomUUID(), request())
    return (await here.consents.decide({ id, matchCode, granted: true }, phone)).id
  }
  const reading = (consentId: string) => ({ consentId, applicantHandle: handle, types: null })
  const left = async (id: string) => (await here.consents.byId(id, request()))?.usesLeft
  /** How often statements that begin so were made by some work. */
  const during = async (work: () => Promise<unknown>) => {
    statements = []
    await work()
    const count = (start: string) => statements.filter((sql) => sql.startsWith(start)).length
    return { reads: count('select'), uses: count('with "held"'), all: statements.length }
  }

  it('are read and used in one statement each, however many requests there are', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => granted(2)))
    const use = (id: string) => here.consents.use(reading(id), request())
    // applicants, consents, uses
    expect(await during(() => Promise.all(ids.map(use)))).toEqual({ reads: 2, uses: 1, all: 3 })
    expect(await Promise.all(ids.map(left))).toEqual([1, 1, 1, 1, 1, 1])
  })

  it('cost a request that checks and then uses one of them three statements', async () => {
    const id = await granted(1)
    const context = request()
    const work = async () => {
      await here.consents.usable(reading(id), context)
      await here.consents.use(reading(id), context)
    }
    expect(await during(work)).toEqual({ reads: 2, uses: 1, all: 3 })
  })

  it('are counted one by one when the same one is used several times at once', async () => {
    const id = await granted(4)
    const use = () => here.consents.use(reading(id), request())
    expect((await during(() => Promise.all([use(), use(), use()]))).uses).toBe(3)
    expect(await left(id)).toBe(1)
  })

  it('exist only for their own client, also when both ask in one statement', async () => {
    const id = await granted(1)
    const ask = (client: string) => here.consents.byId(id, request(client))
    const asked = await during(async () => {
      expect(await Promise.all([ask('utility'), ask('bank')])).toMatchObject([null, { id }])
    })
    expect(asked.all).toBe(1)
    const use = (client: string) => here.consents.use(reading(id), request(client))
    const [stranger, own] = await Promise.allSettled([use('utility'), use('bank')])
    expect([stranger, own]).toMatchObject([
      { status: 'rejected', reason: { code: 'TB_CONSENT_NOT_FOUND' } },
      { status: 'fulfilled' },
    ])
  })

  it('keep applicants of two clients apart, also when both ask in one statement', async () => {
    const identify = (client: string) => here.applicants.identify(handle, request(client))
    const [stranger, own] = await Promise.allSettled([identify('utility'), identify('bank')])
    expect(stranger).toMatchObject({ status: 'rejected', reason: { code: 'TB_APPLICANT_UNKNOWN' } })
    expect(own).toMatchObject({ status: 'fulfilled', value: { documentNumber: person.documentNumber } })
  })

  it('give nothing when the citizen revokes between the check and the use', async () => {
    const id = await granted(1)
    const context = request()
    await here.consents.usable(reading(id), context)
    await gateway().consents.revoke(id, phone)
    await expect(here.consents.use(reading(id), context)).rejects.toMatchObject({
      code: 'TB_CONSENT_ENDED',
      params: { state: '已撤销' },
    })
    expect(await left(id)).toBe(1)
  })

  it('are never used more often than allowed by two gateways that use several at once, in any order', async () => {
    const uses = fc.array(fc.record({ consent: fc.nat(3), there: fc.boolean() }), { minLength: 1, maxLength: 24 })
    const property = fc.asyncProperty(uses, async (wanted) => {
      const ids = await Promise.all([1, 2, 3, 4].map(granted))
      const there = gateway()
      const use = async (one: { consent: number; there: boolean }) =>
        (one.there ? there : here).consents.use(reading(ids[one.consent] ?? ''), request())
      const results = await Promise.allSettled(wanted.map(use))
      const refusals = results.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
      expect(refusals.filter((code) => code !== 'TB_CONSENT_ENDED')).toEqual([])
      for (const [consent, id] of ids.entries()) {
        const asked = wanted.filter((one) => one.consent === consent).length
        const allowed = results.filter(
          (one, at) => one.status === 'fulfilled' && wanted[at]?.consent === consent,
        ).length
        expect(allowed).toBe(Math.min(asked, consent + 1))
        expect(await left(id)).toBe(consent + 1 - allowed)
      }
    })
    await fc.assert(property, { numRuns: 15 })
  })
})
