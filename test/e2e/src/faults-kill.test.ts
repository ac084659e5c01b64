import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type City, startCity } from './city.ts'
import { handIn } from './hand-in.ts'

const patience = { timeout: 40_000, interval: 100 }

describe('when the gateway is killed right after it has given a receipt', () => {
  let city: City

  beforeAll(async () => {
    city = await startCity()
  })
  afterAll(() => city.close())

  const deliveredAfterRestart = async (receiptNumber: string) => {
    const gateway = await city.startGatewayProcess()
    const { tongban } = await city.connect(gateway, 'bank')
    const get = () => tongban.submissions.get({ id: receiptNumber })
    await expect.poll(get, patience).toMatchObject({ state: 'TAKEN', case: { number: expect.any(String) } })
    const submission = await get()
    expect(await gateway.stop()).toBe(0)
    return submission
  }

  it.each([
    ['before anything was delivered', async () => city.systems.approvals.misbehave({ operation: '*', habit: 'hang' })],
    ['while it delivers', async () => undefined],
    [
      'when the owner has taken it and the gateway does not know yet',
      async () => city.systems.approvals.misbehave({ operation: 'submit', habit: 'reset', when: 'after' }),
    ],
  ])('the owner has it once, %s', async (_, misbehave) => {
    const before = city.systems.approvals.cases().length
    await misbehave()
    const gateway = await city.startGatewayProcess()
    const { tongban } = await city.connect(gateway, 'bank')
    const { receiptNumber } = await handIn(tongban)
    await gateway.kill()
    city.systems.approvals.behave()
    const submission = await deliveredAfterRestart(receiptNumber)
    const cases = city.systems.approvals.cases().slice(before)
    expect(cases.map(({ number }) => number)).toEqual([submission.case?.number])
  })
})
