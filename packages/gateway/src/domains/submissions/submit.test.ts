import { type Locale, TongbanError } from '@tongban/schema'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '../../access/caller.ts'
import { describeOnEachStore } from '../../store/testing.ts'
import type { EventTables } from '../../work/event-log/tables.ts'
import type { SubmitCaseInput } from '../generated/resolvers.ts'
import { globalId } from '../global-id.ts'
import { type ItemEntity, materialRecord, serviceItemRecord } from '../items/record.ts'
import { testCaller, testContext } from '../testing.ts'
import { InputErrors } from '../user-errors.ts'
import { openContent } from './content.ts'
import { tables } from './store.ts'
import { createSubmissionsService, type OwnSubmissionsService } from './submissions.ts'
import { cardIdentifier, document, errand, goodInput, licence, twoOwners } from './test-errand.ts'
import { handles } from './test-peers.ts'
import { openWorld, type World } from './test-world.ts'

/** How one material is handed in. */
type Way = Omit<SubmitCaseInput['materials'][number], 'key'>

const wrong = async (submit: Promise<unknown>): Promise<readonly string[]> => {
  const thrown = await submit.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof InputErrors)) throw thrown
  return thrown.errors.map(({ code, argumentPath }) => `${code} ${argumentPath?.join('.')}`).sort()
}

