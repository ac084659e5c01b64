import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TongbanError } from '@tongban/schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { OutgoingSubmission } from '../domains/cases/port.ts'
import { defineSource, type SourceDefinition } from '../domains/ports.ts'
import { inBatches } from '../sources/batches.ts'
import { connectSources } from '../sources/connect.ts'
import { type RestRequest, rest } from '../sources/protocols/rest/rest.ts'
import { field } from '../sources/reading/fields.ts'
import type { Call, Protocol, Source } from '../sources/source.ts'
import { readTape, recordSource, tapeWriter } from '../sources/tape/index.ts'
import { silentLog } from '../sources/testing/source.ts'
import { startUpstream, type Upstream } from '../sources/testing/upstream.ts'
import { nameOf } from './check.ts'
import { contractChecks, reviewSource } from './contract.ts'
import { describeSource } from './describe-source.ts'
import { disturbances } from './disturbances.ts'
import { type Stage, setStage } from './stage.ts'

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
      async page({ cursor, size }, call) {
        const from = Number(cursor ?? 0)
        const asked = known.slice(from, from + size)
        const next = from + size < known.length ? String(from + size) : null
        return { items: await read(asked, call), next, total: known.length }
      },
      byCodes: (codes, call) => inBatches(codes, { size: 2 }, (some) => read(some, call)),
    },
    ...ports,
  })

const items = (byCodes: (codes: readonly string[], call: RestCall) => Promise<ReturnType<typeof itemOf>[]>) => ({
  items: { page: async () => ({ items: [], next: null, total: null }), byCodes },
})

/** Pages that lead to each other as `next` says; all have rows of their own unless told otherwise. */
const pages = (
  next: (cursor: string | null) => string,
  rowsOf = (cursor: string | null) => [known[Number(cursor ?? 0)] ?? 'A-3'],
) => ({
  items: {
    page: async ({ cursor }: { cursor: string | null }, call: RestCall) => ({
      items: await read(rowsOf(cursor), call),
      next: next(cursor),
      total: null,
    }),
    byCodes: async () => [],
  },
})
const paged = { items: { page: { cursor: null, size: 3 } } }

/** Reads with a name of another type. */
async function readWith(name: z.ZodType<string>, codes: readonly string[], call: RestCall) {
  const reply = z.object({ rows: field.list(z.object({ code: field.required, name })) })
  const { rows } = await call({
    operation: 'items.byCodes',
    safe: true,
    path: '/items',
    query: { codes: codes.join() },
    reply,
  })
  return rows.map(itemOf)
}

/** Answers no more once a call was cancelled. */
function sulking(url: string): Source {
  const source = good(url)
  let isHurt = false
  return {
    ...source,
    protocol: {
      ...source.protocol,
      async send(request, io) {
        io.signal.addEventListener('abort', () => {
          isHurt = true
        })
        if (isHurt) throw new TongbanError('TB_SOURCE_UNAVAILABLE', {})
        return source.protocol.send(request, io)
      },
    },
  }
}

