import { makeExecutableSchema } from '@graphql-tools/schema'
import { typeDefs } from '@tongban/schema'
import { type ExecutionResult, execute, type GraphQLSchema, isEnumType, parse } from 'graphql'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore } from '../../store/testing.ts'
import { globalId } from '../global-id.ts'
import type { RequestContext } from '../request.ts'
import type { Catalogue } from './catalogue.ts'
import { labelledValues } from './labels.ts'
import { liveCatalogue } from './live/live.ts'
import { loadingService } from './loading-service.ts'
import { tokenFrequencies } from './mirror/frequencies.ts'
import { mirrorCatalogue } from './mirror/mirror.ts'
import { itemsResolvers } from './resolvers.ts'
import { itemsMigrations } from './tables.ts'
import { directoryOf, FakeLibrary, syncOf, testItem, testNow, testRequest } from './testing.ts'

const schemaOf = (catalogue: Catalogue): GraphQLSchema =>
  makeExecutableSchema({
    typeDefs,
    resolvers: itemsResolvers(loadingService(catalogue), catalogue),
    resolverValidationOptions: { requireResolversForResolveType: 'ignore' },
  })

const run = async (
  catalogue: Catalogue,
  query: string,
  contextValue: RequestContext = testRequest(),
): Promise<ExecutionResult> => execute({ schema: schemaOf(catalogue), document: parse(query), contextValue })

const page = /* GraphQL */ `{
  items(first: 20) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { cursor node { id code name division { name fullName } agency { id name creditCode division { name } } provenance { freshness fetchedAt } } }
  }
}`

/** 40 items of 8 agencies; the same catalogue item in two districts. */
function filled(): FakeLibrary {
  const library = new FakeLibrary()
  library.items = Array.from({ length: 40 }, (_, index) =>
    testItem(`T-${String(index).padStart(3, '0')}`, `事项 ${index}`, {
      agencyCode: `A${index % 8}`,
      agencyName: '来自事项',
      catalogCode: index < 2 ? '000117112000' : null,
      divisionCode: index % 2 ? '330603000000' : '330602000000',
      version: '1',
    }),
  )
  library.agencies = Array.from({ length: 7 }, (_, index) => ({
    code: `A${index}`,
    name: `机构 ${index}`,
    creditCode: index === 0 ? '11100000MB0143028R' : '114444',
    divisionCode: '330600000000',
  }))
  return library
}

const errorCodes = ({ errors }: ExecutionResult) =>
  errors?.map(({ originalError }) => (originalError && 'code' in originalError ? originalError.code : null))

describeOnEachStore('items in the graph, from the mirror', (open) => {
  let store: Store
  let library: FakeLibrary
  let catalogue: Catalogue
  const statements: string[] = []
  beforeAll(async () => {
    store = await open({ migrations: itemsMigrations, onStatement: (sql) => statements.push(sql) })
    library = filled()
    await syncOf(store, library)()
    catalogue = mirrorCatalogue(store, tokenFrequencies(store.db, testNow))
  })
  beforeEach(() => {
    statements.length = 0
  })

  it('gives a page of 20 items with their agencies in three statements', async () => {
    const { data, errors } = await run(catalogue, page)
    expect(errors).toBeUndefined()
    expect(statements).toHaveLength(3)
    expect(data).toMatchObject({
      items: {
        totalCount: 40,
        pageInfo: { hasNextPage: true },
        edges: expect.arrayContaining([
          expect.objectContaining({
            node: {
              id: globalId('ServiceItem', 'T-000'),
              code: 'T-000',
              name: '事项 0',
              division: { name: '越城区', fullName: '浙江省绍兴市越城区' },
              agency: {
                id: globalId('Agency', 'A0'),
                name: '机构 0',
                creditCode: '11100000MB0143028R',
                division: { name: '绍兴市' },
              },
              provenance: { freshness: 'SNAPSHOT', fetchedAt: testNow().toISOString() },
            },
          }),
        ]),
      },
    })
  })

  it('asks neither for the total nor for facets when nobody wants them', async () => {
    await run(catalogue, '{ items(first: 20) { edges { node { code } } } }')
    expect(statements).toHaveLength(1)
  })

  it('gives several items by code in the order asked for, in one statement', async () => {
    const { data } = await run(catalogue, '{ itemsByCode(codes: ["T-005", "T-xxx", "T-001", "T-005"]) { code } }')
    expect(data).toEqual({ itemsByCode: [{ code: 'T-005' }, null, { code: 'T-001' }, { code: 'T-005' }] })
    expect(statements).toHaveLength(1)
  })

  it('answers the other codes when one of them is ambiguous', async () => {
    const { data, errors } = await run(catalogue, '{ itemsByCode(codes: ["000117112000", "T-005"]) { code } }')
    expect(data).toEqual({ itemsByCode: [null, { code: 'T-005' }] })
    expect(errors?.map(({ path }) => path)).toEqual([['itemsByCode', 0]])
  })

  it('shows no credit code that is none, and makes an agency from the item where the source has none', async () => {
    const { data } = await run(
      catalogue,
      '{ itemsByCode(codes: ["T-001", "T-007"]) { agency { code name creditCode } } }',
    )
    expect(data).toEqual({
      itemsByCode: [
        { agency: { code: 'A1', name: '机构 1', creditCode: null } },
        { agency: { code: 'A7', name: '来自事项', creditCode: null } },
      ],
    })
  })

  it('asks for the division when a catalogue code is handled in several places', async () => {
    expect(errorCodes(await run(catalogue, '{ item(code: "000117112000") { code } }'))).toEqual(['TB_ITEM_AMBIGUOUS'])
    const { data } = await run(catalogue, '{ item(code: "000117112000", division: "330603") { code } }')
    expect(data).toEqual({ item: { code: 'T-001' } })
  })

  it('keeps the version a case was opened on', async () => {
    library.changes = { changed: [testItem('T-030', '改名后', { version: '2' })], removed: [] }
    await syncOf(store, library)()
    const service = loadingService(catalogue)
    const nameAt = async (version: string | null) =>
      (await service.atVersion('T-030', version, testRequest()))?.name ?? null
    expect([await nameAt('1'), await nameAt('2'), await nameAt(null), await nameAt('3')]).toEqual([
      '事项 30',
      '改名后',
      '改名后',
      null,
    ])
  })

  it('refuses more than 50 codes and a division that is none', async () => {
    const codes = JSON.stringify(Array.from({ length: 51 }, (_, index) => `T-${index}`))
    expect(errorCodes(await run(catalogue, `{ itemsByCode(codes: ${codes}) { code } }`))).toEqual(['TB_INVALID_INPUT'])
    await expect(loadingService(catalogue).byCode('T-001', '33x', testRequest())).rejects.toMatchObject({
      code: 'TB_INVALID_INPUT',
    })
  })
})

