import type { TongbanError } from '@tongban/schema'
import { describe, expect, it } from 'vitest'
import { rest } from '../protocols/rest/rest.ts'
import { ask, good } from '../testing/source.ts'
import { type Answer, inTurn, json, reset } from '../testing/upstream.ts'
import { callingWorld } from './testing.ts'

const world = callingWorld()

/** A source that lets in who shows the token of the day, and a protocol that can get it. */
const connect = (renew: (failure: TongbanError) => boolean | Promise<boolean>, token = { ours: 'old' }) => {
  const guarded: Answer = (request, response) =>
    (request.headers.token === 'new' ? json(good()) : json({}, 401))(request, response)
  world.upstream.answer(guarded)
  const spoken = rest({
    base: world.upstream.url,
    envelope: { success: { path: 'code', in: [0] }, payload: 'data' },
    sign: (request) => ({ ...request, headers: { ...request.headers, token: token.ours } }),
  })
  world.connect({}, { protocol: { ...spoken, renew } })
  return token
}

describe('a source that does not let the gateway in', () => {
  it.each([
    ['safe', true],
    ['not safe, because the source did nothing', false],
  ])('is asked once more with newer credentials, even for what is %s', async (_name, safe) => {
    const token = connect(() => {
      token.ours = 'new'
      return true
    })
    await expect(ask(world.caller, { safe })).resolves.toEqual({ value: 'yes' })
    expect(world.outcomes).toMatchObject([{ outcome: 'ok', attempts: 2 }])
  })

  it('is asked once more and not again when the newer ones are no better', async () => {
    let renewals = 0
    connect(() => {
      renewals += 1
      return true
    })
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_AUTH' })
    expect([world.upstream.requests(), renewals]).toEqual([2, 1])
  })

  it('is not asked for newer ones again in the same call', async () => {
    let renewals = 0
    connect(() => {
      renewals += 1
      return true
    })
    world.upstream.answer(inTurn(json({}, 401), reset, json({}, 401)))
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_AUTH' })
    expect([world.upstream.requests(), renewals]).toEqual([3, 1])
  })

  it('is not asked again when there are no newer ones', async () => {
    connect(() => false)
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_SOURCE_AUTH' })
    expect(world.upstream.requests()).toBe(1)
  })

  it('fails with the reason why there are none', async () => {
    connect(() => Promise.reject(new RangeError('broken')))
    await expect(ask(world.caller)).rejects.toMatchObject({ code: 'TB_INTERNAL', source: 'tests' })
  })

  it('is not taken for broken when a token of many calls runs out', async () => {
    const token = connect(() => {
      token.ours = 'new'
      return true
    })
    const all = await Promise.all(Array.from({ length: 50 }, () => ask(world.caller)))
    expect(all).toHaveLength(50)
    expect(world.caller.figures().state).toBe('UP')
  })
})
