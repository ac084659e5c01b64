import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore, silentLog } from '../../store/testing.ts'
import { createSteppedQueue } from '../../work/testing.ts'
import type { IdentifyApplicantInput } from '../generated/resolvers.ts'
import { purgeJob } from '../purge-job.ts'
import { type TestClock, testCaller, testClock, testContext, testSeal } from '../testing.ts'
import { createApplicantsService } from './create-service.ts'
import { maskedApplicant } from './masked.ts'
import { applicantPurge } from './purge.ts'
import { applicantMigrations } from './schema.ts'
import type { ApplicantsService } from './service.ts'
import { applicantStore } from './store.ts'

const hour = 3_600_000
const bank = testContext({ caller: testCaller('bank', 'applicants:write') })
const utility = testContext({ caller: testCaller('utility', 'applicants:write') })

const person: IdentifyApplicantInput = {
  documentType: 'RESIDENT_ID',
  documentNumber: '11010519491231002x',
  name: '欧阳小三',
  level: 'IN_PERSON',
}
const firm: IdentifyApplicantInput = {
  documentType: 'CREDIT_CODE',
  documentNumber: '91350100M000100Y43',
  name: '某某有限公司',
  level: 'CERTIFICATE',
}

describeOnEachStore('applicants', (open) => {
  let store: Store
  let clock: TestClock
  let service: ApplicantsService

  beforeAll(async () => {
    store = await open({ migrations: applicantMigrations })
  })
  beforeEach(() => {
    clock = testClock()
    service = createApplicantsService(applicantStore(store, testSeal), testSeal, clock.now)
  })

  it('gives the identity back to the client that identified the applicant', async () => {
    const { handle } = await service.register(person, bank)
    expect(await service.identify(handle, bank)).toMatchObject({
      ...person,
      handle,
      kind: 'PERSON',
      documentNumber: '11010519491231002X',
    })
  })

  it('recognises the same document under another handle and another client, and no other document', async () => {
    const one = await service.register(person, bank)
    const again = await service.register({ ...person, documentNumber: '11010519491231002X' }, utility)
    const other = await service.register(firm, bank)
    expect(again.fingerprint).toBe(one.fingerprint)
    expect(again.handle).not.toBe(one.handle)
    expect(other.fingerprint).not.toBe(one.fingerprint)
  })

  it('answers alike for handles of others, unknown and expired ones', async () => {
    const { handle } = await service.register(person, bank)
    const unknown = { code: 'TB_APPLICANT_UNKNOWN' }
    await expect(service.identify(handle, utility)).rejects.toMatchObject(unknown)
    await expect(service.identify('nothing', bank)).rejects.toMatchObject(unknown)
    clock.forward(24 * hour - 1)
    await expect(service.identify(handle, bank)).resolves.toMatchObject({ handle })
    clock.forward(1)
    await expect(service.identify(handle, bank)).rejects.toMatchObject(unknown)
  })

  it('asks for a token', async () => {
    const anonymous = testContext({ caller: { kind: 'anonymous' } })
    await expect(service.register(person, anonymous)).rejects.toMatchObject({ code: 'TB_UNAUTHENTICATED' })
    await expect(service.identify('x', anonymous)).rejects.toMatchObject({ code: 'TB_UNAUTHENTICATED' })
  })

  it('leaves nothing readable in the database: no number, no name, no handle', async () => {
    const { handle } = await service.register(person, bank)
    const { rows } = await store.query('select applicant::text as text from applicant')
    const text = JSON.stringify(rows)
    for (const secret of ['11010519491231002', '欧阳', handle]) expect(text).not.toContain(secret)
    expect(text).toContain('bank')
  })

  it('refuses an identity that was moved to another row', async () => {
    const one = await service.register(person, bank)
    const other = await service.register(firm, bank)
    await store.query('update applicant set sealed = (select sealed from applicant order by created_at limit 1)')
    const results = await Promise.allSettled([one, other].map(({ handle }) => service.identify(handle, bank)))
    expect(results.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0)
  })

  it('forgets what has expired, hour after hour', async () => {
    await service.register(person, bank)
    clock.forward(25 * hour)
    const kept = await service.register(firm, bank)
    const queue = createSteppedQueue(store, silentLog, clock.now)
    const job = purgeJob(applicantPurge(applicantStore(store, testSeal)), { queue, log: silentLog, now: clock.now })
    queue.register(job)
    await queue.start()
    await Promise.all([job.plan(), job.plan()])
    for (const round of [1, 2]) expect([round, await queue.round()]).toEqual([round, ['ok']])
    const { rows } = await store.query('select client_id from applicant')
    expect(rows).toHaveLength(1)
    expect(await service.identify(kept.handle, bank)).toMatchObject({ kind: 'ORGANISATION' })
    await queue.stop(0)
  })

  it.each([
    ['a clerk at a counter', { branch: null, id: 'T0421' }, '110105********002X', '欧**三'],
    ['anybody else', null, '1****************X', '欧**三'],
  ])('shows %s a masked person', async (_, operator, documentNumber, name) => {
    const shown = maskedApplicant(await service.register(person, bank), operator)
    expect(shown).toMatchObject({ documentNumber, name })
    expect(shown).not.toHaveProperty('fingerprint')
  })

  it('shows an organisation as it is', async () => {
    const shown = maskedApplicant(await service.register(firm, bank), null)
    expect(shown).toMatchObject({ documentNumber: '91350100M000100Y43', name: '某某有限公司' })
  })
})
