import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createQuality, type Quality } from '../../sources/quality/create-quality.ts'
import { middleOf, percentileOf, stepOf } from '../../sources/quality/scale.ts'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore, silentLog } from '../../store/testing.ts'
import { testCaller, testClock, testContext } from '../testing.ts'
import { qualityLedger } from './quality-ledger.ts'
import { purgeQuality } from './quality-purge.ts'
import { createQualityService } from './quality-service.ts'
import { qualityMigrations } from './quality-tables.ts'

const hourMs = 3_600_000
const start = Date.parse('2026-03-02T00:00:00+08:00')
const inHours = (hours: number) => new Date(start + hours * hourMs)

/** One thing that happens to a gateway. */
type Event =
  | {
      readonly kind: 'called'
      readonly outcome: 'ok' | 'TB_SOURCE_TIMEOUT' | 'TB_SOURCE_REFUSED' | 'TB_SOURCE_SHAPE'
      readonly latencyMs: number
      readonly attempts: number
    }
  | { readonly kind: 'skipped'; readonly rows: number }
  | { readonly kind: 'stale'; readonly ageMs: number }
  | { readonly kind: 'conflict'; readonly other: string; readonly path: string }

interface Happening {
  readonly event: Event
  readonly hour: number
  readonly source: string
  readonly operation: string
  readonly gateway: number
  readonly flush: boolean
}

const row = { key: null, path: 'name', reason: 'text' }
const tell = (quality: Quality, { event, source, operation }: Happening) => {
  if (event.kind === 'called') quality.called({ source, operation, ...event })
  else if (event.kind === 'skipped')
    quality.skipped(
      source,
      operation,
      Array.from({ length: event.rows }, () => row),
    )
  else if (event.kind === 'stale') quality.servedStale(source, operation, event.ageMs)
  else quality.conflicted([source, event.other], operation, event.path)
}

