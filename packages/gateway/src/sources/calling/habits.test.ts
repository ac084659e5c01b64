import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { ask, good } from '../testing/source.ts'
import { type Answer, body, json, reset, silence } from '../testing/upstream.ts'
import { callingWorld } from './testing.ts'

const world = callingWorld()

/** A share between 0 and 1 for a text, always the same (FNV-1a): how a call fares depends on nothing else. */
function chance(text: string): number {
  let hash = 2_166_136_261
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619)
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507)
  return ((hash ^ (hash >>> 13)) >>> 0) / 4_294_967_296
}

/** Treats this share of attempts badly, whatever order they come in. */
const badly = (share: number, habit: Answer): Answer => {
  const attempts = new Map<string, number>()
  return (request, response) => {
    const path = request.url ?? ''
    const attempt = (attempts.get(path) ?? 0) + 1
    attempts.set(path, attempt)
    return (chance(`${path}#${attempt}`) < share ? habit : json(good()))(request, response)
  }
}

/** Makes calls, some at a time, and tells which share succeeded and how many attempts the source saw for each. */
async function load(calls: number, atOnce = 16, pauseMs = 0) {
  let next = 0
  let successes = 0
  const before = world.upstream.requests()
  const work = async () => {
    while (next < calls) {
      const path = `/${next++}`
      if (pauseMs > 0) await pause(pauseMs)
      await ask(world.caller, { path }).then(
        () => {
          successes += 1
        },
        () => undefined,
      )
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { success: successes / calls, attempts: (world.upstream.requests() - before) / calls }
}

const page = body('<html>通知</html>', 'text/html')

describe('a source that fails 40 of 100 attempts at random', () => {
  it.each([
    ['resetting connections', reset],
    ['with error pages', body('<html>502</html>', 'text/html', 502)],
    ['with HTML pages and status 200', page],
    ['with empty bodies', body('')],
    ['with cut bodies', body('{"code":0,"data":{"val')],
  ])('%s answers 99 of 100 calls all the same', async (_name, habit) => {
    world.upstream.answer(badly(0.4, habit))
    const { success, attempts } = await load(500)
    expect(success).toBeGreaterThanOrEqual(0.99)
    expect(attempts).toBeLessThanOrEqual(1.8)
  })

  it('without repeating answers what it answers', async () => {
    world.connect({ maxRetries: 0 })
    world.upstream.answer(badly(0.4, reset))
    const { success, attempts } = await load(500)
    expect(success).toBeLessThan(0.7)
    expect(attempts).toBe(1)
  })

  it('by hanging answers nine of ten calls within the time of two and a half attempts', async () => {
    world.connect({ attemptTimeoutMs: 1_000, totalTimeoutMs: 2_500 })
    world.upstream.answer(badly(0.4, silence))
    const { success, attempts } = await load(200, 8)
    expect(success).toBeGreaterThanOrEqual(0.9)
    expect(attempts).toBeLessThanOrEqual(1.8)
  })
})

describe('a source that is down', () => {
  it.each([
    ['resetting connections', reset],
    ['with HTML pages and status 200', page],
    ['not letting the gateway in', json({}, 401)],
    ['with payloads of another shape', json({ code: 0, data: {} })],
  ])('%s is left in peace', async (_name, habit) => {
    world.upstream.answer(habit)
    const { success, attempts } = await load(500)
    expect(success).toBe(0)
    expect(attempts).toBeLessThanOrEqual(0.15)
  })
})

describe('a source that fails in bursts', () => {
  it('of ten attempts answers all calls as if nothing were', async () => {
    let attempts = 0
    world.upstream.answer((request, response) => (attempts++ % 50 < 10 ? reset : json(good()))(request, response))
    const { success, attempts: cost } = await load(500)
    expect(success).toBeGreaterThanOrEqual(0.99)
    expect(cost).toBeLessThanOrEqual(1.4)
  })

  it('that last is asked hardly more for it, and answers again soon after each', async () => {
    world.connect({ recoverAfterMs: 50 })
    const startedAt = Date.now()
    const isDown = () => (Date.now() - startedAt) % 600 < 100
    world.upstream.answer((request, response) => (isDown() ? reset : json(good()))(request, response))
    const { success, attempts } = await load(800, 8, 10)
    expect(success).toBeGreaterThanOrEqual(0.6)
    expect(attempts).toBeLessThanOrEqual(1.2)
  })
})

describe('a source that is well', () => {
  it('is asked once a call', async () => {
    const { success, attempts } = await load(500)
    expect(success).toBe(1)
    expect(attempts).toBeLessThanOrEqual(1.2)
  })
})
