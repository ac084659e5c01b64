import { type OutgoingSubmission, sourceCase } from '@tongban/gateway'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type City, impatientLine, startCity } from './testing/city.ts'

let city: City
let itemCode: string
beforeAll(async () => {
  city = await startCity()
  const { value } = await city.items.page({ cursor: null, size: 100 }, {})
  // An item that asks nothing and wants nothing that must be handed in moves by itself.
  const plain = value.items.find(({ situations, name }) => situations?.length === 0 && !name.includes('核查'))
  itemCode = plain?.code ?? ''
})
afterEach(() => {
  city.systems.approvals.behave()
  city.systems.approvals.forgetCalls()
})
afterAll(() => city.close())

let serial = 0
const submission = async (form: OutgoingSubmission['form'] = {}): Promise<OutgoingSubmission> => {
  const [item] = (await city.items.byCodes([itemCode], {})).value
  serial += 1
  return {
    reference: `TB-TEST-${serial}`,
    itemCode,
    itemName: item?.name ?? '',
    itemVersion: item?.version ?? null,
    divisionCode: '330602000000',
    agencyCode: null,
    mode: 'COUNTER',
    submittedAt: '2026-01-05T09:00:00+08:00',
    applicant: {
      kind: 'PERSON',
      documentType: 'RESIDENT_ID',
      documentNumber: '33060019880101003X',
      name: '陈䶮·𠀀<&]]>',
    },
    answers: {},
    form,
    materials: (item?.materials ?? []).map(({ key, name }) => ({
      key,
      name,
      satisfaction: 'DOCUMENT',
      certificateIdentifier: null,
      digest: 'sm3:0',
    })),
    collectedBy: { client: 'bank', branch: '绍兴越城支行', operator: 'T0421' },
  }
}

const submit = async (form?: OutgoingSubmission['form']) => {
  const given = await submission(form)
  const { value } = await city.cases.submit(given, {})
  if (value.outcome !== 'taken') throw new Error('The office was expected to take it.')
  return { given, taken: sourceCase.parse(value.case) }
}
const found = async (reference: string) => sourceCase.parse((await city.cases.findByReference(reference, {})).value)

describe('a submission', () => {
  it('is taken with a number and found by its reference', async () => {
    const { given, taken } = await submit()
    expect(taken).toMatchObject({
      reference: given.reference,
      reports: [{ state: 'RECEIVED', raw: { system: 'sx-approvals', code: '02', tableVersion: 'sx-city-state/1' } }],
    })
    expect((await found(given.reference)).number).toBe(taken.number)
  })

  it('sent twice is taken once', async () => {
    const { given, taken } = await submit()
    const again = await city.cases.submit(given, {})
    expect(again.value).toMatchObject({ outcome: 'taken', case: { number: taken.number } })
  })

  it('for an item that the office does not know is refused, with a reason for the clerk', async () => {
    const { value } = await city.cases.submit({ ...(await submission()), itemCode: 'nothing' }, {})
    expect(value).toEqual({ outcome: 'refused', reason: expect.stringContaining('事项不存在') })
  })

  it('that the office has not got cannot be found', async () => {
    expect((await city.cases.findByReference('TB-NOBODY', {})).value).toBeNull()
  })

  it.each([
    [{ habit: 'reset', when: 'after' }, 'TB_SOURCE_UNAVAILABLE'],
    [{ habit: 'delay', ms: 4_000 }, 'TB_SOURCE_TIMEOUT'],
    [{ habit: 'cut' }, 'TB_SOURCE_SHAPE'],
    [{ habit: 'empty-body' }, 'TB_SOURCE_SHAPE'],
  ] as const)(
    'whose answer is lost by %j is an error and not refused, sent once, and found afterwards',
    async (habit, code) => {
      const given = await submission()
      city.systems.approvals.misbehave({ operation: 'submit', ...habit, times: 1 })
      await expect(impatientLine(city.systems).cases.submit(given, {})).rejects.toMatchObject({
        code,
        source: 'sx-approvals',
      })
      expect(city.systems.approvals.calls()).toEqual({ submit: 1 })
      expect((await found(given.reference)).reference).toBe(given.reference)
    },
  )

  it.each([
    [{ habit: 'error' }, 'TB_SOURCE_UNAVAILABLE'],
    [{ habit: 'business-error' }, 'TB_SOURCE_UNAVAILABLE'],
    [{ habit: 'hang' }, 'TB_SOURCE_TIMEOUT'],
    [{ habit: 'clock-skew' }, 'TB_SOURCE_AUTH'],
    [{ habit: 'login-page' }, 'TB_SOURCE_AUTH'],
  ] as const)('that does not get through because of %j is an error, sent once', async (habit, code) => {
    const given = await submission()
    city.systems.approvals.misbehave({ operation: 'submit', ...habit, times: 1 })
    await expect(impatientLine(city.systems).cases.submit(given, {})).rejects.toMatchObject({ code })
    expect(city.systems.approvals.calls()).toEqual({ submit: 1 })
    expect((await city.cases.findByReference(given.reference, {})).value).toBeNull()
  })

  it('reaches the office with every character of a name, whatever the charset habit', async () => {
    city.systems.approvals.misbehave({ operation: 'findByReference', habit: 'wrong-charset', times: 1 })
    const { given } = await submit()
    expect((await found(given.reference)).reports[0]?.by).toMatch(/局|中心|委员会|大队|所$/)
  })
})