describeOnEachStore('the quality ledger', (open) => {
  let store: Store
  let statements = 0
  const metrics = { sourceQuality() {} }

  beforeAll(async () => {
    store = await open({ migrations: qualityMigrations, onStatement: () => statements++ })
  })
  beforeEach(async () => {
    await store.query('truncate source_quality_hour, source_shape, source_drift')
  })

  const gateway = (now: () => Date) =>
    createQuality({ ledger: qualityLedger(store, now), log: silentLog, metrics, now, sampleEveryMs: 0 })
  const service = (now = () => inHours(0)) => createQualityService(store, now)
  const read = async (source: string, from = inHours(0), to = inHours(48)) => {
    const [record] = await service().quality([source], { from, to })
    if (!record) throw new Error('a source that is asked for has a record')
    return record
  }

  it('says the same as a recount, whoever counted and whenever it was written', async () => {
    const event = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant('called' as const),
          outcome: fc.constantFrom(
            'ok' as const,
            'ok' as const,
            'TB_SOURCE_TIMEOUT' as const,
            'TB_SOURCE_REFUSED' as const,
            'TB_SOURCE_SHAPE' as const,
          ),
          latencyMs: fc.integer({ min: 0, max: 40_000 }),
          attempts: fc.integer({ min: 0, max: 4 }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('skipped' as const), rows: fc.integer({ min: 1, max: 5 }) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('stale' as const), ageMs: fc.integer({ min: 0, max: 9e7 }) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('conflict' as const),
          other: fc.constant('civil'),
          path: fc.constantFrom('marital', 'name'),
        }),
      },
    )
    const happening = fc.record({
      event,
      hour: fc.nat(3),
      source: fc.constantFrom('police', 'health'),
      operation: fc.constantFrom('read', 'write'),
      gateway: fc.nat(1),
      flush: fc.boolean(),
    })
    const property = fc.asyncProperty(fc.array(happening, { maxLength: 60 }), async (list) => {
      await store.query('truncate source_quality_hour')
      let hour = 0
      const gateways = [1, 2].map(() => gateway(() => inHours(hour)))
      const flushes: Promise<void>[] = []
      for (const one of list) {
        hour = one.hour
        const quality = gateways[one.gateway]
        if (!quality) continue
        tell(quality, one)
        if (one.flush) flushes.push(quality.flush())
      }
      await Promise.all([...flushes, ...gateways.map((one) => one.stop())])
      for (const source of ['police', 'health']) {
        const record = await read(source)
        const own = list.filter((one) => one.source === source)
        for (const operation of ['read', 'write'])
          expect(record.operations.find((one) => one.operation === operation)).toEqual(
            recount(
              own.filter((one) => one.operation === operation),
              operation,
            ),
          )
        for (const at of [0, 1, 2, 3]) {
          const calls = own.filter((one) => one.hour === at && one.event.kind === 'called').length
          expect(record.hours.find(({ hour: start }) => start.getTime() === inHours(at).getTime())?.calls ?? 0).toBe(
            calls,
          )
        }
      }
    })
    await fc.assert(property, { numRuns: 40 })
  })

  it('loses nothing while it cannot be written', async () => {
    const { now } = testClock('2026-03-02T00:30:00+08:00')
    const real = qualityLedger(store, now)
    let isDown = true
    const add: typeof real.add = async (hours) => {
      if (isDown) throw new Error('no database')
      await real.add(hours)
    }
    const quality = createQuality({ ledger: { ...real, add }, log: silentLog, metrics, now })
    const call = { source: 'police', operation: 'read', outcome: 'ok', latencyMs: 3, attempts: 1 } as const
    quality.called(call)
    await expect(quality.flush()).rejects.toThrow('no database')
    quality.called(call)
    await expect(quality.flush()).rejects.toThrow('no database')
    isDown = false
    await quality.stop()
    expect((await read('police')).totals.calls).toBe(2)
  })

  it.each(['na\0me', 'na\ud800me'])(
    'can be written whatever sources call their fields and operations: %j',
    async (path) => {
      const quality = gateway(() => inHours(0))
      quality.conflicted(['police', 'civil'], 'cases', path)
      quality.called({ source: 'police', operation: path, outcome: 'ok', latencyMs: 1, attempts: 1 })
      for (let time = 0; time < 60; time += 1) quality.replied('police', path, { code: 0 })
      await quality.flush()
      expect((await read('police')).totals).toMatchObject({ calls: 1, conflicts: 1 })
      await quality.stop()
    },
  )

  it('tells a bounded number of operations apart', async () => {
    const quality = gateway(() => inHours(0))
    for (let index = 0; index < 500; index += 1)
      quality.called({ source: 'police', operation: `op${index}`, outcome: 'ok', latencyMs: 1, attempts: 1 })
    await quality.stop()
    const { operations, totals } = await read('police')
    expect(operations).toHaveLength(201)
    expect(operations.find(({ operation }) => operation === 'other')?.figures.calls).toBe(300)
    expect(totals.calls).toBe(500)
  })

  it('says which hours were good and which was the worst', async () => {
    const clock = testClock('2026-03-02T00:10:00+08:00')
    const quality = gateway(clock.now)
    const calls = (good: number, bad: number) => {
      for (let index = 0; index < good + bad; index += 1)
        quality.called({
          source: 'police',
          operation: 'read',
          outcome: index < good ? 'ok' : 'TB_SOURCE_TIMEOUT',
          latencyMs: 5,
          attempts: 1,
        })
      clock.forward(hourMs)
    }
    calls(95, 5)
    calls(94, 6)
    calls(0, 0)
    calls(1, 0)
    await quality.stop()
    const { operations } = await read('police')
    expect(operations[0]?.availability).toBeCloseTo(2 / 3)
    expect(operations[0]?.worstHour).toEqual({ hour: inHours(1), calls: 100, successes: 94, successShare: 0.94 })
  })

  it('names drifts, counts on after a restart, and lets an operator accept them', async () => {
    const clock = testClock('2026-03-02T00:10:00+08:00')
    const reply = (quality: Quality, value: unknown, count: number) => {
      for (let index = 0; index < count; index += 1) quality.replied('police', 'read', { name: value })
    }
    const first = gateway(clock.now)
    await first.start()
    reply(first, '甲', 60)
    await first.stop()
    const second = gateway(clock.now)
    await second.start()
    reply(second, 7, 30)
    await second.stop()
    const third = gateway(clock.now)
    await third.start()
    reply(third, 7, 5)
    await third.stop()
    expect((await read('police')).drifts).toMatchObject([
      {
        operation: 'read',
        path: 'name',
        kind: 'TYPE_CHANGED',
        was: 'TEXT',
        now: 'NUMBER',
        seen: 35,
        state: 'OPEN',
        since: clock.now(),
      },
    ])
    expect(await service().acceptDrifts('police')).toBe(1)
    expect(await service().acceptDrifts('police')).toBe(0)
    expect((await read('police')).drifts).toMatchObject([{ state: 'ACCEPTED' }])
  })

  it('takes a drift for the way of the source after 14 days', async () => {
    const ledger = qualityLedger(store, () => inHours(0))
    await ledger.addDrifts([
      {
        source: 'police',
        operation: 'read',
        path: '$',
        kind: 'NEW_FIELD',
        was: '',
        now: '',
        since: inHours(0),
        lastSeen: inHours(1),
        seen: 1,
      },
    ])
    const at = (days: number) => createQualityService(store, () => inHours(24 * days + 1))
    const stateAfter = async (days: number) =>
      (await at(days).quality(['police'], { from: inHours(0), to: inHours(2) }))[0]?.drifts[0]?.state
    expect([await stateAfter(13), await stateAfter(14)]).toEqual(['OPEN', 'ABSORBED'])
  })

  it('forgets what is older than 400 days, and how replies of sources looked that were not called since', async () => {
    const quality = gateway(() => inHours(0))
    quality.called({ source: 'police', operation: 'read', outcome: 'ok', latencyMs: 1, attempts: 1 })
    for (let index = 0; index < 60; index += 1) quality.replied('police', 'read', { name: '甲' })
    await quality.stop()
    const shapes = async () => (await qualityLedger(store, () => inHours(0)).shapes()).map(({ source }) => source)
    expect(await purgeQuality(store, inHours(400 * 24))).toBe(0)
    expect(await shapes()).toEqual(['police'])
    expect(await purgeQuality(store, inHours(400 * 24 + 1))).toBe(1)
    expect(await shapes()).toEqual([])
    expect((await read('police')).totals.calls).toBe(0)
  })

  it('is read in four statements for all sources of a request', async () => {
    const asked = service(() => inHours(5))
    const context = testContext({ caller: testCaller('operator', 'sources:read') })
    statements = 0
    const records = await Promise.all(['police', 'health', 'civil'].map((id) => asked.qualityIn(id, {}, context)))
    expect(statements).toBe(4)
    expect(records.map(({ sourceId, from, to }) => [sourceId, from, to])).toEqual(
      ['police', 'health', 'civil'].map((id) => [id, inHours(-18), inHours(6)]),
    )
  })

  it.each([
    ['the end before the start', { from: '2026-03-02T09:00:00+08:00', to: '2026-03-02T08:00:00+08:00' }],
    ['more than 62 days', { from: '2026-01-01T00:00:00+08:00', to: '2026-03-05T00:00:00+08:00' }],
  ])('refuses %s', async (_what, span) => {
    const context = testContext({ caller: testCaller('operator', 'sources:read') })
    await expect(service().qualityIn('police', span, context)).rejects.toMatchObject({ code: 'TB_INVALID_INPUT' })
  })
})

