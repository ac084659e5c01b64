import { beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnEachStore } from '../../store/testing.ts'
import { createSubmissionsService } from '../submissions/submissions.ts'
import { goodInput } from '../submissions/test-errand.ts'
import { openWorld, type World } from '../submissions/test-world.ts'
import { testCaller } from '../testing.ts'
import { createCasesService } from './cases.ts'

describeOnEachStore('cases and submissions that several requests read', (open) => {
  let world: World
  let statements: string[] = []
  beforeAll(async () => {
    world = await openWorld(open, { onStatement: (sql) => statements.push(sql) })
  })
  beforeEach(() => world.reset())

  const stranger = () => world.context(testCaller('utility'))

  /** Submissions with their cases, and services that have read nothing yet. */
  const taken = async (count: number) => {
    const submissions = createSubmissionsService(world.deps, world.peers)
    const cases = createCasesService(world.deps)
    const handIn = () => submissions.submit({ input: goodInput, idempotencyKey: crypto.randomUUID() }, world.context())
    const handed = await Promise.all(Array.from({ length: count }, handIn))
    await world.queue.round('submissions.deliver')
    const found = await Promise.all(handed.map(({ id }) => cases.ofSubmission(id, world.context())))
    statements = []
    return { submissions, cases, ids: handed.map(({ id }) => id), caseIds: found.map((each) => each?.id ?? '') }
  }

  it('cost one statement for submissions and two for cases, with their reports', async () => {
    const { submissions, cases, ids, caseIds } = await taken(5)
    const read = await Promise.all(ids.map((id) => submissions.byId(id, world.context())))
    expect(read.map((each) => each?.id)).toEqual(ids)
    expect(statements).toHaveLength(1)
    const bySubmission = await Promise.all(ids.map((id) => cases.ofSubmission(id, world.context())))
    expect(bySubmission.map((each) => each?.id)).toEqual(caseIds)
    const byId = await Promise.all(caseIds.map((id) => cases.byId(id, world.context())))
    expect(byId).toEqual(bySubmission)
    expect(statements).toHaveLength(5)
  })

  it('exist only for their own client, also when both ask in one statement', async () => {
    const { submissions, cases, ids, caseIds } = await taken(1)
    const [id = '', caseId = ''] = [...ids, ...caseIds]
    const [theirs, mine] = await Promise.all([submissions.byId(id, stranger()), submissions.byId(id, world.context())])
    expect([theirs, mine]).toMatchObject([null, { id }])
    expect(statements).toHaveLength(1)
    const found = await Promise.all([cases.byId(caseId, stranger()), cases.byId(caseId, world.context())])
    expect(found).toMatchObject([null, { id: caseId }])
  })

  it('are found although another request asks for a key that no database takes', async () => {
    const { submissions, cases, ids, caseIds } = await taken(1)
    const [id = '', caseId = ''] = [...ids, ...caseIds]
    const [, mine] = await Promise.allSettled([
      submissions.byId('\u0000', stranger()),
      submissions.byId(id, world.context()),
    ])
    expect(mine).toMatchObject({ status: 'fulfilled', value: { id } })
    const [wrong, right] = await Promise.allSettled([
      cases.byId('\u0000', stranger()),
      cases.byId(caseId, world.context()),
    ])
    expect([wrong, right]).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: { id: caseId } }])
  })

  it('are read as they are now by a request that comes later', async () => {
    const { cases, caseIds } = await taken(1)
    const read = () => cases.byId(caseIds[0] ?? '', world.context())
    const number = (await read())?.number ?? ''
    world.owner.tell(number, { reports: [{ at: world.clock.now().toISOString(), state: 'ACCEPTED' }] })
    world.clock.forward(10_000)
    await world.queue.round('cases.poll')
    expect((await read())?.state).toBe('ACCEPTED')
  })
})
