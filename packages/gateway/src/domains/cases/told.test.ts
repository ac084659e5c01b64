import type { CaseStateName } from '@tongban/schema'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnEachStore } from '../../store/testing.ts'
import type { EventTables } from '../../work/event-log/tables.ts'
import { createSubmissionsService } from '../submissions/submissions.ts'
import { goodInput } from '../submissions/test-errand.ts'
import { openWorld, type World } from '../submissions/test-world.ts'
import { pollJob } from './polling.ts'

describeOnEachStore('what owners tell of themselves', (open) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(open)
  })
  beforeEach(() => world.reset())

  const take = async () => {
    const service = createSubmissionsService(world.deps, world.peers)
    const { id } = await service.submit({ input: goodInput, idempotencyKey: crypto.randomUUID() }, world.context())
    await world.queue.round('submissions.deliver')
    const found = await world.cases.service.ofSubmission(id, world.context())
    if (!found) throw new Error('no case')
    world.clock.forward(1_000)
    return { id, number: found.number, found: () => world.cases.service.ofSubmission(id, world.context()) }
  }
  const report = (state: CaseStateName, dataVersion = 1) => ({
    dataVersion,
    reports: [{ at: world.clock.now().toISOString(), state }],
  })
  const told = (...reports: readonly unknown[]) => world.cases.service.told('owner', reports)
  const events = async (submissionId: string) => {
    const db = world.store.db.withTables<EventTables>()
    const rows = await db.selectFrom('client_event').select('type').where('submission_id', '=', submissionId).execute()
    return rows.length
  }

  it('changes the case at once and tells the client', async () => {
    const one = await take()
    const before = await events(one.id)
    expect(await told({ number: one.number, ...report('ACCEPTED') })).toEqual(['CHANGED'])
    expect(await one.found()).toMatchObject({ state: 'ACCEPTED', provenance: { sourceId: 'owner' } })
    expect(await events(one.id)).toBeGreaterThan(before)
  })

  it('changes nothing when it is repeated, and replaces nothing when it is older', async () => {
    const one = await take()
    const news = { number: one.number, ...report('ACCEPTED', 3), acceptedOn: '2026-03-02' }
    expect(await told(news)).toEqual(['CHANGED'])
    const [after, count] = [await one.found(), await events(one.id)]
    expect(await told(news, news)).toEqual(['UNCHANGED', 'UNCHANGED'])
    expect(await events(one.id)).toBe(count)
    expect(await one.found()).toEqual(after)
    // what an older version reported is history; it replaces nothing
    const older = {
      dataVersion: 2,
      acceptedOn: '2026-03-05',
      reports: [{ at: '2026-03-01T09:00:00+08:00', state: 'SUSPENDED' }],
    }
    await told({ number: one.number, ...older })
    expect(await one.found()).toMatchObject({ acceptedOn: '2026-03-02', dataVersion: 3, state: 'ACCEPTED' })
  })

  it('changes a case once when several gateways are told at the same moment', async () => {
    const one = await take()
    const news = { number: one.number, ...report('ACCEPTED') }
    const outcomes = (await Promise.all([told(news), told(news), told(news)])).flat()
    expect(outcomes.sort()).toEqual(['CHANGED', 'UNCHANGED', 'UNCHANGED'])
    expect((await one.found())?.reports).toHaveLength(2)
  })

  it('is found by our reference when the number is not known', async () => {
    const one = await take()
    expect(await told({ number: 'NEW-1', reference: one.id, ...report('ACCEPTED') })).toEqual(['CHANGED'])
    expect(await one.found()).toMatchObject({ state: 'ACCEPTED', number: one.number })
  })

  it('is not ours when neither number nor reference is, or when it is another source that tells', async () => {
    const one = await take()
    const foreign = [
      { number: 'X', ...report('ACCEPTED') },
      { number: 'X', reference: 'Y', ...report('ACCEPTED') },
    ]
    expect(await told(...foreign)).toEqual(['NOT_OURS', 'NOT_OURS'])
    const ours = { number: one.number, reference: one.id, ...report('ACCEPTED') }
    expect(await world.cases.service.told('somebody-else', [ours])).toEqual(['NOT_OURS'])
    expect((await one.found())?.state).toBe('RECEIVED')
  })

  it('does not cost the others theirs when one report cannot be read', async () => {
    const one = await take()
    const outcomes = await told(
      null,
      'text',
      { number: one.number },
      { number: one.number, reports: [{ at: 'yesterday', state: 'ACCEPTED' }] },
      { number: 'a\u0000b', ...report('ACCEPTED') },
      { number: one.number, reports: [{ ...report('ACCEPTED').reports[0], note: '\ud800' }] },
      { number: one.number, ...report('ACCEPTED') },
    )
    expect(outcomes).toEqual([...Array(6).fill('UNREADABLE'), 'CHANGED'])
    expect(await told()).toEqual([])
  })

  it('takes several reports of one message in their order', async () => {
    const [one, two] = [await take(), await take()]
    const first = { number: one.number, ...report('ACCEPTED') }
    world.clock.forward(1_000)
    expect(
      await told(first, { number: two.number, ...report('ACCEPTED') }, { number: one.number, ...report('APPROVED') }),
    ).toEqual(['CHANGED', 'CHANGED', 'CHANGED'])
    expect((await one.found())?.reports.map(({ state }) => state)).toEqual(['RECEIVED', 'ACCEPTED', 'APPROVED'])
  })

  it('makes the owner be asked sooner', async () => {
    const one = await take()
    for (let ticks = 0; ticks < 4; ticks += 1) {
      world.clock.forward(60_000)
      await world.queue.round(pollJob.name)
    }
    await told({ number: one.number, ...report('ACCEPTED') })
    world.owner.calls.length = 0
    world.clock.forward(5_000)
    await world.queue.round(pollJob.name)
    expect(world.owner.calls).toContain('status 1')
  })
})
