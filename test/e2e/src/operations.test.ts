import { clientKeyFile, type SandboxClient } from '@tongban/example-sandbox'
import { createTongban, type Tongban } from '@tongban/sdk'
import { keyFile, privateKeyJwt } from '@tongban/sdk/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningSandbox, startSandboxProcess } from './running-sandbox.ts'

/** More often than it takes the gateway to compile an operation, so that both ways of executing it are seen. */
const repeats = 5

const mortgage = '11330602MB9902158E400071500100102'
const answers = { ownership: 'JOINT', loan: 'PROVIDENT_FUND' }

interface Described {
  readonly name: string
  readonly description: string | null
  readonly fields?: readonly Described[]
  readonly inputFields?: readonly Described[]
  readonly enumValues?: readonly Described[]
}

const asked: { name: string; as: SandboxClient; ask: (tongban: Tongban) => PromiseLike<unknown> }[] = [
  { name: 'items.search', as: 'bank', ask: (tongban) => tongban.items.search({ text: 'yyzz', first: 50 }) },
  { name: 'items.get', as: 'bank', ask: (tongban) => tongban.items.get({ code: mortgage }) },
  {
    name: 'items.byCodes',
    as: 'bank',
    ask: (tongban) => tongban.items.byCodes({ codes: [mortgage, '000000000000', mortgage] }),
  },
  { name: 'items.facets', as: 'bank', ask: (tongban) => tongban.items.facets({ division: '330602' }) },
  {
    name: 'items.checkMaterials',
    as: 'bank',
    ask: (tongban) => tongban.items.checkMaterials({ item: mortgage, answers }),
  },
  {
    name: 'notices.search',
    as: 'bank',
    ask: (tongban) => tongban.notices.search({ text: '道路', kinds: ['RESULT'], first: 50 }),
  },
  { name: 'submissions.list', as: 'bank', ask: (tongban) => tongban.submissions.list({ first: 50 }) },
  {
    name: 'sources.list',
    as: 'operator',
    ask: (tongban) => tongban.sources.list().then((sources) => sources?.map(({ key }) => key)),
  },
  { name: 'accessRecords.list', as: 'auditor', ask: (tongban) => tongban.accessRecords.list({ first: 50 }) },
]

describe('the operations of the SDK against the sandbox', () => {
  let sandbox: RunningSandbox

  const connect = async (clientId: SandboxClient) => {
    const key = await keyFile(clientKeyFile(sandbox.dataDir, clientId))
    return createTongban({ endpoint: sandbox.endpoint, auth: privateKeyJwt({ clientId, key }) })
  }

  beforeAll(async () => {
    sandbox = await startSandboxProcess()
  })
  afterAll(() => sandbox.remove())

  it.each(asked)('$name is within the limits and answers the same however often it is asked', async ({ as, ask }) => {
    const tongban = await connect(as)
    // A page also knows how to go on; what it holds is what it shows.
    const answer = async () => JSON.stringify(await ask(tongban))
    const first = await answer()
    expect(first.length).toBeGreaterThan(2)
    for (let count = 1; count < repeats; count++) expect(await answer()).toBe(first)
  })

  it('finds a notice, then reads it and its project', async () => {
    const tongban = await connect('bank')
    const { items } = await tongban.notices.search({ kinds: ['WINNING_CANDIDATE'], first: 1 })
    const notice = await tongban.notices.get({ id: items[0]?.id ?? '' })
    const project = await tongban.notices.project({ code: notice?.project?.code ?? '' })
    expect(notice?.lots.flatMap(({ awards }) => awards).length).toBeGreaterThan(0)
    expect(project?.notices.map(({ id }) => id)).toContain(notice?.id)
  })

  it('serves a schema in which everything is described in English and Chinese', async () => {
    const members = '{ name description }'
    const query = `{ __schema { types { name description fields ${members} inputFields ${members} enumValues ${members} } } }`
    const response = await fetch(sandbox.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    const { data }: { data: { __schema: { types: Described[] } } } = JSON.parse(await response.text())
    const builtIn = new Set(['Int', 'Float', 'String', 'Boolean', 'ID'])
    const own = data.__schema.types.filter(({ name }) => !name.startsWith('__') && !builtIn.has(name))
    const all = own.flatMap((type) => [
      type,
      ...(type.fields ?? []),
      ...(type.inputFields ?? []),
      ...(type.enumValues ?? []),
    ])
    const bare = all.filter(
      ({ description }) => !/\p{Script=Han}/u.test(description ?? '') || !/[a-z]{2}/i.test(description ?? ''),
    )
    expect(all.length).toBeGreaterThan(500)
    expect(bare.map(({ name }) => name)).toEqual([])
  })
})