const submission: OutgoingSubmission = {
  reference: 'TB-1',
  itemCode: 'A-1',
  itemName: '事项',
  itemVersion: null,
  divisionCode: '330602000000',
  agencyCode: null,
  mode: 'COUNTER',
  submittedAt: '2026-01-05T09:00:00+08:00',
  applicant: { kind: 'PERSON', documentType: 'RESIDENT_ID', documentNumber: number, name: '陈某某' },
  answers: {},
  form: {},
  materials: [],
  collectedBy: { client: 'bank', branch: null, operator: null },
}

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
  (await reviewSource(source, given)).verdicts.filter(({ outcome }) => outcome === 'BROKEN').map(nameOf)

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

  it.each<[string, (url: string) => Source, typeof paged | typeof samples, RegExp]>([
    [
      'leads in a circle',
      (url) =>
        good(
          url,
          pages((cursor) => (cursor === '1' ? '2' : '1')),
        ),
      paged,
      /in a circle/,
    ],
    [
      'gives the same page again',
      (url) =>
        good(
          url,
          pages(
            (cursor) => `${Number(cursor ?? 0) + 1}`,
            () => ['A-1'],
          ),
        ),
      paged,
      /no page twice/,
    ],
    [
      'answers although it was cancelled, was told too much, or was told nothing',
      (url) =>
        good(
          url,
          items((codes, call) => inBatches(codes, { size: 2 }, (some) => read(some, call).catch(() => []))),
        ),
      samples,
      /ends when it is cancelled/,
    ],
    [
      'takes answers of any size',
      (url) =>
        good(
          url,
          items((codes, call) => inBatches(codes, { size: 2 }, (some) => read(some, call).catch(() => []))),
        ),
      samples,
      /refuses one byte more/,
    ],
    [
      'takes "null" for a name',
      (url) =>
        good(
          url,
          items((codes, call) => inBatches(codes, { size: 2 }, (some) => readWith(z.string(), some, call))),
        ),
      samples,
      /every spelling of nothing/,
    ],
    [
      'stumbles over a single field',
      (url) =>
        good(
          url,
          items((codes, call) =>
            inBatches(codes, { size: 2 }, (some) =>
              readWith(
                z.any().transform((name) => name.trim()),
                some,
                call,
              ),
            ),
          ),
        ),
      samples,
      /every spelling of nothing/,
    ],
    ['cannot be asked again after a cancelled call', sulking, samples, /answers again after/],
  ])(
    'catches a source that %s',
    async (_what, make, given, promise) => {
      expect(await broken(make(upstream.url), given)).toContainEqual(expect.stringMatching(promise))
    },
    30_000,
  )

  it('catches a source that asks without end when a cursor is nothing', async () => {
    const patient = good(
      upstream.url,
      items(async (codes, call) => {
        let rows = await read(codes, call)
        while (rows.length === 0) rows = await read(codes, call)
        return rows
      }),
    )
    expect(await broken(patient, { items: { byCodes: ['A-1'] } })).toContainEqual(
      expect.stringMatching(/every spelling of nothing/),
    )
  }, 60_000)

  it('knows each failure by its own promise', async () => {
    const deaf = good(
      upstream.url,
      items((codes, call) => inBatches(codes, { size: 2 }, (some) => read(some, call).catch(() => []))),
    )
    const told = (await broken(deaf)).filter((name) => name.includes(' tells of '))
    expect(told).toHaveLength(disturbances.length)
  })

  it('sends nothing that is not marked as safe', async () => {
    const before = upstream.requests()
    const careless = good(
      upstream.url,
      items((codes, call) => read(codes, call, { safe: false })),
    )
    expect(await broken(careless)).toContainEqual(expect.stringMatching(/marked as safe/))
    expect(upstream.requests()).toBe(before)
  })

  it('catches provenance that is not that of a fresh answer', async () => {
    const stage = await setStage(good(upstream.url), samples)
    const old: Stage = {
      ...stage,
      async call(...asked) {
        const outcome = await stage.call(...asked)
        if ('error' in outcome) return outcome
        const provenance = { ...outcome.sourced.provenance, freshness: 'STALE' } as const
        return { sourced: { ...outcome.sourced, provenance } }
      },
    }
    const [answers] = contractChecks(stage)
    expect(await answers?.run(stage)).toEqual([])
    expect(await answers?.run(old)).toMatchObject([{ en: expect.stringContaining('provenance') }])
    await stage.close()
  })

  it('catches a source that takes a submission twice', async () => {
    let number = 0
    const office = good(upstream.url, {
      cases: {
        submit: async ({ reference }) => {
          number += 1
          return {
            outcome: 'taken',
            case: {
              number: `N-${number}`,
              reference,
              reports: [{ at: '2026-01-05T09:00:00+08:00', state: 'ACCEPTED' }],
            },
          }
        },
        findByReference: async () => null,
        byNumbers: async () => [],
      },
    })
    const stage = await setStage(office, { cases: { submit: submission } })
    const check = contractChecks(stage).find(({ writes }) => writes)
    expect(await check?.run(stage)).toMatchObject([
      { en: 'handed in again it is another case' },
      { en: 'it is not found by its reference' },
    ])
    await stage.close()
  })

  it('says every promise, complaint and reason in both languages', async () => {
    const report = await reviewSource(
      good(
        upstream.url,
        items(async () => []),
      ),
      samples,
    )
    const said = report.verdicts.flatMap(({ promise, complaints, because }) => [
      promise,
      ...complaints,
      ...(because ? [because] : []),
    ])
    expect(said.length).toBeGreaterThan(10)
    for (const one of said)
      expect(one).toEqual({ en: expect.stringMatching(/^[ -~]+$/), 'zh-CN': expect.stringMatching(/\p{Script=Han}/u) })
  })

  it('catches a source that writes personal data, and does not write it itself', async () => {
    const careless = good(upstream.url, {
      identities: {
        check: async (claims) => {
          throw new TongbanError('TB_SOURCE_REFUSED', { detail: `no ${claims[0]?.documentNumber}` })
        },
      },
    })
    const report = await reviewSource(careless, { identities: { check: [{ documentNumber: number, name: '陈某某' }] } })
    expect(report.verdicts.find(({ method }) => method === null)?.outcome).toBe('BROKEN')
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
