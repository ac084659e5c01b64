import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Log, SourceEvent } from '../../telemetry/types.ts'
import { createQuality } from './create-quality.ts'
import type { HourTally, QualityLedger } from './ledger.ts'
import type { CallOutcome } from './listener.ts'
import { createWaiting } from './waiting.ts'

/** A listener whose metrics, warnings and rows a test can see; the ledger in a database is tried with its tables. */
function listening(sampleEveryMs = 0) {
  const told: string[] = []
  const warnings: string[] = []
  const rows: HourTally[] = []
  const log: Log = {
    debug() {},
    info() {},
    warn: (_fields, message) => void warnings.push(message),
    error() {},
    child: () => log,
  }
  const ledger: QualityLedger = {
    add: async (hours) => void rows.push(...hours),
    shapes: async () => [],
    keepShapes: async () => {},
    drifts: async () => [],
    addDrifts: async () => {},
  }
  const metrics = {
    sourceQuality: (event: SourceEvent, { source, operation }: { source: string; operation: string }, by: number) =>
      void told.push(`${event} ${source} ${operation} ${by}`),
  }
  let at = Date.parse('2026-03-02T01:00:00Z')
  const quality = createQuality({ ledger, log, metrics, now: () => new Date(at), sampleEveryMs })
  return { quality, told, warnings, rows, forward: (ms: number) => (at += ms) }
}

const call = (given: Partial<CallOutcome> = {}): CallOutcome => {
  return { source: 'police', operation: 'read', outcome: 'ok', latencyMs: 5, attempts: 1, ...given }
}

describe('what happens to sources', () => {
  it('is told to the metrics', () => {
    const { quality, told } = listening()
    quality.called(call({ attempts: 3 }))
    quality.called(call({ outcome: 'TB_SOURCE_SHAPE', attempts: 0 }))
    quality.skipped('police', 'read', [{ key: null, path: 'name', reason: 'text' }])
    quality.servedStale('police', 'read', 1_000)
    quality.conflicted(['police', 'civil'], 'identities', 'marital')
    expect(told).toEqual([
      'attempt police read 3',
      'shape-error police read 1',
      'skipped-row police read 1',
      'stale police read 1',
      'conflict police identities 1',
      'conflict civil identities 1',
    ])
  })

  it('has no latency when nothing was sent', async () => {
    const { quality, rows } = listening()
    quality.called(call({ outcome: 'TB_SOURCE_UNAVAILABLE', latencyMs: 0, attempts: 0 }))
    await quality.stop()
    expect(rows).toMatchObject([{ calls: 1, judged: 1, successes: 0, counts: { 'failure/TB_SOURCE_UNAVAILABLE': 1 } }])
    expect(Object.keys(rows[0]?.counts ?? {})).toHaveLength(1)
  })

  it('names a place in a conflict without the numbers in it', async () => {
    const { quality, rows } = listening()
    quality.conflicted(['police', 'civil'], 'identities', 'rows.3.name')
    await quality.stop()
    expect(rows.map(({ source, counts }) => [source, counts])).toEqual([
      ['police', { 'conflict/civil/rows.*.name': 1 }],
      ['civil', { 'conflict/police/rows.*.name': 1 }],
    ])
  })

  it('may be a reply of any kind', () => {
    const { quality, warnings } = listening()
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withTypedArray: true,
      withNullPrototype: true,
      withMap: true,
      withSparseArray: true,
      maxDepth: 12,
    })
    fc.assert(
      fc.property(anything, (raw) => quality.replied('police', 'read', raw)),
      { numRuns: 2_000 },
    )
    const endless: Record<string, unknown> = {}
    endless.self = endless
    quality.replied('police', 'read', endless)
    expect(warnings).toEqual([])
  })

  it('does not reach the caller when a reply cannot be looked at', () => {
    const { quality, warnings } = listening()
    const broken = {
      get name(): string {
        throw new Error('broken')
      },
    }
    quality.replied('police', 'read', broken)
    expect(warnings).toEqual(['shape of a reply cannot be looked at'])
  })

  it('is looked at only so often', () => {
    const { quality, forward } = listening(200)
    let looks = 0
    const reply = {
      get name(): string {
        looks += 1
        return '甲'
      },
    }
    for (let ms = 0; ms < 1_000; ms += 10) {
      quality.replied('police', 'read', reply)
      forward(10)
    }
    expect(looks).toBe(5)
  })
})

it('what waits for the ledger is bounded, and the oldest goes first', () => {
  let lost = 0
  const waiting = createWaiting((rows) => (lost += rows))
  const tally = (hour: number): HourTally => ({
    hour: new Date(hour * 3_600_000),
    source: 'police',
    operation: 'read',
    calls: 1,
    judged: 1,
    successes: 1,
    attempts: 1,
    counts: {},
  })
  waiting.add(Array.from({ length: 20_003 }, (_, hour) => tally(hour)))
  expect(lost).toBe(3)
  expect(waiting.rows()).toHaveLength(20_000)
  expect(waiting.rows()[0]?.hour).toEqual(new Date(3 * 3_600_000))
})
