import { expect, it } from 'vitest'
import { caught } from '../../test/caught.ts'
import { type Answering, startGateway } from '../../test/http-gateway.ts'
import { createTongban } from '../index.ts'

const event = (sequence: number, previous = sequence - 1, submission = 's') => ({
  ...{ id: `evt_${sequence}`, sequence: String(sequence), previous: String(previous) },
  ...{ type: 'case.changed', at: '2026-03-02T09:00:00+08:00', submission, case: null, data: {} },
})
const page = (events: readonly ReturnType<typeof event>[], throughSequence: number, hasMore = false): Answering => ({
  json: { data: { events: { events, throughSequence: String(throughSequence), hasMore, lastSequence: '9' } } },
})
const connect = async (answers: readonly Answering[]) => {
  const gateway = await startGateway((_request, turn) => answers[turn - 1] ?? 'hang')
  const tongban = createTongban({ endpoint: gateway.endpoint, retries: 0 })
  return { tongban, asked: () => gateway.requests.map(({ variables }) => variables) }
}
const numbers = async (events: AsyncIterable<{ sequence: string }>, most = 100) => {
  const seen: string[] = []
  for await (const { sequence } of events) if (seen.push(sequence) === most) break
  return seen
}

it('reads on from page to page, up to the latest', async () => {
  const { tongban, asked } = await connect([page([event(5), event(6)], 6, true), page([event(7)], 9)])
  expect(await numbers(tongban.events.iterate({ after: '4', first: 2 }))).toEqual(['5', '6', '7'])
  expect(asked()).toEqual([
    { after: '4', first: 2 },
    { after: '6', first: 2 },
  ])
})

it('takes events that types leave out for no gap', async () => {
  const { tongban, asked } = await connect([page([event(5, 2), event(8, 5)], 8, true), page([event(12, 8)], 12)])
  expect(await numbers(tongban.events.iterate({ after: '2', types: ['case.changed'] }))).toEqual(['5', '8', '12'])
  expect(asked()[0]).toEqual({ after: '2', types: ['case.changed'] })
})

it.each([
  ['does not begin where it was asked to', [page([event(6)], 6)]],
  ['leaves one out', [page([event(5), event(7)], 7)]],
  ['leaves one out between two pages', [page([event(5)], 5, true), page([event(7)], 7)]],
  ['does not get on', [page([], 4, true)]],
])('refuses an answer that %s', async (_name, answers) => {
  const { tongban } = await connect(answers)
  expect(await caught(numbers(tongban.events.iterate({ after: '4' })))).toMatchObject({ code: 'TB_BAD_RESPONSE' })
})

it('follows what comes, through trouble, and gives nothing twice', async () => {
  const { tongban, asked } = await connect([page([event(1)], 1), page([], 1), 'break', page([event(2), event(3)], 3)])
  expect(await numbers(tongban.events.follow({}, { intervalMs: 1 }), 3)).toEqual(['1', '2', '3'])
  expect(asked()).toEqual([{ wait: 8 }, ...Array(3).fill({ after: '1', wait: 8 })])
})

it('follows one submission among others', async () => {
  const { tongban } = await connect([
    page([event(1, 0, 'other'), event(2), event(3, 2, 'other')], 3),
    page([event(4)], 4),
  ])
  expect(await numbers(tongban.events.follow({ submission: { id: 's' } }, { intervalMs: 1 }), 2)).toEqual(['2', '4'])
})

it('asks the gateway to hold an answer back no longer than an attempt may take', async () => {
  const { tongban, asked } = await connect([page([event(1)], 1), page([event(2)], 2)])
  await numbers(tongban.events.follow({}, { attemptTimeoutMs: 60_000 }), 1)
  await numbers(tongban.events.follow({ after: '1' }, { attemptTimeoutMs: 1_500 }), 1)
  expect(asked()).toEqual([{ wait: 25 }, { after: '1', wait: 0 }])
})

it('ends with an error that does not pass by itself', async () => {
  const gone = { message: '…', extensions: { code: 'TB_EVENTS_GONE', retryable: false } }
  const { tongban } = await connect([{ json: { data: null, errors: [gone] } }])
  expect(await caught(numbers(tongban.events.follow({ after: '1' })))).toMatchObject({ code: 'TB_EVENTS_GONE' })
})

it('ends when it is cancelled', async () => {
  const { tongban } = await connect([page([event(1)], 1)])
  const controller = new AbortController()
  const events = tongban.events.follow({}, { signal: controller.signal, intervalMs: 60_000 })
  await events.next()
  const next = caught(events.next())
  controller.abort()
  expect(await next).toMatchObject({ code: 'TB_CANCELLED' })
})
