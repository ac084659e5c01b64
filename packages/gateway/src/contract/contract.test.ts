import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TongbanError } from '@tongban/schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineSource, type SourceDefinition } from '../domains/ports.ts'
import { inBatches } from '../sources/batches.ts'
import { connectSources } from '../sources/connect.ts'
import { type RestRequest, rest } from '../sources/protocols/rest/rest.ts'
import { field } from '../sources/reading/fields.ts'
import type { Call, Protocol, Source } from '../sources/source.ts'
import { readTape, recordSource, tapeWriter } from '../sources/tape/index.ts'
import { silentLog } from '../sources/testing/source.ts'
import { startUpstream, type Upstream } from '../sources/testing/upstream.ts'
import { reviewSource } from './contract.ts'
import { describeSource } from './describe-source.ts'

const known = ['A-1', 'A-2', 'A-3']
const number = '33060019880101003X'
const row = z.object({ code: field.required, name: field.required })
const list = field.object(z.object({ rows: field.list(row) }))

const itemOf = ({ code, name }: z.output<typeof row>) => ({ code, name, divisionCode: '330602000000' })
type RestCall = Call<RestRequest>
const read = async (codes: readonly string[], call: RestCall, extra: Partial<RestRequest> = {}) => {
  const query = { codes: codes.join() }
  const reply = await call({ operation: 'items.byCodes', safe: true, path: '/items', query, reply: list, ...extra })
  return (reply?.rows ?? []).map(itemOf)
}

const good = (url: string, ports: Partial<SourceDefinition<Protocol<RestRequest>>> = {}): Source =>
  defineSource({
    id: 'library',
    title: '事项库',
    covers: {},
    protocol: rest({ base: url, envelope: { success: { path: 'code', in: [0] }, payload: 'data' } }),
    items: {
      page: async (_request, call) => ({ items: await read(known, call), next: null, total: null }),
      byCodes: (codes, call) => inBatches(codes, { size: 2 }, (some) => read(some, call)),
    },
    ...ports,
  })

const items = (byCodes: (codes: readonly string[], call: RestCall) => Promise<ReturnType<typeof itemOf>[]>) => ({
  items: { page: async () => ({ items: [], next: null, total: null }), byCodes },
})

let upstream: Upstream
beforeAll(async () => {
  upstream = await startUpstream((request, response) => {
    const asked = (new URL(request.url ?? '', 'http://x').searchParams.get('codes') ?? '').split(',')
    const rows = known.filter((code) => asked.includes(code)).map((code) => ({ code, name: `事项${code}` }))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ code: 0, data: { rows } }))
  })
})
afterAll(() => upstream.close())

const samples = { items: { byCodes: known } }
const broken = async (source: Source, given: Parameters<typeof reviewSource>[1] = samples) =>
  (await reviewSource(source, given)).verdicts.filter(({ outcome }) => outcome === 'BROKEN').map(({ name }) => name)