describe('a case', () => {
  const statesAfter = async (form: OutgoingSubmission['form'], steps: number) => {
    const { given } = await submit(form)
    city.systems.approvals.advance(steps)
    const told = await found(given.reference)
    return { told, states: told.reports.map(({ state }) => state) }
  }

  it('is told step by step until it is granted', async () => {
    const { told, states } = await statesAfter({}, 6)
    expect(states.slice(0, 3)).toEqual(['RECEIVED', 'ACCEPTED', 'IN_REVIEW'])
    expect(states).toContain('APPROVED')
    expect(states.at(-1)).toBe('CLOSED')
    expect(told).toMatchObject({ acceptedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), result: { granted: true } })
    expect(told.reports.find(({ state }) => state === 'APPROVED')?.raw).toEqual({
      system: 'sx-approvals',
      code: '1',
      tableVersion: 'sd-noderesult/1',
    })
  })

  it.each([
    ['【不予许可】', 'REJECTED', false],
    ['【不予受理】', 'NOT_ACCEPTED', undefined],
    ['【退件】', 'RETURNED', undefined],
  ])('marked %s is never told as granted', async (mark, state, granted) => {
    const { told, states } = await statesAfter({ note: mark }, 6)
    expect(states).toContain(state)
    expect(states).not.toContain('APPROVED')
    expect(told.result?.granted).toBe(granted)
    expect(told.reports.find((report) => report.state === state)?.note).toBeTruthy()
  })

  it('that must be supplemented tells all parts at once', async () => {
    const { told, states } = await statesAfter({ amount: '【补正】' }, 1)
    expect(states.at(-1)).toBe('SUPPLEMENT')
    expect(told.supplements).toMatchObject([{ parts: [{ field: 'amount', material: null }] }])
    expect(told.result).toBeNull()
  })

  it('that was suspended keeps the span', async () => {
    const { told, states } = await statesAfter({ note: '【挂起】' }, 6)
    expect(states).toContain('SUSPENDED')
    expect(told.suspensions).toMatchObject([
      { from: expect.stringMatching(/^\d{4}-/), to: expect.stringMatching(/^\d{4}-/) },
    ])
  })

  it('that is reported again has a higher version', async () => {
    const { told } = await statesAfter({ note: '【重报】' }, 8)
    expect(told.dataVersion).toBe(2)
    expect(told.result?.granted).toBe(true)
  })

  it('never carries the name of the person who handles it', async () => {
    const { told } = await statesAfter({}, 6)
    expect(JSON.stringify(told)).not.toMatch(/经办人|陈䶮/)
  })
})

describe('cases by number', () => {
  it('take one call for fifty numbers, and one more for the history of each', async () => {
    const numbers = await Promise.all(Array.from({ length: 60 }, async () => (await submit()).taken.number))
    city.systems.approvals.forgetCalls()
    const { value } = await city.cases.byNumbers([...numbers, 'nobody'], {})
    expect(city.systems.approvals.calls()).toEqual({ findByNumbers: 2, history: 60 })
    expect(value.map(({ number }) => number).toSorted()).toEqual(numbers.toSorted())
  })

  it('that are all unknown are no cases', async () => {
    expect((await city.cases.byNumbers(['nobody'], {})).value).toEqual([])
  })

  it('come once each although the rows come twice', async () => {
    const { taken } = await submit()
    city.systems.approvals.misbehave({ operation: 'findByNumbers', habit: 'duplicate-rows', times: 1 })
    expect((await city.cases.byNumbers([taken.number], {})).value).toHaveLength(1)
  })
})

it('takes submissions of the imported catalogue of 5116, too', () => {
  expect(city.connected.directory.authority('cases', { division: '511602' })?.source.id).toBe('sx-approvals')
})
