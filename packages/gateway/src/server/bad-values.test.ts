import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { askToken, assertion, testClient } from '../access/testing.ts'
import { readPage } from '../domains/connection.ts'
import { globalId } from '../domains/global-id.ts'
import { createGateway, type Gateway } from '../gateway.ts'
import { keptLog } from '../graph/testing.ts'

const answer = z.object({
  errors: z.array(
    z.looseObject({ extensions: z.looseObject({ code: z.string(), argumentPath: z.array(z.string()).optional() }) }),
  ),
})

const nul = 'a\u0000b'
const escaped = JSON.stringify(nul)
const lone = 'a\ud800'

const notices =
  'query ($filter: NoticeFilter, $after: Cursor) { notices(filter: $filter, after: $after) { totalCount } }'
const items = 'query ($filter: ItemFilter, $after: Cursor) { items(filter: $filter, after: $after) { totalCount } }'
const submissions = 'query ($after: Cursor) { submissions(after: $after) { edges { cursor } } }'
const submit = `mutation ($input: SubmitCaseInput!) {
  submitCase(input: $input, idempotencyKey: "k") { userErrors { code } } }`

const forged = (filter: unknown, position: unknown) =>
  readPage({}, filter, (value): value is unknown => value !== undefined).cursor(position)
const ofNotices = (...position: unknown[]) => ({ after: forged({}, position) })
const ofItems = (...position: unknown[]) => ({ filter: { text: '登记' }, after: forged({ text: '登记' }, position) })
const ofSubmissions = (...position: unknown[]) => ({ after: forged({ client: 'bank', states: null }, position) })
const errand = {
  item: '11100000000013127D001',
  applicant: {},
  answers: {},
  materials: [],
}

