import { TongbanError } from '@tongban/schema'
import { fastify } from 'fastify'
import { describe, expect, it } from 'vitest'
import { serveHealth } from './health.ts'

const ready = async (checks: Parameters<typeof serveHealth>[1]['checks'], stopping = false) => {
  const app = fastify()
  serveHealth(app, { checks, isStopping: () => stopping })
  const response = await app.inject('/health/ready')
  return [response.statusCode, response.json()]
}
const fine = async () => {}

describe('/health/ready', () => {
  it('is ready when all parts are', async () => {
    expect(await ready({ database: fine })).toEqual([
      200,
      { ready: true, parts: { database: { ok: true }, gateway: { ok: true } } },
    ])
  })

  it.each([
    ['a code of ours', new TongbanError('TB_DATABASE_UNAVAILABLE', { detail: 'x' }), 'TB_DATABASE_UNAVAILABLE'],
    ['anything else, without its text', new Error('password authentication failed'), 'TB_INTERNAL'],
  ])('gives the reason when a part is not: %s', async (_what, error, code) => {
    const broken = () => Promise.reject(error)
    expect(await ready({ database: broken, queue: fine })).toEqual([
      503,
      { ready: false, parts: { database: { ok: false, code }, queue: { ok: true }, gateway: { ok: true } } },
    ])
  })

  it('gives up on a part that does not answer', async () => {
    expect(await ready({ database: () => new Promise(() => {}) })).toMatchObject([
      503,
      { parts: { database: { ok: false, code: 'TB_DEADLINE_EXCEEDED' } } },
    ])
  })

  it('is not ready while stopping', async () => {
    expect(await ready({}, true)).toMatchObject([503, { parts: { gateway: { code: 'TB_SHUTTING_DOWN' } } }])
  })
})
