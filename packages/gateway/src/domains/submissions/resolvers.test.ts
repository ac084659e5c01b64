import { makeExecutableSchema } from '@graphql-tools/schema'
import { typeDefs } from '@tongban/schema'
import { graphql } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openMemory } from '../../store/embedded.ts'
import type { RequestContext } from '../request.ts'
import { testCaller } from '../testing.ts'
import { createSubmissionsService } from './submissions.ts'
import { goodInput, licence } from './test-errand.ts'
import { openWorld, type World } from './test-world.ts'

describe('submissions and cases in the graph', () => {
  let world: World
  const statements: string[] = []
  beforeAll(async () => {
    world = await openWorld(
      async ({ migrations = {}, onStatement } = {}) => {
        const store = await openMemory(onStatement)
        await store.migrate(migrations)
        return store
      },
      { onStatement: (sql) => statements.push(sql) },
    )
  })
  beforeEach(() => world.reset())
  afterAll(async () => {
    await world.queue.stop(0)
    await world.store.close()
  })

  const run = (source: string, variableValues: Record<string, unknown>, context: RequestContext = world.context()) => {
    const resolvers = [world.cases.resolvers, world.submissions.resolvers]
    const schema = makeExecutableSchema({
      typeDefs,
      resolvers: [...resolvers],
      resolverValidationOptions: { requireResolversForResolveType: 'ignore' },
    })
    return graphql({ schema, source, variableValues, contextValue: context })
  }
  const submit = async (count = 1): Promise<readonly string[]> => {
    const service = createSubmissionsService(world.deps, world.peers)
    const numbers: string[] = []
    for (let index = 0; index < count; index += 1) {
      const { receiptNumber } = await service.submit(
        { input: goodInput, idempotencyKey: crypto.randomUUID() },
        world.context(),
      )
      numbers.push(receiptNumber)
    }
    return numbers
  }

  const follow = `query Follow($id: ID!) { submission(id: $id) {
    receiptNumber state stateReason itemVersion answers
    materials { key name satisfaction }
    custody { at by { name branch operator } action note }
    case { id number state light clock { limit { amount unit } startedOn dueOn elapsed suspended provisional }
      history { at state by note raw { system code tableVersion } }
      supplements { askedAt dueOn parts { field material reason } }
      result { granted certificateIdentifier certificate { name } }
      submission { receiptNumber } }
  } }`

  it('follow an errand from the receipt to its decision', async () => {
    const [id] = await submit()
    expect(await run(follow, { id })).toMatchObject({ data: { submission: { state: 'SUBMITTED', case: null } } })
    await world.queue.round('submissions.deliver')
    world.owner.tell('P1', {
      acceptedOn: '2026-03-02',
      reports: [
        {
          at: '2026-03-02T10:00:00+08:00',
          state: 'ACCEPTED',
          by: '受理科',
          raw: { system: 'owner', code: '05', tableVersion: '1' },
        },
        { at: '2026-03-03T10:00:00+08:00', state: 'APPROVED' },
      ],
      result: { granted: true, certificateIdentifier: licence },
    })
    world.clock.forward(86_400_000)
    await world.queue.round('cases.poll')
    const answer = await run(follow, { id })
    expect(answer.errors).toBeUndefined()
    expect(answer.data?.submission).toMatchObject({
      state: 'TAKEN',
      stateReason: null,
      itemVersion: '3',
      answers: { ownership: 'SOLE' },
      custody: [
        { action: 'ACCEPTED', by: { branch: '越城支行', operator: 'T0421' } },
        { action: 'TAKEN', by: { name: '审批系统' } },
      ],
      case: {
        number: 'P1',
        state: 'APPROVED',
        light: 'GREEN',
        clock: { limit: { amount: 5, unit: 'WORKING_DAY' }, startedOn: '2026-03-02', dueOn: '2026-03-09', elapsed: 1 },
        result: { granted: true, certificateIdentifier: licence, certificate: null },
        submission: { receiptNumber: id },
      },
    })
    expect(world.reads).toEqual([`${licence} 查阅办理结果:二手房抵押登记(办件编号 P1)`])
  })

  it('answer with the receipt and say that nothing is lost when the owner is down', async () => {
    const [id] = await submit()
    world.owner.state.down = true
    await world.queue.round('submissions.deliver')
    const { data, errors } = await run(follow, { id })
    expect(data?.submission).toMatchObject({ receiptNumber: id, state: 'SUBMITTED', case: null })
    expect(errors).toHaveLength(1)
    expect(errors?.[0]?.path).toEqual(['submission', 'case'])
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE', source: 'owner' })
  })

  it('hide submissions and cases of other clients', async () => {
    const [id] = await submit()
    await world.queue.round('submissions.deliver')
    const mine = await run(follow, { id })
    const found = mine.data?.submission as { case: { id: string } }
    const stranger = () => world.context(testCaller('utility'))
    const other = await run(follow, { id }, stranger())
    expect(other.errors?.[0]?.originalError).toMatchObject({ code: 'TB_SUBMISSION_NOT_FOUND' })
    const query = 'query C($id: ID!) { case(id: $id) { number } }'
    expect((await run(query, { id: found.case.id })).data?.case).toEqual({ number: 'P1' })
    const hidden = await run(query, { id: found.case.id }, stranger())
    expect(hidden.errors?.[0]?.originalError).toMatchObject({ code: 'TB_CASE_NOT_FOUND' })
    const key = Buffer.from(found.case.id, 'base64url').toString().replace('Case:', '')
    expect(await world.cases.nodes?.Case?.(key, world.context())).toMatchObject({ number: 'P1' })
    expect(await world.cases.nodes?.Case?.(key, stranger())).toBeNull()
  })

  it('make a page of twenty with custody, cases and histories cost a handful of statements', async () => {
    await submit(20)
    await world.queue.round('submissions.deliver')
    statements.length = 0
    const page = await run(
      `{ submissions(first: 20) { edges { node { receiptNumber materials { key } custody { action }
          case { number history { state } submission { id } } } } pageInfo { hasNextPage } } }`,
      {},
    )
    expect(page.errors).toBeUndefined()
    expect(page.data).toMatchObject({
      submissions: { edges: Array(20).fill({ node: { case: { number: expect.any(String) } } }) },
    })
    // the page; custody; cases and their reports; the submissions of the cases
    expect(statements).toHaveLength(5)
  })

  it('tell the clerk what to correct instead of failing', async () => {
    const mutation = `mutation S($input: SubmitCaseInput!) { submitCase(input: $input, idempotencyKey: "k") {
      submission { id } userErrors { code path message } } }`
    const answer = await run(mutation, { input: { ...goodInput, answers: {} } })
    expect(answer).toEqual({
      data: {
        submitCase: {
          submission: null,
          userErrors: [
            {
              code: 'TB_SITUATION_UNANSWERED',
              path: ['answers', 'ownership'],
              message: '还有情形问题没有回答:房屋如何共有',
            },
          ],
        },
      },
    })
    const good = await run(mutation, { input: goodInput })
    expect(good.data?.submitCase).toMatchObject({ submission: { id: expect.any(String) }, userErrors: [] })
  })
})