/** The same figures, counted from the list without any of the ledger's means. */
function recount(list: readonly Happening[], operation: string) {
  if (list.length === 0) return undefined
  const calls = list.flatMap(({ event, hour }) => (event.kind === 'called' ? [{ ...event, hour }] : []))
  const count = (outcome: string) => calls.filter((one) => one.outcome === outcome).length
  const judged = calls.filter(({ outcome }) => outcome !== 'TB_SOURCE_REFUSED')
  const successes = count('ok')
  const attempts = calls.reduce((sum, one) => sum + one.attempts, 0)
  const latencies = calls.flatMap((one) => (one.attempts > 0 ? [one.latencyMs] : []))
  const stale = list.flatMap(({ event }) => (event.kind === 'stale' ? [event.ageMs] : []))
  const near = (values: readonly number[], share: number): unknown => {
    const exact = values.toSorted((one, other) => one - other)[Math.max(1, Math.ceil(values.length * share)) - 1]
    return exact === undefined ? null : closeTo(exact)
  }
  const hours = [0, 1, 2, 3].flatMap((hour) => {
    const ofHour = judged.filter((one) => one.hour === hour)
    const good = ofHour.filter(({ outcome }) => outcome === 'ok').length
    return ofHour.length === 0 ? [] : [good / ofHour.length]
  })
  return {
    operation,
    figures: {
      calls: calls.length,
      successes,
      successShare: judged.length === 0 ? null : successes / judged.length,
      failures: expect.toSatisfy(
        (failures: readonly { code: string; count: number }[]) =>
          failures.every(({ code, count: told }) => count(code) === told) &&
          failures.reduce((sum, one) => sum + one.count, 0) === calls.length - successes,
      ),
      attempts,
      loadFactor: calls.length === 0 ? null : attempts / calls.length,
      latencyP50Ms: near(latencies, 0.5),
      latencyP95Ms: near(latencies, 0.95),
      latencyP99Ms: near(latencies, 0.99),
      shapeErrors: count('TB_SOURCE_SHAPE'),
      skippedRows: list.reduce((sum, { event }) => sum + (event.kind === 'skipped' ? event.rows : 0), 0),
      staleAnswers: stale.length,
      staleShare: stale.length === 0 && successes === 0 ? null : stale.length / (successes + stale.length),
      staleAgeP95Ms: near(stale, 0.95),
      conflicts: list.filter(({ event }) => event.kind === 'conflict').length,
    },
    availability: hours.length === 0 ? null : hours.filter((one) => one >= 0.95).length / hours.length,
    worstHour: hours.length === 0 ? null : expect.objectContaining({ successShare: Math.min(...hours) }),
  }
}

/** Within the error that the scale states, and its rounding. */
const closeTo = (exact: number): unknown =>
  expect.toSatisfy((told: number) => (exact <= 1 ? told === 1 : Math.abs(told - exact) <= exact * 0.0906 + 0.05))

describe('the scale of durations', () => {
  it('is at most 9.1 % wrong', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.001, max: 2 ** 32, noNaN: true }), (ms) => {
        expect(Math.abs(middleOf(stepOf(ms)) - ms) / ms).toBeLessThan(0.0906)
      }),
    )
  })

  it.each([
    [0, 0],
    [1, 0],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 128],
  ])('puts %s on step %s', (ms, step) => {
    expect(stepOf(ms)).toBe(step)
  })

  it('has no percentile of nothing', () => {
    expect(percentileOf(new Map(), 0.5)).toBeNull()
  })
})