describeOnEachStore('submitting an errand', (open) => {
  let world: World
  let service: OwnSubmissionsService
  beforeAll(async () => {
    world = await openWorld(open)
    service = createSubmissionsService(world.deps, world.peers)
  })

  const submit = (input: SubmitCaseInput = goodInput, idempotencyKey: string = crypto.randomUUID()) =>
    service.submit({ input, idempotencyKey }, world.context())
  const events = () =>
    world.store.db.withTables<EventTables>().selectFrom('client_event').select(['seq', 'type']).orderBy('seq').execute()

  it('answers with a receipt once everything is written: submission, custody, event and delivery job', async () => {
    const before = (await events()).length
    const submission = await submit()
    expect(submission).toMatchObject({ state: 'SUBMITTED', mode: 'COUNTER', item: { code: errand.code, version: '3' } })
    expect(submission.receiptNumber).toMatch(/^20260302-/)
    expect(await service.custodyOf(submission.id, world.context())).toMatchObject([
      { action: 'ACCEPTED', by: 'bank 接入方', branch: '越城支行', operator: 'T0421' },
    ])
    expect((await events()).slice(before)).toMatchObject([{ type: 'submission.accepted' }])
    const jobs = await world.store.query(
      "select data->>'submissionId' as id from pgboss.job where name = 'submissions.deliver' and state = 'created'",
    )
    expect(jobs.rows).toContainEqual({ id: submission.id })
  })

  it('keeps personal data sealed to its row', async () => {
    const one = await submit()
    const two = await submit()
    const { rows } = await world.store.query('select s::text as row from submission s')
    for (const { row } of rows) expect(row).not.toMatch(/测试甲|330602199001010000|13800000000/)
    expect(openContent(world.deps.seal, one)).toMatchObject({ applicant: { name: '测试甲' } })
    expect(() => openContent(world.deps.seal, { id: two.id, sealed: one.sealed })).toThrow()
  })

  it('takes each material in the one way given, and notes what the owner fetches itself', async () => {
    const submission = await submit({
      ...goodInput,
      answers: { ownership: 'JOINT', spouse: 'YES' },
      materials: [...goodInput.materials, { key: 'consent', declared: true }],
    })
    const { materials } = openContent(world.deps.seal, submission)
    expect(materials.map(({ key, satisfaction }) => `${key} ${satisfaction}`)).toEqual([
      'form DOCUMENT',
      'deed CERTIFICATE',
      'survey DEFERRED',
      'consent DECLARED',
      'identity FETCHED',
      'tax FETCHED',
    ])
  })

  it('takes an errand of which the source says little: its owner asks for what is missing', async () => {
    const { code, name, divisionCode, provenance } = errand
    world.shown.item = { ...serviceItemRecord.parse({ code, name, divisionCode }), provenance }
    const taken = submit({ ...goodInput, answers: {}, materials: [] })
    expect(await taken.finally(() => (world.shown.item = errand))).toMatchObject({
      state: 'SUBMITTED',
      item: { code, limit: null },
    })
  })

  it('does not insist on a material that may not be needed, and sets no clock by a unit it cannot read', async () => {
    world.shown.item = {
      ...errand,
      timeLimit: { statutory: null, promised: { amount: 5, unit: null, rawUnit: null, note: null } },
      materials: [materialRecord.parse({ key: 'paper', name: '某材料' })],
    }
    const taken = submit({ ...goodInput, materials: [] })
    expect(await taken.finally(() => (world.shown.item = errand))).toMatchObject({ item: { limit: null } })
  })

  describe('of what is fetched only in part, where a certificate can stand in', () => {
    const home: ItemEntity = { ...errand, materials: twoOwners }
    const handIn = (own: Way, other: Way) => {
      world.shown.item = home
      const materials = [
        { key: 'own', ...own },
        { key: 'other', ...other },
      ]
      return submit({ ...goodInput, materials }).finally(() => {
        world.shown.item = errand
      })
    }

    it('takes a certificate, a document or a declaration', async () => {
      for (const own of [{ certificate: cardIdentifier }, { document }, { declared: true }])
        expect(await handIn(own, { document })).toMatchObject({ state: 'SUBMITTED' })
    })

    it('takes nothing for granted, and no certificate of one person for another', async () => {
      world.shown.item = home
      expect(await wrong(submit({ ...goodInput, materials: [] }))).toEqual([
        'TB_MATERIAL_MISSING materials.other',
        'TB_MATERIAL_MISSING materials.own',
      ])
      const card = { certificate: cardIdentifier }
      expect(await wrong(handIn(card, card))).toEqual(['TB_MATERIAL_WAY_INVALID materials.1.certificate'])
    })
  })

  it.each<[string, Partial<SubmitCaseInput>, readonly string[]]>([
    ['an unknown item', { item: '123' }, ['TB_ITEM_NOT_FOUND item']],
    ['an unknown applicant', { applicant: { person: 'nobody' } }, ['TB_APPLICANT_UNKNOWN applicant']],
    [
      'a person as organisation',
      { applicant: { organisation: 'handle-1' } },
      ['TB_APPLICANT_UNKNOWN applicant.organisation'],
    ],
    ['no applicant', { applicant: {} }, ['TB_INVALID_INPUT applicant']],
    ['an open question', { answers: {} }, ['TB_SITUATION_UNANSWERED answers.ownership']],
    [
      'an open question behind an answer, and the material it brings',
      { answers: { ownership: 'JOINT' } },
      ['TB_MATERIAL_MISSING materials.consent', 'TB_SITUATION_UNANSWERED answers.spouse'],
    ],
    [
      'answers that do not exist',
      { answers: { ownership: 'SOLE', colour: 'RED' } },
      ['TB_SITUATION_UNKNOWN answers.colour'],
    ],
    ['a missing material', { materials: goodInput.materials.slice(1) }, ['TB_MATERIAL_MISSING materials.form']],
    [
      'everything at once',
      {
        answers: {},
        materials: [{ key: 'form' }, { key: 'nothing', declared: true }],
        applicant: { person: 'nobody' },
      },
      [
        'TB_APPLICANT_UNKNOWN applicant',
        'TB_MATERIAL_MISSING materials.deed',
        'TB_MATERIAL_MISSING materials.survey',
        'TB_MATERIAL_UNKNOWN materials.1.key',
        'TB_MATERIAL_WAY_INVALID materials.0.key',
        'TB_SITUATION_UNANSWERED answers.ownership',
      ],
    ],
    ['a consent that is not granted', { consent: 'consent-2' }, ['TB_CONSENT_NOT_GRANTED consent']],
    ['no consent for a certificate', { consent: null }, ['TB_CONSENT_REQUIRED consent']],
  ])('refuses %s, writing nothing', async (_, change, expected) => {
    const count = () => tables(world.store.db).selectFrom('submission_request').select('idempotency_key').execute()
    const before = await count()
    expect(await wrong(submit({ ...goodInput, ...change }))).toEqual(expected)
    expect(await count()).toEqual(before)
  })

  it.each<[string, SubmitCaseInput['materials'][number], string]>([
    ['two ways', { key: 'form', document, declared: true }, 'key'],
    ['a certificate that is none', { key: 'form', certificate: '1.2.3' }, 'certificate'],
    ['a certificate of another type', { key: 'form', certificate: licence }, 'certificate'],
    ['a required material later', { key: 'form', deferred: true }, 'deferred'],
    ['a document without digest', { key: 'form', document: { ...document, sha256: 'ABC' } }, 'document'],
    ['an empty document', { key: 'form', document: { ...document, bytes: 0 } }, 'document'],
  ])('refuses %s', async (_, material, field) => {
    const materials = [...goodInput.materials.slice(1), material]
    expect(await wrong(submit({ ...goodInput, materials }))).toEqual([`TB_MATERIAL_WAY_INVALID materials.2.${field}`])
  })

  describe('for an item whose materials nobody has listed', () => {
    beforeAll(() => {
      world.shown.item = { ...errand, materials: null }
    })
    afterAll(() => {
      world.shown.item = errand
    })

    it('takes the documents handed in, under the keys they are given', async () => {
      const submission = await submit({ ...goodInput, materials: [{ key: '房产证', document }], consent: null })
      const { materials } = await openContent(world.deps.seal, submission)
      expect(materials).toEqual([
        { key: '房产证', name: '房产证', satisfaction: 'DOCUMENT', certificate: null, document },
      ])
    })

    it.each<[string, Way, string]>([
      ['a certificate, which nothing says can stand in', { certificate: licence }, 'certificate'],
      ['what shall follow later', { deferred: true }, 'deferred'],
      ['an empty document', { document: { ...document, bytes: 0 } }, 'document'],
    ])('refuses %s', async (_, way, field) => {
      const materials = [{ key: '房产证', ...way }]
      expect(await wrong(submit({ ...goodInput, materials }))).toEqual([`TB_MATERIAL_WAY_INVALID materials.0.${field}`])
    })
  })

  it.each([
    ['is suspended', { ...errand, state: 'SUSPENDED' as const }],
    ['is not in force yet', { ...errand, effectiveFrom: '2026-03-03' }],
    ['is no longer in force', { ...errand, effectiveTo: '2026-03-01' }],
  ])('refuses an item that %s', async (_, item) => {
    world.shown.item = item
    expect(await wrong(submit())).toEqual(['TB_ITEM_CLOSED item'])
    world.shown.item = { ...errand, audience: ['ENTERPRISE'] }
    expect(await wrong(submit())).toEqual(['TB_APPLICANT_NOT_ENTITLED applicant'])
    world.shown.item = { ...errand, commitmentAllowed: null }
    const materials = [...goodInput.materials.slice(1), { key: 'form', declared: true }]
    expect(await wrong(submit({ ...goodInput, materials }))).toEqual(['TB_MATERIAL_WAY_INVALID materials.2.declared'])
    world.shown.item = errand
  })

  it('accepts no errand that no connected system takes, and says where to go', async () => {
    world.connected.owner = false
    const refused = await submit().catch((error: unknown) => error)
    world.connected.owner = true
    if (!(refused instanceof TongbanError)) throw refused
    expect(refused).toMatchObject({ code: 'TB_NO_AUTHORITY', argumentPath: ['item'] })
    expect(refused.messageIn('zh-CN')).toMatch(/不能在此提交/)
    expect(refused.messageIn('en')).toMatch(/cannot be handed in here/)
  })

  it.each<[Locale, RegExp]>([
    ['zh-CN', /^[^a-z]*重复提交$/],
    ['en', /^[ -~]*申请表[ -~]*handed in twice$/],
  ])('gives details in the language of the request: %s', async (locale, expected) => {
    const materials = [...goodInput.materials, { key: 'form', document }]
    const request = { input: { ...goodInput, materials }, idempotencyKey: crypto.randomUUID() }
    const thrown = await service.submit(request, { ...world.context(), locale }).catch((error: unknown) => error)
    if (!(thrown instanceof InputErrors)) throw thrown
    expect(thrown.errors.map((error) => error.messageIn(locale))).toEqual([expect.stringMatching(expected)])
  })

  describe('with an idempotency key', () => {
    it('answers a repetition with the same submission, even when the item has closed meanwhile', async () => {
      const first = await submit(goodInput, 'loan-1')
      world.shown.item = null
      const reordered = { ...goodInput, mode: 'COUNTER' as const, materials: [...goodInput.materials].reverse() }
      expect(await submit(reordered, 'loan-1')).toEqual(first)
      world.shown.item = errand
    })

    it('refuses the same key for other content, and keeps the keys of clients apart', async () => {
      const first = await submit(goodInput, 'loan-2')
      await expect(submit({ ...goodInput, form: { phone: '1' } }, 'loan-2')).rejects.toMatchObject({
        code: 'TB_IDEMPOTENCY_KEY_REUSED',
      })
      const other = world.context(testCaller('utility'))
      const second = await service.submit({ input: goodInput, idempotencyKey: 'loan-2' }, other)
      expect(second.id).not.toBe(first.id)
    })

    it('answers the same applicant under another handle, and under the same one after it has expired', async () => {
      const as = (handle: string, key: string) => submit({ ...goodInput, applicant: { person: handle } }, key)
      const first = await as(handles.valid, 'loan-3')
      expect(await as(handles.again, 'loan-3')).toEqual(first)
      const unknown = async () => {
        throw new TongbanError('TB_APPLICANT_UNKNOWN')
      }
      const dayAfter = createSubmissionsService(world.deps, { ...world.peers, applicants: { identify: unknown } })
      expect(await dayAfter.submit({ input: goodInput, idempotencyKey: 'loan-3' }, world.context())).toEqual(first)
    })

    it('refuses the same key for another applicant, or for one nobody knows', async () => {
      await submit(goodInput, 'loan-4')
      const as = (handle: string) => submit({ ...goodInput, applicant: { person: handle } }, 'loan-4')
      await expect(as(handles.other)).rejects.toMatchObject({ code: 'TB_IDEMPOTENCY_KEY_REUSED' })
      await expect(as('nobody')).rejects.toMatchObject({ code: 'TB_APPLICANT_UNKNOWN' })
    })

    it('gives one submission however many calls come at once', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(2), { minLength: 2, maxLength: 8 }), async (calls) => {
          const run = crypto.randomUUID()
          const answers = await Promise.all(calls.map((call) => submit(goodInput, `${run}-${call}`)))
          expect(new Set(answers.map(({ id }) => id)).size).toBe(new Set(calls).size)
          expect(new Set(answers.map(({ receiptNumber }) => receiptNumber)).size).toBe(new Set(calls).size)
        }),
        { numRuns: 10 },
      )
      const { rows } = await world.store.query(
        'select count(*)::int as n, max(seq)::int as last from client_event where client_id = $1',
        ['bank'],
      )
      expect(rows[0]?.n).toBe(rows[0]?.last)
    })
  })

  it('shows a submission by identifier and by receipt number, to the client that handed it in and to no other', async () => {
    const { id, receiptNumber } = await submit()
    for (const key of [globalId('Submission', id), receiptNumber.toLowerCase()]) {
      expect(await service.find(key, world.context())).toMatchObject({ id })
      expect(await service.find(key, world.context(testCaller('utility')))).toBeNull()
      expect(await service.find(key, testContext({ caller: anonymous }))).toBeNull()
    }
    expect(await service.find('20260302-0000-0000-0', world.context())).toBeNull()
  })

  it('pages through the submissions of the caller, newest first', async () => {
    const context = () => world.context(testCaller('pager'))
    const ids: string[] = []
    for (let index = 0; index < 5; index += 1) {
      if (index % 2 === 0) world.clock.forward(1_000)
      ids.push((await service.submit({ input: goodInput, idempotencyKey: `p${index}` }, context())).id)
    }
    const seen: string[] = []
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof service.list>> = await service.list({ first: 2, after }, context())
      seen.push(...page.edges.map(({ node }) => node.id))
      after = page.pageInfo.endCursor
      if (!page.pageInfo.hasNextPage) break
    }
    expect([...seen].sort()).toEqual([...ids].sort())
    expect(seen.at(-1) === ids[0] || seen.at(-1) === ids[1]).toBe(true)
    const none = await service.list({ states: ['TAKEN'], first: 5 }, context())
    expect(none.edges).toEqual([])
  })
})
