import { describe, expect, it } from 'vitest'
import { ask, good } from '../testing/source.ts'
import { until } from '../testing/until.ts'
import { inTurn, json, silence } from '../testing/upstream.ts'
import { callingWorld } from './testing.ts'

const world = callingWorld()

describe('the size limit', () => {
  it('ends an answer that never ends', async () => {
    world.connect({ maxResponseBytes: 10_000 })
    world.upstream.answer((_request, response) => {
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(1_000)));
        if (!response.destroyed) response.once('drain', write)
      }
      write()
    })
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_TOO_LARGE', params: { limit: 10_000 } })
    await until(() => world.upstream.sockets() === 0)
  })

  it('believes an announced length without reading', async () => {
    world.connect({ maxResponseBytes: 10 })
    world.upstream.answer(
      (_request, response) => void response.writeHead(200, { 'content-length': '11' }).flushHeaders(),
    )
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_TOO_LARGE' })
  })
})

describe('ending', () => {
  it.each([
    ['before the answer began', silence],
    [
      'while the body came in',
      ((_request, response) => void response.writeHead(200).write('{')) satisfies typeof silence,
    ],
  ])('by the caller %s closes the socket', async (_name, answer) => {
    world.upstream.answer(answer)
    const stop = new AbortController()
    const asked = ask(world.caller, {}, { signal: stop.signal })
    await until(() => world.upstream.requests() === 1 && world.upstream.sockets() === 1)
    stop.abort()
    await expect(asked).rejects.toMatchObject({ code: 'TB_CANCELLED', source: 'tests' })
    await until(() => world.upstream.sockets() === 0)
  })

  it('by the caller before it began sends nothing', async () => {
    await expect(ask(world.caller, {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    expect(world.upstream.requests()).toBe(0)
  })

  it('by the request deadline is not the source to blame', async () => {
    world.upstream.answer(silence)
    const asked = ask(world.caller, {}, { deadline: Date.now() + 40 })
    await expect(asked).rejects.toMatchObject({ code: 'TB_DEADLINE_EXCEEDED' })
    expect(world.caller.figures().state).toBe('UNKNOWN')
    await until(() => world.upstream.sockets() === 0)
  })

  it('by a deadline that has passed sends nothing', async () => {
    const asked = ask(world.caller, {}, { deadline: Date.now() - 1 })
    await expect(asked).rejects.toMatchObject({ code: 'TB_DEADLINE_EXCEEDED' })
    expect(world.upstream.requests()).toBe(0)
  })

  it('by the total time-out covers all attempts', async () => {
    world.connect({ attemptTimeoutMs: 30, totalTimeoutMs: 80, maxRetries: 1_000 })
    world.upstream.answer(silence)
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_TIMEOUT' })
    expect(world.upstream.requests()).toBeLessThan(6)
  })

  it('by the attempt time-out also ends a body that drips', async () => {
    world.connect({ attemptTimeoutMs: 60, maxRetries: 0 })
    world.upstream.answer((_request, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write(' '), 5)
      response.on('close', () => clearInterval(drip))
    })
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_TIMEOUT' })
    await until(() => world.upstream.sockets() === 0)
  })

  it('by the deadline covers all calls a source file makes in turn', async () => {
    world.upstream.answer(inTurn(json(good()), silence))
    // Long enough for the first answer on a busy machine.
    const context = { deadline: Date.now() + 1_500 }
    const both = async () => [await ask(world.caller, {}, context), await ask(world.caller, {}, context)]
    await expect(both()).rejects.toMatchObject({ code: 'TB_DEADLINE_EXCEEDED' })
    expect(world.upstream.requests()).toBe(2)
    await expect(ask(world.caller, {}, { deadline: context.deadline })).rejects.toMatchObject({
      code: 'TB_DEADLINE_EXCEEDED',
    })
    expect(world.upstream.requests()).toBe(2)
  })
})