describe('a review', () => {
  it('finds nothing wrong with a source that keeps its contract', async () => {
    const report = await reviewSource(good(upstream.url), {
      items: { page: { cursor: null, size: 3 }, byCodes: known },
    })
    expect(report.verdicts.flatMap(({ complaints }) => complaints)).toEqual([])
    expect(report.score).toBe(100)
    expect(report.verdicts.every(({ outcome }) => outcome === 'KEPT')).toBe(true)
  })

  it.each<[string, (url: string) => Source, RegExp]>([
    [
      'answers the first batch only',
      (url) =>
        good(
          url,
          items((codes, call) => read(codes.slice(0, 2), call)),
        ),
      /together what it answers one by one/,
    ],
    [
      'fails for keys it does not know',
      (url) =>
        good(
          url,
          items(async (codes, call) => {
            const rows = await read(codes, call)
            if (rows.length < codes.length) throw new TongbanError('TB_ITEM_NOT_FOUND', {})
            return rows
          }),
        ),
      /stumble over what it does not know/,
    ],
    [
      'answers twice what is asked for twice',
      (url) =>
        good(
          url,
          items(async (codes, call) => (await Promise.all(codes.map((code) => read([code], call)))).flat()),
        ),
      /answers once what is asked for twice/,
    ],
    [
      'answers with everything when asked for nothing',
      (url) =>
        good(
          url,
          items((codes, call) => read(codes.length === 0 ? known : [...new Set(codes)], call)),
        ),
      /nothing when asked for nothing/,
    ],
    [
      'does not mark reads as safe',
      (url) =>
        good(
          url,
          items((codes, call) => inBatches(codes, { size: 2 }, (some) => read(some, call, { safe: false }))),
        ),
      /marked as safe/,
    ],
    [
      'gives rows that are no items',
      (url) =>
        good(
          url,
          items(async (codes, call) =>
            (await inBatches(codes, { size: 2 }, (some) => read(some, call))).map((one) => ({
              ...one,
              divisionCode: '33',
            })),
          ),
        ),
      /rows that the gateway can keep/,
    ],
    [
      'takes failures for an empty answer',
      (url) =>
        good(
          url,
          items((codes, call) => inBatches(codes, { size: 2 }, (some) => read(some, call).catch(() => []))),
        ),
      /tells of a body that is cut short/,
    ],
    [
      'stumbles over null',
      (url) =>
        good(
          url,
          items((codes, call) =>
            inBatches(codes, { size: 2 }, async (some) => {
              const reply = await call({
                operation: 'x',
                safe: true,
                path: '/items',
                query: { codes: some.join() },
                reply: z.any(),
              })
              return reply.rows.map(itemOf)
            }),
          ),
        ),
      /every spelling of nothing/,
    ],
  ])(
    'catches a source that %s',
    async (_what, make, promise) => {
      expect(await broken(make(upstream.url))).toContainEqual(expect.stringMatching(promise))
    },
    30_000,
  )

  it('catches a source that writes personal data, and does not write it itself', async () => {
    const careless = good(upstream.url, {
      identities: {
        check: async (claims) => {
          throw new TongbanError('TB_SOURCE_REFUSED', { detail: `no ${claims[0]?.documentNumber}` })
        },
      },
    })
    const report = await reviewSource(careless, { identities: { check: [{ documentNumber: number, name: '陈某某' }] } })
    expect(report.verdicts.find(({ name }) => name.startsWith('no personal data'))?.outcome).toBe('BROKEN')
    expect(JSON.stringify(report)).not.toContain(number)
  })

  it('refuses a sample of a method that the source does not have', async () => {
    await expect(reviewSource(good(upstream.url), { items: { agencies: ['1'] } })).rejects.toThrow(
      'library has no items.agencies',
    )
  })
})

const folder = await mkdtemp(join(tmpdir(), 'tongban-contract-'))
const tape = await recorded()
afterAll(() => rm(folder, { recursive: true }))

/** Records the sample, each key alone, and an unknown one; then the system is gone. */
async function recorded() {
  const server = await startUpstream((request, response) => {
    const asked = (new URL(request.url ?? '', 'http://x').searchParams.get('codes') ?? '').split(',')
    const rows = known.filter((code) => asked.includes(code)).map((code) => ({ code, name: '事项' }))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ code: 0, data: { rows } }))
  })
  const file = join(folder, 'library.jsonl')
  const source = recordSource(good(server.url), { write: tapeWriter(file) })
  const connected = connectSources<{ items: { byCodes(codes: readonly string[], call: Call): Promise<unknown> } }>(
    [source],
    {
      log: silentLog,
      metrics: { sourceCall() {} },
      now: () => new Date(),
    },
  )
  const port = connected.directory.portOf('items', 'library')?.port
  const unknown = 'tongban-unknown'
  for (const codes of [known, ...known.map((code) => [code]), [unknown], [unknown, ...known]])
    await port?.byCodes(codes, {})
  await connected.close()
  await server.close()
  return readTape(file)
}

describeSource(good('http://library.invalid'), { ...samples, tape })
