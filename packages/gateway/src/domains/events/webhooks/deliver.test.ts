import { verifyWebhook } from '@tongban/sdk/node'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnEachStore } from '../../../store/testing.ts'
import { gatewayOn } from '../testing/gateway.ts'
import { type Receiver, startReceiver } from '../testing/receiver.ts'
import { append, type EventsWorld, hour, openEvents } from '../testing/world.ts'
import { listAttempts } from './attempts.ts'
import { createDispatcher } from './dispatcher.ts'
import { webhookId } from './store.ts'
import { timetable } from './timetable.ts'

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

describeOnEachStore('deliveries', (open) => {
  let world: EventsWorld
  let receiver: Receiver
  beforeAll(async () => {
    world = await openEvents(open)
    return () => world.close()
  })
  beforeEach(async () => {
    await world.reset()
    receiver = await startReceiver()
  })
  afterEach(() => receiver.close())

  const create = async (input: object = {}) => world.service.create({ url: receiver.url, ...input }, world.context())
  const happen = (count: number, type = 'case.changed') =>
    append(world.store, 'bank', ...Array.from({ length: count }, () => type))
  const seen = async (id: string) => world.service.find(webhookId(id), world.context())

  it('carry the events of the feed, in order, signed with the secret of the receiver', async () => {
    const { secret } = await create()
    await happen(30)
    await world.settle()
    expect(receiver.accepted).toEqual(upTo(30))
    const { events } = await world.feed()
    const told = receiver.received.map(({ headers, body }) =>
      verifyWebhook({ secret, headers, body, now: world.clock.now() }),
    )
    expect(told).toEqual(events)
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(events.map(({ id }) => id))
    expect(receiver.received[0]?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'webhook-signature': expect.stringMatching(/^v1,\S+ vsm2,\S+$/),
    })
  })

  it('begin with what is new, or where the client says, and reach only its own webhooks', async () => {
    await happen(3)
    await create()
    await create({ afterSequence: '1' })
    await append(world.store, 'utility', 'case.changed')
    await happen(1)
    await world.settle()
    expect(receiver.accepted.toSorted()).toEqual([2, 3, 4, 4])
  })

  it('stop when the client is taken out of the configuration, and go on when it is back', async () => {
    await create()
    await happen(1)
    const without = createDispatcher({ ...world.delivering, clients: ['utility'] })
    expect(await without.round()).toBe(0)
    expect(receiver.received).toEqual([])
    await world.settle()
    expect(receiver.accepted).toEqual([1])
  })

  it('leave out types nobody asked for, and say so', async () => {
    const { webhook } = await create({ types: ['case.decided'] })
    await append(world.store, 'bank', 'case.changed', 'case.decided', 'case.changed', 'case.changed', 'case.decided')
    await happen(2)
    await world.settle()
    expect(receiver.received.map(({ sequence, previous }) => [previous, sequence])).toEqual([
      [0, 2],
      [2, 5],
    ])
    expect(await seen(webhook.id)).toMatchObject({ position: 7, waiting: 0 })
  })

  it.each([
    [500, 'REFUSED', 500],
    [404, 'REFUSED', 404],
    ['redirect', 'REDIRECTED', 302],
    ['hang', 'TIMEOUT', null],
    ['die', 'UNREACHABLE', null],
  ] as const)('are repeated under the same identifier when the receiver does: %s', async (habit, outcome, status) => {
    const { webhook } = await create()
    receiver.habit = (_delivery, count) => (count === 1 ? habit : 204)
    await happen(2)
    await world.settle()
    // the next one does not wait for it
    expect(receiver.accepted).toEqual([2])
    expect((await listAttempts(world.store.db, webhook.id, { before: null, limit: 9 })).at(-1)).toMatchObject({
      ...{ seq: 1, attempt: 1, outcome, status },
    })
    world.clock.forward(4_999)
    await world.settle()
    expect(receiver.accepted).toEqual([2])
    world.clock.forward(1)
    await world.settle()
    expect(receiver.accepted).toEqual([2, 1])
    const ids = receiver.received.filter(({ sequence }) => sequence === 1).map(({ headers }) => headers['webhook-id'])
    expect(new Set(ids).size).toBe(1)
    expect(ids.length).toBe(2)
    expect(await seen(webhook.id)).toMatchObject({ waiting: 0, failures: 0, failing_since: null })
  })

  it('count by their status, whatever the receiver says besides', async () => {
    await create()
    receiver.habit = () => 'endless'
    await happen(2)
    await world.settle()
    expect(receiver.received.map(({ sequence }) => sequence)).toEqual([1, 2])
  })

  it('end with 410, and go on when the client says so', async () => {
    const { webhook } = await create()
    receiver.habit = () => 410
    await happen(2)
    await world.pass(100 * hour, 20)
    expect(receiver.received.length).toBe(1)
    expect(await seen(webhook.id)).toMatchObject({ state: 'DISABLED', state_reason: 'GONE', waiting: 2 })
    receiver.habit = () => 204
    await world.service.update(webhookId(webhook.id), { state: 'ACTIVE' }, world.context())
    await world.settle()
    expect(receiver.accepted).toEqual([1, 2])
  })

  it('give one event up that a receiver never takes, and do not hold up the others', async () => {
    const { webhook } = await create()
    receiver.habit = ({ sequence }) => (sequence === 2 ? 422 : 204)
    await happen(4)
    await world.settle()
    expect(receiver.accepted).toEqual([1, 3, 4])
    await world.pass(110 * hour)
    const tried = receiver.received.filter(({ sequence }) => sequence === 2)
    expect(tried.length).toBe(timetable.length + 1)
    expect(await seen(webhook.id)).toMatchObject({ state: 'ACTIVE', waiting: 0, dead: 1 })
    receiver.habit = () => 204
    await world.replay(webhookId(webhook.id), { deadLetters: true })
    await world.settle()
    expect(receiver.accepted).toEqual([1, 3, 4, 2])
    expect(await seen(webhook.id)).toMatchObject({ dead: 0 })
  })

  it('try a receiver that is down on the timetable of the oldest event, then pause; nothing else is given up', async () => {
    const { webhook } = await create()
    receiver.habit = () => 503
    await happen(50)
    const began = world.clock.now().getTime()
    await world.pass(90 * hour)
    expect(await seen(webhook.id)).toMatchObject({ state: 'ACTIVE', dead: 0, failing_since: expect.any(Date) })
    await world.pass(20 * hour)
    expect(await seen(webhook.id)).toMatchObject({ state: 'PAUSED', state_reason: 'REFUSED', dead: 1 })
    const attempts = await listAttempts(world.store.db, webhook.id, { before: null, limit: 50 })
    const oldest = attempts.filter(({ seq }) => seq === 1)
    expect(oldest.length).toBe(timetable.length + 1)
    expect((oldest[0]?.at.getTime() ?? 0) - began).toBeGreaterThanOrEqual(96 * hour)
    // two more failed before it was known to be down
    expect(attempts.length).toBe(oldest.length + 2)
    receiver.habit = () => 204
    await world.service.update(webhookId(webhook.id), { state: 'ACTIVE' }, world.context())
    await world.settle()
    expect(receiver.accepted).toEqual(upTo(50).slice(1))
    await world.replay(webhookId(webhook.id), { deadLetters: true })
    await world.settle()
    expect(receiver.accepted.toSorted((a, b) => a - b)).toEqual(upTo(50))
  })

  it('bring everything at once and in order when a receiver is back', async () => {
    await create()
    receiver.habit = () => 503
    await happen(10)
    await world.pass(20 * hour, 40)
    const before = receiver.received.length
    receiver.habit = () => 204
    await world.pass(10 * hour, 40)
    expect(receiver.accepted).toEqual(upTo(10))
    expect(receiver.received.length).toBe(before + 10)
  })

  it('happen again from any number on', async () => {
    const { webhook } = await create()
    await happen(5)
    await world.settle()
    await world.replay(webhookId(webhook.id), { fromSequence: '3' })
    await happen(1)
    await world.settle()
    expect(receiver.accepted).toEqual([1, 2, 3, 4, 5, 3, 4, 5, 6])
    const [first, again] = receiver.received.filter(({ sequence }) => sequence === 4)
    expect([again?.headers['webhook-id'], again?.body]).toEqual([first?.headers['webhook-id'], first?.body])
  })

  it('wait while the client has paused them', async () => {
    const { webhook } = await create()
    await world.service.update(webhookId(webhook.id), { state: 'PAUSED' }, world.context())
    await happen(2)
    await world.settle()
    expect(receiver.received).toEqual([])
    await world.service.update(webhookId(webhook.id), { state: 'ACTIVE' }, world.context())
    await world.settle()
    expect(receiver.accepted).toEqual([1, 2])
  })

  it('show a gap where events were forgotten meanwhile', async () => {
    const { webhook } = await create()
    await world.service.update(webhookId(webhook.id), { state: 'PAUSED' }, world.context())
    await happen(5)
    await world.store.query('delete from client_event where seq <= 3')
    await world.service.update(webhookId(webhook.id), { state: 'ACTIVE' }, world.context())
    await world.settle()
    expect(receiver.received.map(({ previous, sequence }) => [previous, sequence])).toEqual([
      [3, 4],
      [4, 5],
    ])
  })

  it('are shared by several gateways, each event once', async () => {
    const others = [gatewayOn(world.store, world.clock.now), gatewayOn(world.store, world.clock.now)]
    await Promise.all(upTo(6).map(() => create()))
    await happen(25)
    await Promise.all([world.settle(), ...others.map(({ dispatcher }) => world.settle(dispatcher))])
    await world.settle()
    expect(receiver.accepted.length).toBe(6 * 25)
    const counts = Map.groupBy(receiver.accepted, (sequence) => sequence)
    expect([...counts.values()].map((times) => times.length)).toEqual(Array(25).fill(6))
    for (const { close } of others) await close()
  })

  it('are not written down by a gateway that lost its lease, and not lost either', async () => {
    await create()
    await happen(1)
    const other = gatewayOn(world.store, world.clock.now)
    const arrived = Promise.withResolvers<void>()
    receiver.habit = (_delivery, count) => {
      arrived.resolve()
      return count === 1 ? 'hang' : 204
    }
    const slow = world.dispatcher.round()
    await arrived.promise
    await world.store.query("update webhook set lease_until = now() - interval '1 second'")
    expect(await other.dispatcher.round()).toBe(1)
    await slow
    expect(receiver.accepted).toEqual([1])
    const { rows } = await world.store.query('select attempt, outcome from webhook_attempt')
    expect(rows).toEqual([{ attempt: 1, outcome: 'DELIVERED' }])
    await other.close()
  })

  it('run by themselves, soon, and end with the gateway', async () => {
    const { dispatcher, close } = gatewayOn(world.store, world.clock.now)
    await create()
    await dispatcher.start()
    await happen(3)
    await expect.poll(() => receiver.accepted, { timeout: 5_000, interval: 20 }).toEqual([1, 2, 3])
    receiver.habit = () => 'hang'
    await happen(1)
    await expect.poll(() => receiver.received.length, { timeout: 5_000, interval: 20 }).toBe(4)
    await dispatcher.stop(0)
    await close()
    // broken off and not settled: the next gateway need not wait for a lease, nor for the timetable
    receiver.habit = () => 204
    await world.settle()
    expect(receiver.accepted).toEqual([1, 2, 3, 4])
  })
})
