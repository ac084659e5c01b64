import type { Misbehaviour } from '@tongban/example-systems'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type City, type CityClient, type CityGateway, startCity } from './city.ts'
import { handIn, identifyApplicant } from './hand-in.ts'

const day = 86_400_000
const patience = { timeout: 30_000, interval: 100 }

const follow = /* GraphQL */ `
  query Follow($id: ID!) {
    submission(id: $id) {
      receiptNumber
      state
      case {
        number
        state
        clock { suspended }
        supplements { askedAt dueOn parts { field material reason } }
        result { granted reason }
      }
    }
  }
`

describe('when a department misbehaves', () => {
  let city: City
  let gateway: CityGateway
  let bank: CityClient

  beforeAll(async () => {
    city = await startCity()
    gateway = await city.openGateway()
    await gateway.syncItems()
    bank = await gateway.connect('bank')
  })
  afterEach(() => {
    vi.useRealTimers()
    city.systems.approvals.behave()
    city.systems.certificates.behave()
  })
  afterAll(() => city.close())

  const submission = async (id: string) => (await bank.ask(follow, { id })).data?.submission
  const cases = () => city.systems.approvals.cases()
  const numberOf = async (id: string) => {
    await expect.poll(() => submission(id), patience).toMatchObject({ state: 'TAKEN' })
    return (await bank.tongban.submissions.get({ id })).case?.number
  }

  it('has exactly one case when the approval system breaks the connection after it took the submission', async () => {
    const before = cases().length
    city.systems.approvals.misbehave({ operation: 'submit', habit: 'reset', when: 'after', times: 1 })
    const { id } = await handIn(bank.tongban)
    const number = await numberOf(id)
    expect(cases()).toHaveLength(before + 1)
    expect(cases().at(-1)?.number).toBe(number)
    expect(city.systems.approvals.calls()).toMatchObject({ submit: 1, findByReference: 1 })
  })

  it.each<Misbehaviour>([
    { operation: '*', habit: 'hang' },
    { operation: '*', habit: 'login-page' },
    { operation: '*', habit: 'error', status: 500 },
  ])('keeps a submission that the approval system answers with: $habit', async (order) => {
    const before = cases().length
    city.systems.approvals.misbehave(order)
    const { receiptNumber } = await handIn(bank.tongban)
    expect(receiptNumber).toMatch(/^\d{8}-/)
    const ask = () =>
      bank.ask('query($id: ID!) { submission(id: $id) { receiptNumber case { number } } }', { id: receiptNumber })
    await expect.poll(ask, patience).toMatchObject({
      data: { submission: { receiptNumber, case: null } },
      errors: [
        {
          path: ['submission', 'case'],
          message: '绍兴市行政审批系统暂时没有回应,收件已保存,不会丢失。',
          extensions: { code: 'TB_SOURCE_UNAVAILABLE', source: 'sx-approvals', act: 'WAIT', retryable: true },
        },
      ],
    })
    city.systems.approvals.behave()
    const number = await numberOf(receiptNumber)
    expect(cases()).toHaveLength(before + 1)
    expect(cases().at(-1)?.number).toBe(number)
  })

  it('nulls only the certificates when their platform is down, and costs the citizen nothing', async () => {
    const phone = await gateway.connect('miniprogram')
    const applicant = await identifyApplicant(bank.tongban)
    const asked = { certificates: ['11100000000013127D001'], applicant, purpose: '不动产抵押登记', uses: 1 }
    const { id: consent, matchCode } = await bank.tongban.consents.request(asked)
    await phone.tongban.consents.decide({ id: consent, matchCode, granted: true })
    const page = /* GraphQL */ `
      query ($holder: ApplicantHandle!, $consent: ID!) {
        certificates(holder: $holder, consent: $consent, first: 5) { edges { node { name } } }
        items(filter: { text: "二手房抵押登记" }, first: 1) { edges { node { name } } }
      }
    `
    const ask = () => bank.ask(page, { holder: applicant.handle, consent })
    const items = { edges: [{ node: { name: '二手房抵押登记' } }] }
    city.systems.certificates.misbehave({ operation: '*', habit: 'reset' })
    expect(await ask()).toMatchObject({
      data: { certificates: null, items },
      errors: [
        {
          path: ['certificates'],
          extensions: { code: 'TB_SOURCE_UNAVAILABLE', source: 'sx-certificates', act: 'WAIT' },
        },
      ],
    })
    expect(await bank.tongban.consents.get({ id: consent })).toMatchObject({ usesLeft: 1 })
    city.systems.certificates.behave()
    const answer = await ask()
    expect(answer.errors).toBeUndefined()
    expect(answer.data).toMatchObject({ certificates: { edges: [{ node: { name: expect.any(String) } }] }, items })
  })

  it('tells everything that must be supplemented at once', async () => {
    const { id } = await handIn(bank.tongban, { address: '城东【补正】', phone: '号码【补正】', note: '无' })
    await numberOf(id)
    city.systems.approvals.advance()
    await expect.poll(() => submission(id), patience).toMatchObject({ case: { state: 'SUPPLEMENT' } })
    const asked = await bank.tongban.submissions.get({ id })
    expect(asked.case?.supplements).toHaveLength(1)
    expect(asked.case?.supplements[0]?.parts.map(({ field }) => field)).toEqual(['address', 'phone'])
    expect(asked.case?.supplements[0]?.parts.every(({ reason }) => reason.length > 0)).toBe(true)
  })

  it('tells why a permission was refused', async () => {
    const { id } = await handIn(bank.tongban, { note: '【不予许可】' })
    await numberOf(id)
    city.systems.approvals.advance(4)
    await expect
      .poll(() => submission(id), patience)
      .toMatchObject({ case: { result: { granted: false, reason: expect.stringContaining('不符合法定条件') } } })
  })

  it('stops the clock of a suspended case, and counts the days', async () => {
    const { id } = await handIn(bank.tongban, { note: '【挂起】' })
    await numberOf(id)
    city.systems.approvals.advance(3)
    await expect.poll(() => submission(id), patience).toMatchObject({ case: { state: 'SUSPENDED' } })
    const started = await bank.tongban.submissions.get({ id })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 21 * day })
    const later = await bank.tongban.submissions.get({ id })
    expect(later.case?.clock?.suspended).toBeGreaterThan(started.case?.clock?.suspended ?? 0)
    expect(later.case?.clock?.elapsed).toBe(started.case?.clock?.elapsed)
    expect(later.case?.clock?.dueOn).not.toBe(started.case?.clock?.dueOn)
  })
})
