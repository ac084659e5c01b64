import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { connectSources } from './connect.ts'
import { sourceFailure } from './failures.ts'
import { createHttpClient } from './http/client.ts'
import { type RestRequest, rest } from './protocols/rest/rest.ts'
import type { Call, Source } from './source.ts'
import { good, recordedMetrics, silentLog } from './testing/source.ts'
import { json, startUpstream, type Upstream } from './testing/upstream.ts'

interface Answers {
  ask(question: string, call: Call<RestRequest>): Promise<string>
  confuse(question: string, call: Call<RestRequest>): Promise<string>
  doubt(question: string, call: Call<RestRequest>): Promise<string>
}
interface TestPorts {
  answers: Answers
  others: Answers
}

const reply = z.object({ value: z.string() })
const answers: Answers = {
  ask: async (question, call) => (await call({ operation: 'ask', safe: true, path: `/${question}`, reply })).value,
  confuse: async () => {
    throw new TypeError('a mistake in the source file')
  },
  doubt: async () => {
    throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'rows.3.name' })
  },
}

let upstream: Upstream
const now = () => new Date('2026-01-05T01:00:00Z')
const { metrics, outcomes } = recordedMetrics()

const source = (id: string, ports: Source['ports'], divisions?: string[]): Source => ({
  id,
  title: `标题 ${id}`,
  covers: divisions ? { divisions } : {},
  protocol: rest({ base: upstream.url, envelope: { success: { path: 'code', in: [0] }, payload: 'data' } }),
  ports,
})
const connect = () =>
  connectSources<TestPorts>([source('country', { answers }), source('city', { answers, others: answers }, ['3306'])], {
    log: silentLog,
    metrics,
    now,
  })
let connected: ReturnType<typeof connect>

beforeAll(async () => {
  upstream = await startUpstream(json(good()))
  connected = connect()
})
afterAll(async () => {
  await connected.close()
  await upstream.close()
})

describe('the directory', () => {
  it('gives the port of whoever is in charge', () => {
    expect(connected.directory.authority('answers', { division: '330602' })?.source.id).toBe('city')
    expect(connected.directory.authority('answers', { division: '440100' })?.source.id).toBe('country')
    expect(connected.directory.authority('others', { division: '440100' })).toBeUndefined()
  })

  it('says what nobody is in charge of', () => {
    expect(() => connected.directory.require('others', { division: '440100', itemCode: 'x' })).toThrow(
      expect.objectContaining({ code: 'TB_NO_AUTHORITY', params: { what: 'others 440100 x' } }),
    )
  })

  it('lists who offers a port, in the order of the configuration', () => {
    expect(connected.directory.offering('answers').map((one) => one.source.id)).toEqual(['country', 'city'])
    expect(connected.directory.offering('others').map((one) => one.source.id)).toEqual(['city'])
  })

  it('finds sources and their ports by identifier', () => {
    expect(connected.directory.byId('city')?.title).toBe('标题 city')
    expect(connected.directory.byId('nobody')).toBeUndefined()
    expect(connected.directory.portOf('others', 'country')).toBeUndefined()
    expect(connected.directory.portOf('answers', 'country')?.source.id).toBe('country')
  })
})

describe('a bound port', () => {
  const port = () => connected.directory.require('answers', { division: '330602' }).port

  it('gives the value with where it came from', async () => {
    await expect(port().ask('q', {})).resolves.toEqual({
      value: 'yes',
      provenance: { sourceId: 'city', fetchedAt: now().toISOString(), asOf: null, freshness: 'FRESH' },
    })
  })

  it('passes the signal and the deadline of its caller on', async () => {
    await expect(port().ask('q', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    await expect(port().ask('q', { deadline: now().getTime() })).rejects.toMatchObject({ code: 'TB_DEADLINE_EXCEEDED' })
  })

  it('turns a mistake in the source file into a fault of ours that names the source', async () => {
    await expect(port().confuse('q', {})).rejects.toMatchObject({
      code: 'TB_INTERNAL',
      source: 'city',
      cause: expect.any(TypeError),
    })
  })

  it('counts what the source file could not make sense of', async () => {
    await expect(port().doubt('q', {})).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE', source: 'city' })
    expect(outcomes).toContain('answers.doubt TB_SOURCE_SHAPE')
  })

  it('counts a failed call once', async () => {
    upstream.answer(json({ code: 7 }))
    const before = outcomes.length
    await expect(port().ask('q', {})).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
    expect(outcomes.slice(before)).toEqual(['ask TB_SOURCE_REFUSED'])
    upstream.answer(json(good()))
  })
})

it('knows the health of each source apart', () => {
  expect(connected.health('city').operations.length).toBeGreaterThan(0)
  expect(connected.health('country').state).toBe('UNKNOWN')
  expect(() => connected.health('nobody')).toThrow(RangeError)
})

it('does not call any more once it is closed', async () => {
  const closing = connect()
  await closing.close()
  const port = closing.directory.require('answers', {}).port
  await expect(port.ask('q', {})).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
})

describe('many sources', () => {
  it('open nothing before they are asked, and only what is asked', async () => {
    let opened = 0
    const many = Array.from({ length: 1_000 }, (_, n) => source(`s${n}`, { answers }, [String(100_000 + n)]))
    const connecting = connectSources<TestPorts>(many, {
      ...{ log: silentLog, metrics, now },
      http: (limits) => {
        opened += 1
        return createHttpClient(limits)
      },
    })
    expect(connecting.directory.offering('answers')).toHaveLength(1_000)
    expect(connecting.health('s5').state).toBe('UNKNOWN')
    expect(opened).toBe(0)
    const { port } = connecting.directory.require('answers', { division: '100007' })
    await Promise.all([port.ask('a', {}), port.ask('b', {})])
    expect(opened).toBe(1)
    await connecting.close()
  })

  it('are listed by who comes first', () => {
    const ids = (division: string) =>
      connected.directory.authorities('answers', { division }).map((one) => one.source.id)
    expect(ids('330602')).toEqual(['city', 'country'])
    expect(ids('440100')).toEqual(['country'])
  })

  it('stand behind one and the same port for equal subjects', () => {
    const { directory } = connected
    expect(directory.require('answers', { division: '330602' }).port).toBe(directory.portOf('answers', 'city')?.port)
  })
})
