import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { describeOnEachStore } from '../../store/testing.ts'
import type { EventTables } from '../../work/event-log/tables.ts'
import { deliveryJob } from './delivery-job.ts'
import { takeHold } from './delivery-store.ts'
import { resumeDeliveries } from './resume.ts'
import { tables } from './store.ts'
import { createSubmissionsService, type OwnSubmissionsService } from './submissions.ts'
import { goodInput } from './test-errand.ts'
import type { Mood } from './test-owner.ts'
import { openWorld, type World } from './test-world.ts'
import { explainMissingCase, reasonFor } from './undelivered.ts'

const afterLease = 61_000
/** Longer than an owner may still be taking what it was sent. */
const settled = 60_000

describeOnEachStore('delivering a submission', (open) => {
  let world: World
  let service: OwnSubmissionsService
  beforeAll(async () => {
    world = await openWorld(open)
    service = createSubmissionsService(world.deps, world.peers)
  })

  const submit = () => service.submit({ input: goodInput, idempotencyKey: crypto.randomUUID() }, world.context())
  const reread = async (id: string) => {
    const found = await service.byId(id, world.context())
    if (found === null) throw new Error('lost')
    return found
  }
  const round = () => world.queue.round(deliveryJob.name)
  const caseOf = (id: string) => world.cases.service.ofSubmission(id, world.context())
  const custody = async (id: string) => (await service.custodyOf(id, world.context())).map(({ action }) => action)

  it('hands it to its owner under its own reference, and mirrors the case', async () => {
    const { id } = await submit()
    world.owner.calls.length = 0
    expect(await round()).toEqual(['ok'])
    expect(world.owner.calls).toEqual(['submit'])
    expect(world.owner.received.at(-1)).toMatchObject({
      reference: id,
      applicant: { name: '测试甲' },
      answers: { ownership: 'SOLE' },
      collectedBy: { client: 'bank 接入方', branch: '越城支行', operator: 'T0421' },
    })
    expect(await reread(id)).toMatchObject({ state: 'TAKEN' })
    expect(await custody(id)).toEqual(['ACCEPTED', 'TAKEN'])
    expect(await caseOf(id)).toMatchObject({ submissionId: id, state: 'RECEIVED', limit: { amount: 5 } })
    expect(await round()).toEqual([])
  })

  it('asks before it sends again, when the owner took it and the connection broke before the answer', async () => {
    const { id } = await submit()
    world.owner.moods.push('commits and drops')
    world.owner.calls.length = 0
    expect(await round()).toEqual(['TB_SOURCE_UNAVAILABLE'])
    expect(await reread(id)).toMatchObject({ state: 'SUBMITTED', trouble: { code: 'TB_SOURCE_UNAVAILABLE' } })
    await world.pass(settled)
    expect(await round()).toEqual(['ok'])
    expect(world.owner.calls).toEqual(['submit', 'find'])
    expect(world.owner.cases.filter(({ reference }) => reference === id)).toHaveLength(1)
    expect(await custody(id)).toEqual(['ACCEPTED', 'DELIVERY_TRIED', 'TAKEN'])
  })

  it('sends again what the owner does not have', async () => {
    const { id } = await submit()
    world.owner.moods.push('drops')
    world.owner.calls.length = 0
    await round()
    await world.pass(settled)
    await round()
    expect(world.owner.calls).toEqual(['submit', 'find', 'submit'])
    expect(await reread(id)).toMatchObject({ state: 'TAKEN' })
  })

  it('neither asks nor sends while the owner may still be taking it, and finds the case it took late', async () => {
    const { id } = await submit()
    world.owner.moods.push('commits late')
    world.owner.calls.length = 0
    expect(await round()).toEqual(['TB_SOURCE_UNAVAILABLE'])
    for (const waits of [1_000, 20_000, 20_000]) {
      await world.pass(waits)
      expect(await round()).toEqual(['TB_SOURCE_BUSY'])
    }
    expect(await reread(id)).toMatchObject({ state: 'SUBMITTED', trouble: { code: 'TB_SOURCE_UNAVAILABLE' } })
    await world.pass(settled)
    expect(await round()).toEqual(['ok'])
    expect(world.owner.calls).toEqual(['submit', 'find'])
    expect(world.owner.cases.filter(({ reference }) => reference === id)).toHaveLength(1)
    expect(await reread(id)).toMatchObject({ state: 'TAKEN' })
  })

  it('comes back to an owner that has it and says nothing yet, without a word of trouble', async () => {
    const { id } = await submit()
    world.owner.moods.push('waits', 'waits')
    expect(await round()).toEqual(['TB_SOURCE_BUSY'])
    await world.pass(settled)
    expect(await round()).toEqual(['TB_SOURCE_BUSY'])
    expect(await reread(id)).toMatchObject({ state: 'SUBMITTED', trouble: null })
    expect(await custody(id)).toEqual(['ACCEPTED'])
    await world.pass(settled)
    expect(await round()).toEqual(['ok'])
    expect(await reread(id)).toMatchObject({ state: 'TAKEN' })
  })

  it('asks first after a crash between sending and writing down the answer', async () => {
    const { id } = await submit()
    // what a killed worker leaves behind: the lease is taken and the owner has the case
    await tables(world.store.db)
      .updateTable('submission')
      .set({
        state: 'DELIVERING',
        attempts: 1,
        lease: 'gone',
        lease_until: new Date(Date.now() + 60_000),
      })
      .where('id', '=', id)
      .execute()
    world.owner.cases.push({
      number: `C-${id}`,
      reference: id,
      reports: [{ at: world.clock.now().toISOString(), state: 'RECEIVED' }],
    })
    world.owner.calls.length = 0
    expect(await round()).toEqual(['TB_SOURCE_BUSY'])
    await world.pass(afterLease)
    expect(await round()).toEqual(['TB_SOURCE_BUSY'])
    await world.pass(settled)
    expect(await round()).toEqual(['ok'])
    expect(world.owner.calls).toEqual(['find'])
    expect(await caseOf(id)).toMatchObject({ number: `C-${id}` })
  })

  it('goes on at once after a crash where no other process can be delivering, and waits where one may', async () => {
    const { id } = await submit()
    const now = world.clock.now()
    // A worker has the job and the lease, and dies.
    await world.store.query(
      "update pgboss.job set state = 'active', started_on = now() where data->>'submissionId' = $1",
      [id],
    )
    expect(await takeHold(world.store.db, id, { ms: 60_000, now })).toMatchObject({ hold: 'mine' })
    await resumeDeliveries(world.deps, now)
    expect(await round()).toEqual([])
    world.owner.calls.length = 0
    await resumeDeliveries(world.deps, new Date(now.getTime() + 1))
    const isAlone = world.store.kind === 'pglite'
    if (isAlone) await world.pass(settled)
    expect(await round()).toEqual(isAlone ? ['ok'] : [])
    expect(world.owner.calls).toEqual(isAlone ? ['find', 'submit'] : [])
    expect(await reread(id)).toMatchObject({ state: isAlone ? 'TAKEN' : 'DELIVERING' })
    await world.reset()
  })

  it('shows the reason when the owner refuses', async () => {
    const { id } = await submit()
    world.owner.moods.push('refuses')
    expect(await round()).toEqual(['ok'])
    const refused = await reread(id)
    expect(refused.state).toBe('REFUSED')
    expect(reasonFor(refused, 'zh-CN')).toBe('不属于本辖区')
    expect(await custody(id)).toEqual(['ACCEPTED', 'REFUSED'])
  })

  it('never takes a case that belongs to another reference', async () => {
    const { id } = await submit()
    world.owner.moods.push('confuses')
    expect(await round()).toEqual(['TB_SOURCE_SHAPE'])
    expect(await caseOf(id)).toBeNull()
    await world.pass(settled)
    expect(await round()).toEqual(['ok'])
  })

  it('waits while the owner is down and says that nothing is lost', async () => {
    const { id } = await submit()
    world.owner.state.down = true
    await round()
    await world.pass(settled)
    expect(await round()).toEqual(['TB_SOURCE_UNAVAILABLE'])
    const waiting = await reread(id)
    expect(waiting.state).toBe('SUBMITTED')
    expect(await custody(id)).toEqual(['ACCEPTED', 'DELIVERY_TRIED'])
    expect(reasonFor(waiting, 'zh-CN')).toContain('不会丢失')
    const explain = () => explainMissingCase(waiting, () => '审批系统')
    expect(explain).toThrow(
      expect.objectContaining({ code: 'TB_SOURCE_UNAVAILABLE', source: 'owner', retryAfterMs: 30_000 }),
    )
    world.owner.state.down = false
    expect(await round()).toEqual(['ok'])
    expect(await reread(id)).toMatchObject({ state: 'TAKEN', trouble: null })
  })

  it('waits while nobody is in charge, and turns to an operator after the last attempt', async () => {
    const { id } = await submit()
    world.connected.owner = false
    expect(await round()).toEqual(['TB_NO_AUTHORITY'])
    const waiting = await reread(id)
    expect(waiting).toMatchObject({ state: 'SUBMITTED', trouble: { code: 'TB_NO_AUTHORITY' } })
    expect(() => explainMissingCase(waiting, String)).not.toThrow()
    await world.store.query('update pgboss.job set retry_count = retry_limit - 1 where data @> $1 and state = $2', [
      JSON.stringify({ submissionId: id }),
      'retry',
    ])
    expect(await round()).toEqual(['ok'])
    expect(await reread(id)).toMatchObject({ state: 'EXPIRED' })
    expect((await custody(id)).at(-1)).toBe('EXPIRED')
    world.connected.owner = true
  })

  it('puts a submission into the queue again whose job is gone', async () => {
    const { id } = await submit()
    await world.store.query('delete from pgboss.job where data @> $1', [JSON.stringify({ submissionId: id })])
    await world.submissions.start?.()
    await world.queue.round('submissions.sweep')
    expect(await round()).toEqual([])
    world.clock.forward(2 * 3_600_000)
    await world.queue.round('submissions.sweep')
    expect(await round()).toEqual(['ok'])
    expect(await reread(id)).toMatchObject({ state: 'TAKEN' })
  })

  it('loses nothing and doubles nothing, whatever the owner does', async () => {
    const moods = fc.array(fc.constantFrom<Mood>('well', 'drops', 'commits and drops', 'commits late'), {
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(moods, async (sequence) => {
        world.owner.moods.push(...sequence)
        const ids = [(await submit()).id, (await submit()).id, (await submit()).id]
        for (let rounds = 0; rounds < 16; rounds += 1) {
          await round()
          await world.pass(settled / 2)
        }
        world.owner.moods.length = 0
        await round()
        for (const id of ids) {
          expect((await reread(id)).state).toBe('TAKEN')
          expect(world.owner.cases.filter(({ reference }) => reference === id)).toHaveLength(1)
          expect(await caseOf(id)).toMatchObject({ submissionId: id })
        }
      }),
      { numRuns: 8 },
    )
  })

  it('tells the client each step once, in order and without gaps', async () => {
    const { id } = await submit()
    world.owner.moods.push('commits and drops')
    await round()
    await world.pass(settled)
    await round()
    const db = world.store.db.withTables<EventTables>()
    const steps = await db
      .selectFrom('client_event')
      .select('type')
      .where('submission_id', '=', id)
      .orderBy('seq')
      .execute()
    expect(steps.map(({ type }) => type)).toEqual([
      'submission.accepted',
      'submission.taken',
      'case.reported',
      'case.changed',
    ])
    const all = await db
      .selectFrom('client_event')
      .select('seq')
      .where('client_id', '=', 'bank')
      .orderBy('seq')
      .execute()
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1))
  })
})
