import fc from 'fast-check'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnEachStore } from '../../store/testing.ts'
import { purgeEvents } from '../../work/event-log/purge-events.ts'
import type { Event } from '../generated/resolvers.ts'
import { globalId } from '../global-id.ts'
import { testCaller, testContext } from '../testing.ts'
import { append, type EventsWorld, openEvents } from './testing/world.ts'

describeOnEachStore('the feed of events', (open) => {
  let world: EventsWorld
  beforeAll(async () => {
    world = await openEvents(open)
  })
  beforeEach(() => world.reset())

  const feed = (args: Parameters<EventsWorld['feed']>[0], client?: string) => world.feed(args, world.context(client))
  const numbers = (events: readonly Event[]) => events.map(({ sequence }) => Number(sequence))

  it('tells what happened, and of which errand', async () => {
    await append(world.store, 'bank', 'case.changed')
    expect(await feed({})).toEqual({
      events: [
        {
          id: expect.stringMatching(/^evt_[\w-]{24}$/),
          sequence: '1',
          previous: '0',
          type: 'case.changed',
          at: '2026-03-02T09:00:00+08:00',
          submission: globalId('Submission', 's-1'),
          case: globalId('Case', 'c-1'),
          data: { state: 'X' },
        },
      ],
      throughSequence: '1',
      hasMore: false,
      lastSequence: '1',
    })
  })

  it('begins where it stopped, and shows nobody the events of others', async () => {
    await append(world.store, 'bank', 'a.a', 'b.b', 'c.c')
    await append(world.store, 'utility', 'd.d')
    const first = await feed({ first: 2 })
    expect(numbers(first.events)).toEqual([1, 2])
    expect(first).toMatchObject({ throughSequence: '2', hasMore: true, lastSequence: '3' })
    const second = await feed({ after: first.throughSequence })
    expect(numbers(second.events)).toEqual([3])
    expect(await feed({ after: '3' })).toEqual({ events: [], throughSequence: '3', hasMore: false, lastSequence: '3' })
    const [other, ...none] = (await feed({}, 'utility')).events
    expect([other?.type, other?.sequence, none]).toEqual(['d.d', '1', []])
    expect(other?.id).not.toBe(first.events[0]?.id)
  })

  it('proves that nothing was missed, whatever types and sizes of pages are asked for', async () => {
    const types = ['a.a', 'b.b', 'c.c']
    const run = fc.asyncProperty(
      fc.array(fc.constantFrom(...types), { maxLength: 40 }),
      fc.subarray(types),
      fc.integer({ min: 1, max: 9 }),
      async (happened, asked, first) => {
        await world.reset()
        if (happened.length > 0) await append(world.store, 'bank', ...happened)
        const told: Event[] = []
        let after = '0'
        for (let hasMore = true; hasMore; ) {
          const page = await feed({ after, first, types: asked })
          told.push(...page.events)
          hasMore = page.hasMore
          after = page.throughSequence
        }
        const wanted = happened.flatMap((type, index) =>
          asked.length === 0 || asked.includes(type) ? [index + 1] : [],
        )
        expect(numbers(told)).toEqual(wanted)
        // the chain a receiver checks
        expect(told.map(({ previous }) => Number(previous))).toEqual([0, ...wanted].slice(0, wanted.length))
        expect(after).toBe(String(happened.length))
      },
    )
    await fc.assert(run, { numRuns: 25 })
  })

  it('says that events are no longer kept, instead of leaving them out', async () => {
    await append(world.store, 'bank', 'a.a', 'b.b')
    await world.store.query("update client_event set at = at - interval '1000 days'")
    await append(world.store, 'bank', 'c.c')
    expect(await purgeEvents(world.store, new Date('2026-01-01T00:00:00Z'))).toBe(2)
    await expect(feed({ after: '1' })).rejects.toMatchObject({ code: 'TB_EVENTS_GONE', params: { oldest: 3 } })
    expect(numbers((await feed({ after: '2' })).events)).toEqual([3])
    expect(numbers((await feed({})).events)).toEqual([3])
    await world.store.query('delete from client_event')
    await expect(feed({ after: '2' })).rejects.toMatchObject({ code: 'TB_EVENTS_GONE' })
    expect(await feed({ after: '3' })).toMatchObject({ events: [], throughSequence: '3' })
  })

  it('keeps an event that seems older than one before it', async () => {
    await append(world.store, 'bank', 'a.a', 'b.b', 'c.c')
    await world.store.query("update client_event set at = at - interval '1000 days' where seq in (1, 3)")
    expect(await purgeEvents(world.store, new Date('2026-01-01T00:00:00Z'))).toBe(1)
    expect(numbers((await feed({})).events)).toEqual([2, 3])
  })

  it.each([
    [{ after: '7' }, 'TB_EVENTS_AHEAD'],
    [{ after: '-1' }, 'TB_INVALID_INPUT'],
    [{ after: '01' }, 'TB_INVALID_INPUT'],
    [{ after: '9'.repeat(16) }, 'TB_INVALID_INPUT'],
    [{ first: 0 }, 'TB_INVALID_INPUT'],
    [{ first: 101 }, 'TB_INVALID_INPUT'],
    [{ wait: 26 }, 'TB_INVALID_INPUT'],
    [{ types: ["'; drop"] }, 'TB_INVALID_INPUT'],
  ])('refuses %j with %s', async (args, code) => {
    await expect(feed(args)).rejects.toMatchObject({ code })
  })

  it('waits for an event, and for nothing once the caller has gone', async () => {
    const waiting = feed({ wait: 25 })
    await append(world.store, 'utility', 'a.a')
    await append(world.store, 'bank', 'b.b')
    expect(numbers((await waiting).events)).toEqual([1])
    const gone = new AbortController()
    const context = testContext({ caller: testCaller('bank', 'events:read'), signal: gone.signal })
    const left = world.feed({ after: '1', wait: 25 }, context)
    gone.abort()
    await expect(left).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('never waits longer than the request may take', async () => {
    const context = testContext({
      caller: testCaller('bank', 'events:read'),
      deadline: world.clock.now().getTime() + 1_100,
    })
    expect((await world.feed({ wait: 25 }, context)).events).toEqual([])
  })
})
