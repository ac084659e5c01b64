import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { askToken, assertion, type TestClient, testClient } from './access/testing.ts'
import { defineSource } from './domains/ports.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { rest } from './sources/protocols/rest/rest.ts'
import { inTurn, json, startUpstream, type Upstream } from './sources/testing/upstream.ts'
import { silentLog } from './store/testing.ts'

const library = (id: string, base: string) =>
  defineSource({
    id,
    title: id,
    covers: {},
    limits: { maxRetries: 1, hedge: false },
    protocol: rest({ base, envelope: { success: { path: 'code', in: [0] }, payload: 'data' } }),
    items: {
      page: async () => ({ items: [], next: null, total: null }),
      byCodes: async (_codes, call) => {
        await call({ operation: 'items.byCodes', safe: true, path: '/', reply: z.unknown() })
        return []
      },
    },
  })

const question = /* GraphQL */ `
  {
    sources {
      key
      health { operations { operation calls attempts } }
      quality {
        from
        to
        totals { calls successes successShare attempts loadFactor latencyP99Ms }
        hours { hour calls }
        operations { operation figures { calls failures { code count } } availability worstHour { successShare } }
        conflicts { key path count }
        drifts { operation path kind was now since lastSeen seen state }
      }
    }
  }
`

describe('the quality of sources, at the gateway', () => {
  let folder: string
  let upstream: Upstream
  let operator: TestClient
  let gateway: Gateway
  let url: string
  let ahead = 0

  const open = async () => {
    const sources = [library('sx-items', upstream.url), library('idle', upstream.url)]
    const config = {
      division: '330600',
      title: '绍兴市',
      sources,
      clients: [operator.config],
      sync: { everyMinutes: 0 },
    }
    const now = () => new Date(Date.now() + ahead)
    gateway = await createGateway(
      { ...config, store: { dataDir: folder }, server: { port: 0 } },
      { log: silentLog, now },
    )
    ;({ url } = await gateway.listen())
  }
  /** Reads with a second between them, so that the shape of each reply is looked at. */
  const read = async (times: number) => {
    for (let index = 0; index < times; index += 1) {
      ahead += 1_000
      await gateway.directory.portOf('items', 'sx-items')?.port.byCodes([`A-${index}`], {})
    }
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongban-quality-'))
    operator = await testClient('operator', ['sources:read'])
    upstream = await startUpstream(inTurn(json({}, 503), json({ code: 0, data: { tel: '0575' } })))
    await open()
  }, 60_000)
  afterAll(async () => {
    await gateway.stop()
    await upstream.close()
    await rm(folder, { recursive: true })
  })

  const ask = async (query: string, scope = true): Promise<unknown> => {
    const { body } = await askToken(`${url}/oauth/token`, await assertion(operator, `${url}/oauth/token`))
    const authorization = scope ? { authorization: `Bearer ${String(body.access_token)}` } : {}
    const headers = { 'content-type': 'application/json', ...authorization }
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
    return response.json()
  }

  it('survives a restart and is told by hour and operation, with what drifted', async () => {
    await read(60)
    upstream.answer(json({ code: 0, data: { tel: 575 } }))
    await read(30)
    const metrics = await (await fetch(`${url}/metrics`)).text()
    expect(metrics).toContain('tongban_source_attempts_total{source="sx-items",operation="items.byCodes"} 91')
    expect(metrics).toContain('tongban_source_drifts_total{source="sx-items",operation="items.byCodes"} 1')
    await gateway.stop()
    await open()
    const figures = {
      calls: 90,
      successes: 90,
      successShare: 1,
      attempts: 91,
      loadFactor: 91 / 90,
      latencyP99Ms: expect.any(Number),
    }
    const drift = {
      operation: 'items.byCodes',
      path: 'tel',
      kind: 'TYPE_CHANGED',
      was: 'TEXT',
      now: 'NUMBER',
      seen: 30,
      state: 'OPEN',
    }
    expect(await ask(question)).toMatchObject({
      data: {
        sources: [
          {
            key: 'sx-items',
            health: { operations: [] },
            quality: {
              totals: figures,
              operations: [{ operation: 'items.byCodes', figures: { calls: 90, failures: [] }, availability: 1 }],
              conflicts: [],
              drifts: [drift],
            },
          },
          {
            key: 'idle',
            quality: { totals: { calls: 0, successShare: null, loadFactor: null }, hours: [], drifts: [] },
          },
        ],
      },
    })
  }, 60_000)

  it.each([
    [
      'sources { quality(from: "2026-03-02T09:00:00+08:00", to: "2026-03-02T08:00:00+08:00") { to } }',
      'TB_INVALID_INPUT',
    ],
    ['sources { quality(from: "yesterday") { to } }', 'TB_INVALID_INPUT'],
  ])('refuses %s', async (query, code) => {
    const refusal = expect.objectContaining({ extensions: expect.objectContaining({ code }) })
    expect(await ask(`{ ${query} }`)).toMatchObject({ errors: expect.arrayContaining([refusal]) })
  })

  it('is for operators', async () => {
    expect(await ask(question, false)).toMatchObject({ errors: [{ extensions: { code: 'TB_UNAUTHENTICATED' } }] })
  })
})
