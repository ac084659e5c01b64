import * as sdk from '@tongban/sdk'
import { parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { startGateway } from './http-gateway.ts'
import { answerFromSchema, schema } from './schema-answers.ts'

const isDocument = (entry: [string, unknown]): entry is [string, string] =>
  entry[0].endsWith('Document') && typeof entry[1] === 'string'
const documents = Object.entries(sdk).filter(isDocument)

describe('every operation', () => {
  it('is there', () => expect(documents.length).toBe(33))

  it.each(documents)('%s is valid against the schema', (_name, text) => {
    expect(validate(schema, parse(text))).toEqual([])
  })

  it.each(documents)('%s has a function of its own name', (name) => {
    expect(Object.keys(sdk)).toContain(name.replace(/Document$/, ''))
  })
})

const page = { 'PageInfo.hasNextPage': false }
const one = { person: 'handle-1' }

/** Every method once, with the least it needs. */
const calls: readonly (readonly [string, (tongban: sdk.Tongban) => PromiseLike<unknown>, object])[] = [
  ['items.search', (t) => t.items.search({ text: '居住证' }), { items: [{ code: 'code-1' }], totalCount: 1 }],
  ['items.search without variables', (t) => t.items.search(), { items: [{ code: 'code-1' }] }],
  [
    'items.get',
    (t) => t.items.get({ code: 'c' }),
    { code: 'code-1', timeLimit: { promised: { unit: 'WORKING_DAY' } } },
  ],
  ['items.byCodes', (t) => t.items.byCodes({ codes: ['c'] }), [{ code: 'code-1' }]],
  [
    'items.checkMaterials',
    (t) => t.items.checkMaterials({ item: 'c', applicant: one }),
    { satisfiable: [{ applicant: one }] },
  ],
  ['items.facets', (t) => t.items.facets(), { facets: { types: [{ count: 1 }] } }],
  [
    'applicants.identify',
    (t) => t.applicants.identify({ documentType: 'CREDIT_CODE', documentNumber: 'n', name: 'n', level: 'FACE' }),
    { handle: 'handle-1' },
  ],
  [
    'consents.request',
    (t) => t.consents.request({ applicant: one, certificates: ['t'], purpose: 'p' }),
    { id: 'id-1', applicant: one },
  ],
  ['consents.get', (t) => t.consents.get({ id: 'i' }), { state: 'PENDING' }],
  ['consents.decide', (t) => t.consents.decide({ id: 'i', matchCode: 'm', granted: true }), { id: 'id-1' }],
  ['consents.revoke', (t) => t.consents.revoke({ id: 'i' }), { id: 'id-1' }],
  ['certificates.list', (t) => t.certificates.list({ holder: 'h', consent: 'c' }), { items: [{ holder: 'holder-1' }] }],
  ['certificates.verify', (t) => t.certificates.verify({ identifier: 'i', purpose: 'p' }), { status: 'GENUINE' }],
  [
    'submissions.submit',
    (t) => t.submissions.submit({ item: 'c', applicant: one, answers: {}, materials: [] }),
    { receiptNumber: 'receiptNumber-1' },
  ],
  ['submissions.get', (t) => t.submissions.get({ id: 'i' }), { case: { number: 'number-1' } }],
  ['submissions.list', (t) => t.submissions.list({ states: ['TAKEN'] }), { items: [{ id: 'id-1' }] }],
  ['cases.get', (t) => t.cases.get({ id: 'i' }), { history: [{ state: 'DRAFT' }] }],
  [
    'cases.result',
    (t) => t.cases.result({ id: 'i' }),
    { result: { certificate: { identifier: 'identifier-1', verification: { status: 'GENUINE' } } } },
  ],
  ['events.list', (t) => t.events.list(), { events: [{ sequence: 'sequence-1', data: {} }], hasMore: false }],
  ['webhooks.list', (t) => t.webhooks.list(), [{ url: 'url-1', state: 'ACTIVE' }]],
  [
    'webhooks.create',
    (t) => t.webhooks.create({ url: 'https://bank.example/hook' }),
    { webhook: { id: 'id-1' }, secret: 'secret-1' },
  ],
  ['webhooks.update', (t) => t.webhooks.update({ id: 'i', input: { state: 'PAUSED' } }), { id: 'id-1' }],
  ['webhooks.delete', (t) => t.webhooks.delete({ id: 'i' }), { id: 'id-1' }],
  ['webhooks.rotateSecret', (t) => t.webhooks.rotateSecret({ id: 'i' }), { secret: 'secret-1' }],
  ['webhooks.sendTest', (t) => t.webhooks.sendTest({ id: 'i' }), { outcome: 'DELIVERED' }],
  ['webhooks.attempts', (t) => t.webhooks.attempts({ webhook: 'i' }), { items: [{ outcome: 'DELIVERED' }] }],
  ['webhooks.deadLetters', (t) => t.webhooks.deadLetters({ webhook: 'i' }), { items: [{ sequence: 'sequence-1' }] }],
  ['webhooks.replay', (t) => t.webhooks.replay({ webhook: 'i', deadLetters: true }), { id: 'id-1' }],
  ['webhooks.signingKeys', (t) => t.webhooks.signingKeys(), [{ algorithm: 'algorithm-1' }]],
  [
    'notices.search',
    (t) => t.notices.search({ kinds: ['RESULT'] }),
    { items: [{ title: 'title-1', project: { code: 'code-1' } }] },
  ],
  [
    'notices.get',
    (t) => t.notices.get({ id: 'i' }),
    { text: 'text-1', lots: [{ awards: [{ price: { __typename: 'Money' } }] }] },
  ],
  ['notices.project', (t) => t.notices.project({ code: 'c' }), { notices: [{ title: 'title-1' }] }],
  ['sources.list', (t) => t.sources.list(), [{ health: { state: 'UP' } }]],
  ['accessRecords.list', (t) => t.accessRecords.list(), { items: [{ requestId: 'requestId-1' }] }],
  ['request', (t) => t.request('{ sources { key } }', {}), { sources: [{ key: 'key-1' }] }],
]

describe('over HTTP', () => {
  it.each(calls)('%s gives what the schema promises', async (_name, call, expected) => {
    const gateway = await startGateway(async (request) => ({ json: await answerFromSchema(request, page) }))
    expect(await call(sdk.createTongban({ endpoint: gateway.endpoint }))).toMatchObject(expected)
  })

  it('reaches every operation through a namespace', () => {
    const tongban = sdk.createTongban({ endpoint: 'https://gov.example.cn/graphql' })
    const methods = Object.entries(tongban).flatMap(([space, methods]) =>
      Object.keys(methods).map((method) => `${space}${method.charAt(0).toUpperCase()}${method.slice(1)}Document`),
    )
    expect(methods).toEqual(expect.arrayContaining(documents.map(([name]) => name)))
  })
})