describe('items in the graph, live from the source', () => {
  let library: FakeLibrary
  let catalogue: Catalogue
  beforeEach(() => {
    library = filled()
    catalogue = liveCatalogue(directoryOf(library), '330600000000')
  })

  it('gives a page of 20 items with their agencies in two calls', async () => {
    const { data, errors } = await run(catalogue, page)
    expect(errors).toBeUndefined()
    expect(library.calls).toEqual(['page', 'agencies'])
    expect(data).toMatchObject({ items: { totalCount: 40, pageInfo: { hasNextPage: true } } })
    expect(JSON.stringify(data)).toContain('"freshness":"FRESH"')
  })

  it('gives several items by code in one call', async () => {
    const { data } = await run(catalogue, '{ itemsByCode(codes: ["T-005", "T-xxx", "T-001"]) { code } }')
    expect(data).toEqual({ itemsByCode: [{ code: 'T-005' }, null, { code: 'T-001' }] })
    expect(library.calls).toEqual(['byCodes'])
  })

  it.each([1, 7, 20, 40, 50])('pages through the list of the source, %i at a time', async (first) => {
    const codes: string[] = []
    for (let after: string | null = null, more = true; more; ) {
      const connection = await catalogue.list({ first, after }, testRequest())
      codes.push(...connection.edges.map(({ node }) => node.code))
      after = connection.pageInfo.endCursor
      more = connection.pageInfo.hasNextPage
    }
    expect(codes).toEqual(library.items.map(({ code }) => code))
  })

  it('continues after any edge, not only the last', async () => {
    const first = await catalogue.list({ first: 20 }, testRequest())
    const rest = await catalogue.list({ first: 20, after: first.edges[4]?.cursor }, testRequest())
    expect(rest.edges[0]?.node.code).toBe('T-005')
  })

  it('says that it cannot search instead of ignoring the text', async () => {
    expect(errorCodes(await run(catalogue, '{ items(filter: { text: "营业执照" }) { totalCount } }'))).toEqual([
      'TB_INVALID_INPUT',
    ])
    expect((await run(catalogue, '{ items(filter: { text: " " }) { totalCount } }')).errors).toBeUndefined()
    expect(errorCodes(await run(catalogue, '{ items { facets { types { value } } } }'))).toEqual(['TB_INVALID_INPUT'])
  })

  it('fails only for the keys whose source fails', async () => {
    library.items = [testItem('T-001', '好'), { ...testItem('T-002', '坏'), divisionCode: '?' }]
    const result = await run(catalogue, '{ good: item(code: "T-001") { name } bad: item(code: "T-009") { name } }')
    expect(result.data).toEqual({ good: { name: '好' }, bad: null })
    expect(errorCodes(await run(catalogue, '{ item(code: "T-002") { name } }'))).toEqual(['TB_SOURCE_SHAPE'])
  })
})

describe('texts of enum values', () => {
  const schema = makeExecutableSchema({ typeDefs })
  it.each(['ItemType', 'Audience', 'OnlineDepth', 'HandlingArea'])('cover %s', (name) => {
    const type = schema.getType(name)
    const values = isEnumType(type) ? type.getValues().map(({ value }) => value) : []
    expect(values.length).toBeGreaterThan(3)
    expect(labelledValues).toEqual(expect.arrayContaining(values))
  })
})
