import { expect, it } from 'vitest'
import { describeOnEachStore, silentLog } from '../../store/testing.ts'
import { createSteppedQueue } from '../../work/testing.ts'
import type { DomainDeps } from '../domain.ts'
import { purgeJob } from './purge.ts'
import { worldSettings } from './testing/gateway.ts'
import { append, openEvents } from './testing/world.ts'

describeOnEachStore('the purge of events', (open) => {
  it('forgets what is older than the operator says, and plans itself again', async () => {
    const world = await openEvents(open)
    const queue = createSteppedQueue(world.store, silentLog, world.clock.now)
    // the job asks for nothing else of the settings
    const settings = { events: { ...worldSettings, retentionDays: 2 } } as DomainDeps['settings']
    const job = purgeJob({ ...world.deps, queue, settings })
    queue.register(job)
    await queue.start()
    await append(world.store, 'bank', 'a.a', 'b.b')
    await job.plan()
    expect(await queue.round(job.name)).toEqual(['ok'])
    expect((await world.feed()).events.length).toBe(2)
    world.clock.forward(3 * 86_400_000)
    await append(world.store, 'bank', 'c.c')
    await world.store.query("update client_event set at = at + interval '3 days' where seq = 3")
    expect(await queue.round(job.name)).toEqual(['ok'])
    expect((await world.feed()).events.map(({ sequence }) => sequence)).toEqual(['3'])
    await queue.stop(0)
    await world.close()
  })
})
