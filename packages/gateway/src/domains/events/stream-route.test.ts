import { beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../server/testing.ts'
import { describeOnEachStore } from '../../store/testing.ts'
import { streamRoute } from './stream-route.ts'
import { append, type EventsWorld, openEvents } from './testing/world.ts'
import { waitForNews } from './wait.ts'

describeOnEachStore('GET /events', (open) => {
  let world: EventsWorld
  let server: TestServer
  beforeAll(async () => {
    world = await openEvents(open)
    const route = streamRoute({ ...world.deps, wait: waitForNews(world.store.db, () => new Date()) })
    // the server of the tests knows one token, with a scope of its own
    server = await startTestServer({ requestTimeoutMs: 1_500 }, [{ ...route, scope: 'secret:read' }])
    return () => server.stop(0)
  })
  beforeEach(() => world.reset())

  const get = async (query = '', headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}/events${query}`, {
      headers: { authorization: 'Bearer scoped', ...headers },
    })
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
  }
  const ids = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))

  it('gives the events of the feed, each under its number', async () => {
    await append(world.store, 'bank', 'a.a', 'b.b')
    const { status, type, text } = await get()
    expect([status, type]).toEqual([200, 'text/event-stream; charset=utf-8'])
    const { events } = await world.feed()
    const blocks = text.split('\n\n')
    expect(blocks[0]).toBe('retry: 250')
    expect(blocks.slice(1, 3)).toEqual(
      events.map((event) => `id: ${event.sequence}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}`),
    )
    expect(ids(text)).toEqual([1, 2, 2])
  })

  it('goes on where the client says it stopped', async () => {
    await append(world.store, 'bank', 'a.a', 'b.b', 'a.a')
    expect(ids((await get('?after=1')).text)).toEqual([2, 3, 3])
    expect(ids((await get('?after=1', { 'last-event-id': '2' })).text)).toEqual([3, 3])
    expect(ids((await get('?types=b.b')).text)).toEqual([2, 3])
  })

  it('waits for an event, and ends in time without one', async () => {
    await append(world.store, 'bank', 'a.a')
    const waiting = get('?after=1')
    await append(world.store, 'bank', 'b.b')
    expect(ids((await waiting).text)).toEqual([2, 2])
    expect(await get('?after=2')).toMatchObject({ status: 200, text: 'retry: 250\n\nid: 2\n\n' })
  })

  it('says what is wrong', async () => {
    const answer = await get('?after=7', { 'accept-language': 'en' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('TB_EVENTS_AHEAD')
    expect((await fetch(`${server.url}/events`)).status).toBe(401)
  })
})