type Row = [what: string, query: string, variables: object, code: string, path: string | undefined]
const values: Row[] = [
  ['a NUL in a text', notices, { filter: { text: nul } }, 'TB_INVALID_INPUT', 'filter.text'],
  [
    'a NUL in a literal',
    `{ notices(filter: { text: ${escaped} }) { totalCount } }`,
    {},
    'TB_INVALID_INPUT',
    'filter.text',
  ],
  [
    'a NUL in a default',
    `query ($t: String = ${escaped}) { notices(filter: { text: $t }) { totalCount } }`,
    {},
    'TB_INVALID_INPUT',
    't',
  ],
  ['a line break', notices, { filter: { project: 'a\nb' } }, 'TB_INVALID_INPUT', 'filter.project'],
  ['half a character', notices, { filter: { project: lone } }, 'TB_INVALID_INPUT', 'filter.project'],
  ['a text without end', notices, { filter: { text: 'x '.repeat(200) } }, 'TB_INVALID_INPUT', 'filter.text'],
  [
    'a list without end',
    notices,
    { filter: { divisions: Array(20_000).fill('33') } },
    'TB_INVALID_INPUT',
    'filter.divisions',
  ],
  [
    'a literal list without end',
    `{ notices(filter: { divisions: [${'"33" '.repeat(101)}] }) { totalCount } }`,
    {},
    'TB_INVALID_INPUT',
    'filter.divisions',
  ],
  ['a NUL inside a list', items, { filter: { agencies: ['x', nul] } }, 'TB_INVALID_INPUT', 'filter.agencies.1'],
  ['a NUL in a code', 'query ($c: String!) { tradingProject(code: $c) { name } }', { c: nul }, 'TB_INVALID_INPUT', 'c'],
  ['a NUL in an item code', 'query ($c: ItemCode!) { item(code: $c) { name } }', { c: nul }, 'TB_INVALID_INPUT', 'c'],
  ['an identifier with a NUL', 'query ($id: ID!) { node(id: $id) { id } }', { id: nul }, 'TB_INVALID_INPUT', 'id'],
  [
    'an identifier of a NUL',
    'query ($id: ID!) { node(id: $id) { id } }',
    { id: globalId('TradingNotice', `a/${nul}`) },
    'TB_INVALID_INPUT',
    'id',
  ],
  [
    'an identifier of a NUL for a field of one type',
    'query ($id: ID!) { notice(id: $id) { title } }',
    { id: globalId('TradingNotice', `a/${nul}`) },
    'TB_NOTICE_NOT_FOUND',
    'id',
  ],
  [
    'an endless identifier',
    'query ($id: ID!) { node(id: $id) { id } }',
    { id: 'x'.repeat(2_000) },
    'TB_INVALID_INPUT',
    'id',
  ],
  ['a NUL in a form', submit, { input: { ...errand, form: { a: nul } } }, 'TB_INVALID_INPUT', 'input.form'],
  [
    'a NUL in the name of a form field',
    submit,
    { input: { ...errand, form: { [nul]: 'a' } } },
    'TB_INVALID_INPUT',
    'input.form',
  ],
  [
    'half a character in an answer',
    submit,
    { input: { ...errand, answers: { a: lone } } },
    'TB_INVALID_INPUT',
    'input.answers',
  ],
  ['a position that is no time', notices, ofNotices('not a date', 's', 'k'), 'TB_INVALID_CURSOR', 'after'],
  ['a position on no day', notices, ofNotices('2026-02-30T00:00:00.000000Z', 's', 'k'), 'TB_INVALID_CURSOR', 'after'],
  [
    'a position in the year 0',
    notices,
    ofNotices('0000-01-01T00:00:00.000000Z', 's', 'k'),
    'TB_INVALID_CURSOR',
    'after',
  ],
  ['a position with a NUL', notices, ofNotices('2026-02-03T00:00:00.000000Z', 's', nul), 'TB_INVALID_CURSOR', 'after'],
  ['a position beyond all numbers', items, ofItems(2 ** 53 - 1, 0, 'x'), 'TB_INVALID_CURSOR', 'after'],
  ['a position before all numbers', items, ofItems(0, -(2 ** 31) - 1, 'x'), 'TB_INVALID_CURSOR', 'after'],
  ['a position with half a character', items, ofItems(0, 0, lone), 'TB_INVALID_CURSOR', 'after'],
  ['a position of submissions that is no time', submissions, ofSubmissions('soon', 'x'), 'TB_INVALID_CURSOR', 'after'],
  [
    'a position of submissions with a NUL',
    submissions,
    ofSubmissions('2026-02-03T00:00:00.000Z', nul),
    'TB_INVALID_CURSOR',
    'after',
  ],
]

describe('values that no honest client sends', () => {
  const log = keptLog()
  let folder: string
  let gateway: Gateway
  let url: string
  let token: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongban-values-'))
    const bank = await testClient('bank', ['submissions:read', 'submissions:write'])
    const city = { division: '330600', title: '绍兴市', sources: [], clients: [bank.config] }
    gateway = await createGateway({ ...city, store: { dataDir: folder }, server: { port: 0 } }, { log })
    url = (await gateway.listen()).url
    token = String(
      (await askToken(`${url}/oauth/token`, await assertion(bank, `${url}/oauth/token`))).body.access_token,
    )
  })
  afterAll(async () => {
    await gateway.stop()
    await rm(folder, { recursive: true })
  })

  it.each(values)('%s never reaches the database', async (_what, query, variables, code, path) => {
    log.lines.length = 0
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    })
    const { errors } = answer.parse(await response.json())
    expect(errors.map(({ extensions }) => [extensions.code, extensions.argumentPath?.join('.')])).toEqual([
      [code, path],
    ])
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('honest cursors and long honest texts still work', async () => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const honest: [string, object][] = [
      [notices, ofNotices('2026-02-03T00:00:00.123456Z', 's', '公告/1')],
      [items, ofItems(-3, 12, 'x')],
      [submissions, ofSubmissions('2026-02-03T00:00:00.000Z', 'x')],
      [notices, { filter: { text: `${'二手房抵押登记'.repeat(20)} 😀` } }],
    ]
    for (const [query, variables] of honest) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      })
      expect(await response.json()).not.toHaveProperty('errors')
    }
  })
})
