import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore, silentLog } from '../../store/testing.ts'
import { createSteppedQueue, type SteppedQueue } from '../../work/testing.ts'
import type { BuiltDomain, DomainSettings } from '../domain.ts'
import { testCaller, testClock, testContext, testEventSettings, testSeal } from '../testing.ts'
import { type ItemsDomainService, itemsDomain } from './domain.ts'
import { connected, FakeLibrary, testItem, testRequest } from './testing.ts'

const settings: DomainSettings = {
  division: '330600000000',
  publicUrl: () => 'http://127.0.0.1',
  catalogue: 'mirror',
  syncEveryMinutes: 10,
  polling: { fastestMs: 1, slowestMs: 1 },
  opening: 'mon-fri 08:30-12:00 14:00-17:30',
  yellowWorkingDaysBefore: 1,
  events: testEventSettings,
}

describeOnEachStore('the room of items', (open) => {
  let store: Store
  let queue: SteppedQueue
  let library: FakeLibrary
  let room: BuiltDomain<ItemsDomainService>
  const clock = testClock()
  const build = (more: Partial<DomainSettings> = {}) =>
    itemsDomain.build(
      {
        store,
        queue,
        ...connected(library),
        seal: testSeal,
        log: silentLog,
        now: clock.now,
        settings: { ...settings, ...more },
      },
      {},
    )

  beforeAll(async () => {
    store = await open({ migrations: itemsDomain.migrations })
    queue = createSteppedQueue(store, silentLog, clock.now)
    library = new FakeLibrary()
    library.items = [testItem('T-1', '营业执照')]
    room = build()
    for (const job of room.jobs ?? []) queue.register(job)
    await queue.start()
    await room.start?.()
  })
  afterAll(() => queue.stop(0))

  const nameOf = async (code: string) => (await room.service.byCode(code, null, testRequest()))?.name

  it('synchronises by itself, again and again, also after a failure', async () => {
    expect(await nameOf('T-1')).toBeUndefined()
    await queue.round('items.sync')
    expect(await nameOf('T-1')).toBe('营业执照')
    library.checkMark = () => {
      throw new Error('the line is dead')
    }
    await queue.round('items.sync')
    library.checkMark = () => {}
    library.changes = { changed: [testItem('T-1', '营业执照核发')], removed: [] }
    await queue.round('items.sync')
    expect(await nameOf('T-1')).toBe('营业执照核发')
  })

  const post = (body: string, query: Record<string, string>) => {
    const route = room.routes?.[0]
    if (!route) throw new Error('there is a route for imports')
    const context = testContext({ caller: testCaller('operator', 'catalogue:write') })
    return route.handle({ method: 'POST', url: '/', headers: {}, params: {}, query, body: Buffer.from(body) }, context)
  }

  it('imports a file over HTTP and answers the report', async () => {
    expect(room.routes).toMatchObject([{ method: 'POST', path: '/import/items', scope: 'catalogue:write' }])
    const good = await post(JSON.stringify(testItem('I-1', '从文件导入')), { format: 'jsonl' })
    expect(good.status).toBe(200)
    expect(JSON.parse(String(good.body))).toMatchObject({ imported: true, written: { added: 1 } })
    const bad = await post('{}', { format: 'jsonl' })
    expect(bad.status).toBe(422)
    expect(JSON.parse(String(bad.body))).toMatchObject({ imported: false, error: { code: 'TB_IMPORT_REFUSED' } })
    await expect(post('', { format: 'doc' })).rejects.toMatchObject({ code: 'TB_INVALID_INPUT' })
  })

  it('files an import under the source it is said to be taken from, when there is one', async () => {
    const item = JSON.stringify(testItem('I-2', '从事项库导出'))
    expect((await post(item, { format: 'jsonl', source: 'library' })).status).toBe(200)
    const found = await room.service.byCode('I-2', null, testRequest())
    expect(found).toMatchObject({ provenance: { sourceId: 'library' } })
    const unknown = post(item, { format: 'jsonl', source: 'nobody' })
    await expect(unknown).rejects.toMatchObject({ code: 'TB_INVALID_INPUT', argumentPath: ['source'] })
  })

  it('keeps what was imported when the library does not list it', async () => {
    await room.service.sync({ mode: 'full' })
    const item = await room.service.byCode('I-1', null, testRequest())
    expect(item).toMatchObject({ state: 'IN_USE', provenance: { sourceId: 'import', freshness: 'SNAPSHOT' } })
  })

  it('loads items and agencies by the key of their global identifier', async () => {
    expect(await room.nodes?.ServiceItem?.('T-1', testRequest())).toMatchObject({ code: 'T-1' })
    expect(await room.nodes?.ServiceItem?.('T-none', testRequest())).toBeNull()
    expect(await room.nodes?.Agency?.('A-none', testRequest())).toBeNull()
  })

  it('has no mirror to fill when items are read live', async () => {
    const live = build({ catalogue: 'live' })
    expect([live.jobs, live.routes]).toEqual([[], []])
    library.calls.length = 0
    expect(await live.service.byCode('T-1', null, testRequest())).toMatchObject({ provenance: { freshness: 'FRESH' } })
    expect(library.calls).toEqual(['byCodes'])
  })
})
