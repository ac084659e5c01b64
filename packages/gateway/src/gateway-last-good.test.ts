import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { ServiceItemInput } from './domains/items/record.ts'
import { testItem } from './domains/items/testing.ts'
import { defineSource } from './domains/ports.ts'
import { testClock } from './domains/testing.ts'
import { createGateway, type Gateway } from './gateway.ts'
import type { OverlapRule } from './sources/overlaps/rule.ts'
import { rest } from './sources/protocols/rest/rest.ts'
import { type Answer, reset, startUpstream, type Upstream } from './sources/testing/upstream.ts'
import { silentLog } from './store/testing.ts'

const hour = 3_600_000
let folder: string
let province: Upstream
let city: Upstream
let gateway: Gateway
let url: string
const clock = testClock()

const ofProvince = testItem('M', '合并的事项', { agencyName: '某局' })

/** Answers with those of these items that are asked for. */
const holding =
  (...items: readonly ServiceItemInput[]): Answer =>
  (request, response) => {
    const codes = new URL(request.url ?? '', 'http://test').searchParams.get('codes')?.split(',') ?? []
    const data = items.filter(({ code }) => codes.includes(code))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ code: 0, data }))
  }

const reply = z.array(z.custom<ServiceItemInput>())
const library = (id: string, title: string, divisions: readonly string[], upstream: Upstream) =>
  defineSource({
    ...{ id, title, covers: { divisions } },
    protocol: rest({ base: upstream.url, envelope: { success: { path: 'code', in: [0] }, payload: 'data' } }),
    limits: { maxRetries: 0 },
    items: {
      page: async () => ({ items: [], next: null, total: 0 }),
      byCodes: (codes, call) => call({ operation: 'byCodes', safe: true, path: `/?codes=${codes.join(',')}`, reply }),
    },
  })
const overlaps: readonly OverlapRule[] = [{ port: 'items', rule: 'MERGE', divisions: ['330602'] }]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-last-good-'))
  province = await startUpstream(holding(testItem('A', '甲事项'), testItem('B', '乙事项'), ofProvince))
  city = await startUpstream(holding(testItem('M', '合并事项')))
  const sources = [library('province', '省级事项库', ['33'], province), library('city', '市级事项库', ['330602'], city)]
  gateway = await createGateway(
    {
      ...{ division: '330600', title: '绍兴市', sources, overlaps, catalogue: 'live' },
      ...{ store: { dataDir: folder }, server: { port: 0 } },
    },
    { log: silentLog, now: clock.now },
  )
  ;({ url } = await gateway.listen())
})
afterAll(async () => {
  await gateway.stop()
  await Promise.all([province.close(), city.close()])
  await rm(folder, { recursive: true })
})

interface Answered {
  readonly data: {
    readonly itemsByCode: readonly ({
      readonly name: string
      readonly provenance: { readonly fields: unknown }
    } | null)[]
  }
  readonly errors?: readonly { readonly path: unknown; readonly extensions: { readonly code: string } }[]
}

const ask = async (division: string, ...codes: readonly string[]): Promise<Answered> => {
  const query = `query ($codes: [ItemCode!]!, $division: DivisionCode) { itemsByCode(codes: $codes, division: $division) { name agency { name } provenance {
    freshness fetchedAt ageSeconds message source { key } unanswered { key }
    fields { path reason freshness message source { key } }
  } } }`
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { codes, division } }),
  })
  // What a GraphQL server answers.
  return (await response.json()) as Answered
}

it('serves an item fresh, then as it was last with its age, then the failure', async () => {
  const fresh = {
    freshness: 'FRESH',
    ageSeconds: 0,
    message: null,
    source: { key: 'province' },
    fields: [],
    unanswered: [],
  }
  expect(await ask('330100', 'A')).toMatchObject({ data: { itemsByCode: [{ name: '甲事项', provenance: fresh }] } })

  province.answer(reset)
  clock.forward(3 * hour)
  const stale = { ...fresh, freshness: 'STALE', ageSeconds: 10_800 }
  const message = '省级事项库暂时没有回应,显示的是 3 小时前的数据。'
  // More runs than it takes until the operation is compiled: both lanes must answer alike.
  for (const _run of [1, 2, 3, 4, 5])
    expect(await ask('330100', 'A', 'B')).toMatchObject({
      data: { itemsByCode: [{ name: '甲事项', provenance: { ...stale, message } }, null] },
      errors: [{ path: ['itemsByCode', 1], extensions: { code: 'TB_SOURCE_UNAVAILABLE' } }],
    })

  clock.forward(7 * 24 * hour)
  expect(await ask('330100', 'A')).toMatchObject({
    data: { itemsByCode: [null] },
    errors: [{ extensions: { code: 'TB_SOURCE_UNAVAILABLE' } }],
  })
})

it('puts together what two libraries say, marks where they differ, and says which of them is missing', async () => {
  province.answer(holding(ofProvince))
  const name = { path: 'name', reason: 'CONFLICT', source: { key: 'city' } }
  const message = '各数据源的记载不一致,显示的是市级事项库的记载。'
  const both = { freshness: 'FRESH', source: { key: 'city' }, unanswered: [], message: null }
  const merged = await ask('330602', 'M')
  expect(merged).toMatchObject({
    data: { itemsByCode: [{ name: '合并事项', agency: { name: '某局' }, provenance: both }] },
  })
  expect(merged.data.itemsByCode[0]?.provenance.fields).toEqual([
    { ...name, freshness: 'FRESH', message },
    {
      path: 'agencyName',
      reason: null,
      freshness: 'FRESH',
      message: '此项来自省级事项库。',
      source: { key: 'province' },
    },
  ])

  province.answer(reset)
  expect(await ask('330602', 'M')).toMatchObject({
    data: {
      itemsByCode: [
        {
          ...{ name: '合并事项', agency: null },
          provenance: {
            unanswered: [{ key: 'province' }],
            message: '省级事项库暂时没有回应,内容可能不全。',
          },
        },
      ],
    },
  })
})

it('refuses a rule or a policy that does not fit, with its path, before anything is opened', async () => {
  const wrong = {
    ...library('x', 'x', ['33'], city),
    lastGood: { 'cases.submit': { keepMs: 1, to: 'ANYONE' as const } },
  }
  const config = { division: '330600', title: '绍兴市', sources: [wrong], store: { dataDir: join(folder, 'wrong') } }
  await expect(createGateway(config, { log: silentLog })).rejects.toMatchObject({
    code: 'TB_CONFIG_INVALID',
    params: { path: 'sources[0].lastGood["cases.submit"]' },
  })
  expect(existsSync(join(folder, 'wrong'))).toBe(false)
})
