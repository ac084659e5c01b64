import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Store } from '../store/store.ts'
import { describeOnEachStore, silentLog } from '../store/testing.ts'
import { deadLetters } from './boss.ts'
import { createJobTable, createQueue } from './create-queue.ts'
import { createSteppedQueue } from './testing.ts'

interface Note {
  readonly text: string
}

const now = () => new Date()
const metrics = { job: () => {} }

/** Resolves when something has been called so many times. */
function counter(times: number) {
  const seen: string[] = []
  const { promise, resolve } = Promise.withResolvers<readonly string[]>()
  const add = (text: string) => {
    seen.push(text)
    if (seen.length === times) resolve(seen)
  }
  return { add, seen, reached: promise }
}

const statesOf = async (store: Store, name: string) =>
  (await store.query('select state, retry_count from pgboss.job where name = $1 order by created_on', [name])).rows

describeOnEachStore('the queue', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })

  it('runs what was put in, at once in the same process, without a transaction', async () => {
    const queue = createQueue({ store, log: silentLog, metrics, now, pollMs: 60_000 })
    const runs = counter(2)
    const job = { name: 'direct', handle: async ({ text }: Note) => runs.add(text) }
    queue.register(job)
    await queue.start()
    await queue.enqueue(job, { text: 'a' })
    await queue.enqueue(job, { text: 'b' })
    queue.wake('direct')
    expect([...(await runs.reached)].sort()).toEqual(['a', 'b'])
    await queue.stop(5_000)
    expect(await statesOf(store, 'direct')).toEqual([
      { state: 'completed', retry_count: 0 },
      { state: 'completed', retry_count: 0 },
    ])
  })

  it('holds a job exactly when the transaction that put it in commits', async () => {
    const queue = createSteppedQueue(store, silentLog)
    const ran: string[] = []
    const job = { name: 'outbox', handle: async ({ text }: Note) => void ran.push(text) }
    queue.register(job)
    await queue.start()
    const rolledBack = store.transaction(async (trx) => {
      await queue.enqueue(job, { text: 'lost' }, { trx })
      throw new Error('no')
    })
    await expect(rolledBack).rejects.toThrow('no')
    expect(await queue.round('outbox')).toEqual([])
    await store.transaction((trx) => queue.enqueue(job, { text: 'kept' }, { trx }))
    expect(await queue.round('outbox')).toEqual(['ok'])
    expect(ran).toEqual(['kept'])
    await queue.stop(0)
  })

  it('repeats a failing job with growing waits, then keeps it among the dead with its data', async () => {
    const queue = createSteppedQueue(store, silentLog)
    const attempts: (readonly [number, boolean])[] = []
    const job = {
      name: 'failing',
      retryLimit: 2,
      retryDelay: 60,
      handle: async (_: Note, run: { attempt: number; lastAttempt: boolean }) => {
        attempts.push([run.attempt, run.lastAttempt])
        throw new Error('a secret')
      },
    }
    queue.register(job)
    await queue.start()
    await queue.enqueue(job, { text: 'dead' })
    const waits: number[] = []
    for (let round = 0; round < 3; round += 1) {
      expect(await queue.round('failing')).toEqual(['TB_INTERNAL'])
      const { rows } = await sql<{ wait: number }>`
        select extract(epoch from start_after - now())::float as wait from pgboss.job where name = 'failing'`.execute(
        store.db,
      )
      waits.push(rows[0]?.wait ?? 0)
    }
    expect(attempts).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ])
    expect(waits[0]).toBeGreaterThan(20)
    expect(waits[1]).toBeGreaterThan(waits[0] ?? Number.NaN)
    expect(await queue.round('failing')).toEqual([])
    const dead = await store.query('select data, output::text as output from pgboss.job where name = $1', [deadLetters])
    expect(dead.rows).toEqual([{ data: { text: 'dead' }, output: null }])
    const kept = await store.query("select output::text as output from pgboss.job where name = 'failing'")
    expect(kept.rows).toEqual([{ output: '{"code": "TB_INTERNAL"}' }])
    await queue.stop(0)
  })

  it('keeps one waiting job per key and does not run it before its time', async () => {
    const started = new Date()
    const queue = createSteppedQueue(store, silentLog, () => started)
    const job = { name: 'keyed', handle: async () => {} }
    queue.register(job)
    await queue.start()
    const startAfter = new Date(started.getTime() + 90_000)
    await queue.enqueue(job, {}, { singletonKey: 'k', startAfter })
    await queue.enqueue(job, {}, { singletonKey: 'k' })
    await queue.enqueue(job, {}, { singletonKey: 'other' })
    const waiting = await store.query(
      `select singleton_key as key, start_after > now() + interval '60 seconds' as later
       from pgboss.job where name = 'keyed' order by created_on`,
    )
    expect(waiting.rows).toEqual([
      { key: 'k', later: true },
      { key: 'other', later: false },
    ])
    await queue.stop(0)
  })

  it('shares the jobs of one database among several gateways, each job once', async () => {
    const runs = counter(40)
    const job = { name: 'shared', concurrency: 3, handle: async ({ text }: Note) => runs.add(text) }
    const queues = [1, 2].map(() => createQueue({ store, log: silentLog, metrics, now, pollMs: 20 }))
    for (const queue of queues) {
      queue.register(job)
      await queue.start()
    }
    await Promise.all(Array.from({ length: 40 }, (_, index) => queues[0]?.enqueue(job, { text: String(index) })))
    const seen = await runs.reached
    await Promise.all(queues.map((queue) => queue.stop(5_000)))
    expect(new Set(runs.seen).size).toBe(40)
    expect(seen).toHaveLength(40)
  })

  it('starts although another gateway was quicker to make the tables of a new database', async () => {
    const empty = await open()
    const queueOn = (over: Store) => {
      const queue = createQueue({ store: over, log: silentLog, metrics, now })
      queue.register({ name: 'shared', handle: async () => {} })
      return queue
    }
    const quicker = queueOn(empty)
    // what PostgreSQL said when two gateways had both found no schema and the first of them committed
    let overtaken = false
    const slow: Store = {
      ...empty,
      query: async (text, values) => {
        if (overtaken || !/create schema/i.test(text)) return empty.query(text, values)
        overtaken = true
        await quicker.start()
        throw Object.assign(new Error('duplicate key value violates unique constraint'), { code: '23505' })
      },
    }
    const slower = queueOn(slow)
    await slower.start()
    expect(overtaken).toBe(true)
    await Promise.all([quicker, slower].map((queue) => queue.stop(0)))
  })

  it('hands a running job back when it stops, and the hand-back costs no attempt', async () => {
    const begun = Promise.withResolvers<void>()
    const aborted = Promise.withResolvers<void>()
    const queue = createQueue({ store, log: silentLog, metrics, now, pollMs: 60_000 })
    const endless = {
      name: 'endless',
      retryLimit: 0,
      handle: (_: object, { signal }: { signal: AbortSignal }) =>
        new Promise<void>((_, reject) => {
          begun.resolve()
          signal.addEventListener('abort', () => {
            aborted.resolve()
            reject(signal.reason)
          })
        }),
    }
    queue.register(endless)
    await queue.start()
    await queue.enqueue(endless, {})
    queue.wake('endless')
    await begun.promise
    await queue.stop(0)
    await aborted.promise
    expect(await statesOf(store, 'endless')).toEqual([{ state: 'retry', retry_count: 0 }])

    const next = createSteppedQueue(store, silentLog)
    const attempts: number[] = []
    next.register({ name: 'endless', handle: async (_, { attempt }) => void attempts.push(attempt) })
    await next.start()
    expect(await next.round('endless')).toEqual(['ok'])
    expect(attempts).toEqual([1])
    await next.stop(0)
  })

  it('takes up a job whose worker died, once its heartbeat has stopped', async () => {
    const dying = createJobTable({ store, log: silentLog, now }, { supervise: false })
    const job = { name: 'orphan', handle: async () => {} }
    dying.queue.register(job)
    const [source] = await dying.open()
    await dying.queue.enqueue(job, {})
    await source?.claim(1)
    await dying.close()
    expect(await statesOf(store, 'orphan')).toEqual([{ state: 'active', retry_count: 0 }])
    await store.query("update pgboss.job set heartbeat_on = now() - interval '1 hour' where name = 'orphan'")

    const heir = createJobTable({ store, log: silentLog, now }, { supervise: false })
    const attempts: number[] = []
    heir.queue.register({ ...job, handle: async (_, { attempt }) => void attempts.push(attempt) })
    const [inherited] = await heir.open()
    await heir.boss.supervise('orphan')
    const claims = (await inherited?.claim(10, { early: true })) ?? []
    for (const claim of claims) expect(await claim.run(new AbortController().signal)).toBe('ok')
    expect(attempts).toEqual([2])
    await heir.close()
  })

  it('settles nothing with a claim that was lost', async () => {
    const table = createJobTable({ store, log: silentLog, now }, { supervise: false })
    const job = { name: 'lost', handle: async () => {} }
    table.queue.register(job)
    const [source] = await table.open()
    await table.queue.enqueue(job, {})
    const [stale] = (await source?.claim(1)) ?? []
    await store.query("update pgboss.job set heartbeat_on = now() - interval '1 hour' where name = 'lost'")
    await table.boss.supervise('lost')
    const [fresh] = (await source?.claim(1, { early: true })) ?? []
    expect(await stale?.touch()).toBe(false)
    await stale?.run(new AbortController().signal)
    await stale?.handBack()
    expect(await statesOf(store, 'lost')).toEqual([{ state: 'active', retry_count: 1 }])
    expect(await fresh?.touch()).toBe(true)
    await table.close()
  })
})
