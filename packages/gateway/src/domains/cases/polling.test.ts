import type { CaseStateName } from '@tongban/schema'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnEachStore } from '../../store/testing.ts'
import type { EventTables } from '../../work/event-log/tables.ts'
import { createSubmissionsService } from '../submissions/submissions.ts'
import { goodInput } from '../submissions/test-errand.ts'
import { openWorld, type World } from '../submissions/test-world.ts'
import { pollJob } from './polling.ts'
import type { CaseTables } from './tables.ts'

describeOnEachStore('following cases', (open) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(open)
  })
  beforeEach(() => world.reset())

  /** Hands in so many errands and has them taken. */
  const take = async (count: number): Promise<readonly string[]> => {
    const service = createSubmissionsService(world.deps, world.peers)
    const ids: string[] = []
    for (let index = 0; index < count; index += 1) {
      const submitted = await service.submit({ input: goodInput, idempotencyKey: crypto.randomUUID() }, world.context())
      ids.push(submitted.id)
    }
    await world.queue.round('submissions.deliver')
    world.owner.calls.length = 0
    return ids
  }
  const caseOf = async (submissionId: string) => {
    const found = await world.cases.service.ofSubmission(submissionId, world.context())
    if (found === null) throw new Error('no case')
    return found
  }
  const poll = async (forwardMs: number) => {
    world.clock.forward(forwardMs)
    world.owner.calls.length = 0
    await world.queue.round(pollJob.name)
    return world.owner.calls
  }
  const say = (number: string, ...states: readonly CaseStateName[]) => {
    const known = world.owner.cases.find((each) => each.number === number)
    const at = world.clock.now().toISOString()
    world.owner.tell(number, { reports: [...(known?.reports ?? []), ...states.map((state) => ({ at, state }))] })
  }

  it('asks for all due cases of a source together, at most fifty in a call', async () => {
    await take(60)
    expect(await poll(10_000)).toEqual(['status 50', 'status 10'])
    expect(await poll(0)).toEqual([])
  })

  it('slows down while nothing changes and speeds up when something does', async () => {
    const [id = ''] = await take(1)
    const { number } = await caseOf(id)
    const asked: number[] = []
    const tick = async () => {
      if ((await poll(5_000)).length > 0) asked.push(world.clock.now().getTime())
    }
    for (let ticks = 0; ticks < 40; ticks += 1) await tick()
    const waits = asked.slice(1).map((at, index) => (at - (asked[index] ?? 0)) / 1000)
    expect(waits).toEqual([10, 20, 40, 60, 60])
    say(number, 'ACCEPTED')
    asked.length = 0
    while (asked.length < 2) await tick()
    expect((await caseOf(id)).state).toBe('ACCEPTED')
    expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBe(5_000)
  })

  it('brings supplements, the decision and its certificate, tells the client, and stops when the case has ended', async () => {
    const [id = ''] = await take(1)
    const { number } = await caseOf(id)
    const at = world.clock.now().toISOString()
    say(number, 'SUPPLEMENT')
    world.owner.tell(number, {
      supplements: [{ askedAt: at, dueOn: '2026-03-09', parts: [{ material: 'form', reason: '缺少签名' }] }],
    })
    await poll(10_000)
    expect(await caseOf(id)).toMatchObject({ state: 'SUPPLEMENT', supplements: [{ dueOn: '2026-03-09' }] })
    world.clock.forward(60_000)
    say(number, 'ACCEPTED', 'APPROVED', 'CLOSED')
    world.owner.tell(number, {
      result: { granted: true, certificateIdentifier: '1.2.156.3005.2.x' },
      acceptedOn: '2026-03-02',
    })
    await poll(10_000)
    expect(await caseOf(id)).toMatchObject({ state: 'CLOSED', result: { granted: true } })
    expect(await poll(3_600_000)).toEqual([])
    const db = world.store.db.withTables<EventTables>()
    const told = await db
      .selectFrom('client_event')
      .select(['type', 'data'])
      .where('submission_id', '=', id)
      .orderBy('seq')
      .execute()
    expect(told.map(({ type }) => type).filter((type) => type !== 'case.reported')).toEqual([
      'submission.accepted',
      'submission.taken',
      'case.changed',
      'case.changed',
      'case.supplement-asked',
      'case.changed',
      'case.decided',
    ])
    expect(told.at(-1)?.data).toMatchObject({ decision: 'APPROVED' })
  })

  it('keeps the last good copy, marked as old, while the owner cannot be reached', async () => {
    const [id = ''] = await take(1)
    expect((await caseOf(id)).provenance.freshness).toBe('SNAPSHOT')
    world.owner.state.down = true
    await poll(10_000)
    const old = await caseOf(id)
    expect(old).toMatchObject({ state: 'RECEIVED', provenance: { freshness: 'STALE', sourceId: 'owner' } })
    world.owner.state.down = false
    await poll(60_000)
    const fresh = await caseOf(id)
    expect(fresh.provenance.freshness).toBe('SNAPSHOT')
    expect(fresh.provenance.fetchedAt > old.provenance.fetchedAt).toBe(true)
  })

  it('marks a case as old that its owner no longer knows, also by our reference, until it knows it again', async () => {
    const [lost = '', left = ''] = await take(2)
    const { number } = await caseOf(lost)
    const known = world.owner.cases.splice(0)
    world.owner.cases.push(...known.filter((each) => each.number !== number))
    expect(await poll(10_000)).toEqual(['status 2', 'find'])
    expect(await caseOf(lost)).toMatchObject({ state: 'RECEIVED', provenance: { freshness: 'STALE' } })
    expect(await caseOf(left)).toMatchObject({ provenance: { freshness: 'SNAPSHOT' } })
    await poll(60_000)
    expect(world.errors).toEqual([
      [{ source: 'owner', case: (await caseOf(lost)).id }, 'the owner no longer knows a case'],
    ])
    world.owner.cases.splice(0, Infinity, ...known)
    await poll(60_000)
    expect(await caseOf(lost)).toMatchObject({ provenance: { freshness: 'SNAPSHOT' } })
  })

  it('keeps a case that its owner only left out of the list', async () => {
    const [id = ''] = await take(1)
    const { number } = await caseOf(id)
    world.owner.omitted.add(number)
    say(number, 'ACCEPTED')
    expect(await poll(10_000)).toEqual(['status 1', 'find'])
    expect(await caseOf(id)).toMatchObject({ state: 'ACCEPTED', provenance: { freshness: 'SNAPSHOT' } })
  })

  it('reads the other cases when one that is missing cannot be asked for', async () => {
    const [one = '', two = ''] = await take(2)
    world.owner.omitted.add((await caseOf(one)).number)
    world.owner.state.searching = false
    say((await caseOf(two)).number, 'ACCEPTED')
    await poll(10_000)
    expect(await caseOf(one)).toMatchObject({ provenance: { freshness: 'STALE' } })
    expect(await caseOf(two)).toMatchObject({ state: 'ACCEPTED', provenance: { freshness: 'SNAPSHOT' } })
    expect(world.errors).toEqual([])
  })

  it('reads the other cases when one of them cannot be read', async () => {
    const [one = '', two = ''] = await take(2)
    world.owner.tell((await caseOf(one)).number, { acceptedOn: 'soon' })
    say((await caseOf(two)).number, 'ACCEPTED')
    await poll(10_000)
    expect(await caseOf(one)).toMatchObject({ state: 'RECEIVED', provenance: { freshness: 'STALE' } })
    expect(await caseOf(two)).toMatchObject({ state: 'ACCEPTED', provenance: { freshness: 'SNAPSHOT' } })
  })

  it('never shortens the history, whatever the owner tells later', async () => {
    const [id = ''] = await take(1)
    const { number } = await caseOf(id)
    say(number, 'ACCEPTED')
    await poll(10_000)
    world.owner.tell(number, { dataVersion: 2, reports: [{ at: world.clock.now().toISOString(), state: 'RETURNED' }] })
    await poll(10_000)
    const { state, dataVersion, reports } = await caseOf(id)
    expect({ state, dataVersion }).toEqual({ state: 'RETURNED', dataVersion: 2 })
    expect(reports.map((report) => report.state)).toEqual(['RECEIVED', 'ACCEPTED', 'RETURNED'])
  })

  it('asks for a case again whose poll died with its worker', async () => {
    const [id = ''] = await take(1)
    await world.store.query('update case_mirror set next_poll_at = $1', [
      new Date(world.clock.now().getTime() + 120_000),
    ])
    await world.store.query("delete from pgboss.job where name = 'cases.poll'")
    await world.cases.start?.()
    say((await caseOf(id)).number, 'ACCEPTED')
    expect(await poll(60_000)).toEqual([])
    expect(await poll(60_000)).toEqual(['status 1'])
    expect((await caseOf(id)).state).toBe('ACCEPTED')
  })

  it('never shows a number twice: unique with its source', async () => {
    const [one = ''] = await take(1)
    const { number } = await caseOf(one)
    const begin = (submissionId: string) =>
      world.store.transaction((trx) =>
        world.cases.service.begin(
          {
            submissionId,
            clientId: 'bank',
            sourceId: 'owner',
            itemName: '抵押登记',
            limit: null,
            case: {
              number,
              reference: null,
              dataVersion: 1,
              reports: [],
              acceptedOn: null,
              suspensions: [],
              supplements: [],
              result: null,
            },
            provenance: {
              sourceId: 'owner',
              fetchedAt: world.clock.now().toISOString(),
              asOf: null,
              freshness: 'FRESH',
            },
          },
          trx,
        ),
      )
    await expect(begin('another')).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE' })
    await begin(one)
    const rows = await world.store.db.withTables<CaseTables>().selectFrom('case_mirror').select('id').execute()
    expect(rows).toHaveLength(1)
  })
})
