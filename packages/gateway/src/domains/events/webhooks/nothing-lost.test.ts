import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { describeOnEachStore } from '../../../store/testing.ts'
import { gatewayOn } from '../testing/gateway.ts'
import { startReceiver } from '../testing/receiver.ts'
import { append, type EventsWorld, hour, openEvents } from '../testing/world.ts'
import { webhookId } from './store.ts'

/** One step of a history. */
type Step =
  | { readonly do: 'append'; readonly count: number }
  | { readonly do: 'rollback' }
  | { readonly do: 'deliver'; readonly gateway: number }
  | { readonly do: 'together' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'lose leases' }
  | { readonly do: 'pause' }
  | { readonly do: 'resume' }
  | { readonly do: 'replay'; readonly from: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('append' as const), count: fc.integer({ min: 1, max: 5 }) }),
  fc.constant({ do: 'rollback' as const }),
  fc.record({ do: fc.constant('deliver' as const), gateway: fc.nat(1) }),
  fc.constant({ do: 'together' as const }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1_000, 60_000, hour, 24 * hour) }),
  fc.constant({ do: 'lose leases' as const }),
  fc.constant({ do: 'pause' as const }),
  fc.constant({ do: 'resume' as const }),
  fc.record({ do: fc.constant('replay' as const), from: fc.integer({ min: 1, max: 8 }) }),
)

/** What the receiver does, delivery by delivery; afterwards it accepts. */
const habits = fc.array(fc.constantFrom(204, 204, 500, 'die' as const, 410), { maxLength: 30 })

describeOnEachStore('whatever is appended, delivered and fails in between', (open) => {
  let world: EventsWorld
  beforeAll(async () => {
    world = await openEvents(open)
    return () => world.close()
  })

  it('the receiver has every number in the end, and could prove it', async () => {
    const other = gatewayOn(world.store, world.clock.now)
    const dispatchers = [world.dispatcher, other.dispatcher] as const
    const receiver = await startReceiver()

    const run = fc.asyncProperty(fc.array(step, { maxLength: 25 }), habits, async (steps, moods) => {
      await world.reset()
      receiver.received.length = 0
      receiver.accepted.length = 0
      receiver.habit = (_delivery, count) => moods[count - 1] ?? 204
      const { webhook } = await world.service.create({ url: receiver.url }, world.context())
      const id = webhookId(webhook.id)
      let appended = 0
      const play = async (now: Step): Promise<unknown> => {
        if (now.do === 'append') {
          appended += now.count
          return append(world.store, 'bank', ...Array.from({ length: now.count }, () => 'case.changed'))
        }
        if (now.do === 'rollback')
          return world.store
            .transaction(async () => {
              throw new Error('rolled back')
            })
            .catch(() => {})
        if (now.do === 'deliver') return dispatchers[now.gateway === 0 ? 0 : 1].round()
        if (now.do === 'together') return Promise.all(dispatchers.map((dispatcher) => dispatcher.round()))
        if (now.do === 'wait') return world.clock.forward(now.ms)
        if (now.do === 'lose leases') return world.store.query('update webhook set lease_until = now()')
        if (now.do === 'replay')
          return now.from <= appended ? world.replay(id, { fromSequence: String(now.from) }) : undefined
        return world.service.update(id, { state: now.do === 'pause' ? 'PAUSED' : 'ACTIVE' }, world.context())
      }
      for (const each of steps) await play(each)
      receiver.habit = () => 204
      await world.service.update(id, { state: 'ACTIVE' }, world.context())
      await world.settle()
      await world.replay(id, { deadLetters: true })
      await world.settle()
      const numbers = [...new Set(receiver.accepted)].sort((a, b) => a - b)
      expect(numbers).toEqual(Array.from({ length: appended }, (_, index) => index + 1))
      for (const { sequence, previous } of receiver.received) expect(previous).toBe(sequence - 1)
      expect(await world.service.find(id, world.context())).toMatchObject({ waiting: 0, dead: 0, position: appended })
    })
    await fc.assert(run, { numRuns: 40 })
    await other.close()
    await receiver.close()
  })
})
