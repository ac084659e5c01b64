import { expect, it } from 'vitest'
import { caught } from '../../test/caught.ts'
import { type Answering, startGateway } from '../../test/http-gateway.ts'
import { createTongban } from '../index.ts'

const inState = (state: string, owned: object | null = null): Answering => ({
  json: { data: { submission: { id: 's', state, case: owned } } },
})
const caseIn = (state: string, history = 1) => ({
  state,
  dataVersion: 1,
  history: Array(history).fill({}),
  supplements: [],
})
const ownerDown: Answering = {
  json: {
    data: { submission: { id: 's', state: 'TAKEN', case: null } },
    errors: [
      { message: '…', path: ['submission', 'case'], extensions: { code: 'TB_SOURCE_UNAVAILABLE', retryable: true } },
    ],
  },
}

const follow = async (answers: readonly Answering[], signal?: AbortSignal) => {
  const gateway = await startGateway((_request, turn) => answers[turn - 1] ?? 'break')
  const tongban = createTongban({ endpoint: gateway.endpoint, retries: 0 })
  return { gateway, steps: tongban.submissions.follow({ id: 's' }, { intervalMs: 2, ...(signal && { signal }) }) }
}

const seen = async (steps: AsyncIterable<{ state: string; case: { state: string } | null }>) => {
  const states: string[] = []
  for await (const { state, case: owned } of steps) states.push(owned ? `${state} ${owned.state}` : state)
  return states
}

it('gives every change once and ends with the case', async () => {
  const { gateway, steps } = await follow([
    inState('SUBMITTED'),
    inState('SUBMITTED'),
    inState('TAKEN', caseIn('RECEIVED')),
    inState('TAKEN', caseIn('RECEIVED')),
    inState('TAKEN', caseIn('RECEIVED', 2)),
    inState('TAKEN', caseIn('CLOSED', 3)),
  ])
  expect(await seen(steps)).toEqual(['SUBMITTED', 'TAKEN RECEIVED', 'TAKEN RECEIVED', 'TAKEN CLOSED'])
  expect(gateway.requests.length).toBe(6)
})

it('takes neither a broken connection nor a silent owner for a change', async () => {
  const taken = inState('TAKEN', caseIn('ACCEPTED'))
  const { steps } = await follow([taken, 'break', ownerDown, taken, inState('TAKEN', caseIn('WITHDRAWN'))])
  expect(await seen(steps)).toEqual(['TAKEN ACCEPTED', 'TAKEN WITHDRAWN'])
})

it.each(['REFUSED', 'EXPIRED'])('ends when the submission is %s', async (state) => {
  const { steps } = await follow([inState(state)])
  expect(await seen(steps)).toEqual([state])
})

it('rejects with an error that does not pass by itself', async () => {
  const errors = [{ message: '没有找到该收件。', extensions: { code: 'TB_SUBMISSION_NOT_FOUND' } }]
  const { steps } = await follow([inState('SUBMITTED'), { json: { data: { submission: null }, errors } }])
  expect(await caught(seen(steps))).toMatchObject({ code: 'TB_SUBMISSION_NOT_FOUND' })
})

it('ends with its signal', async () => {
  const controller = new AbortController()
  const { steps } = await follow([inState('SUBMITTED')], controller.signal)
  await steps.next()
  controller.abort()
  expect(await caught(steps.next())).toMatchObject({ code: 'TB_CANCELLED' })
})
