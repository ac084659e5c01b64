import { fastify } from 'fastify'
import { describe, expect, it } from 'vitest'
import { listenError, listenOn } from './listen.ts'

const place = { host: 'gov.example.cn', port: 80, at: { host: 'server.host', port: 'server.port' } }
const withCode = (code: string) => Object.assign(new Error(`listen ${code}`), { code })

describe('an address nobody can listen on', () => {
  it.each([
    ['EADDRINUSE', { code: 'TB_PORT_IN_USE', params: { port: 80 } }],
    ['EACCES', { code: 'TB_CONFIG_INVALID', params: { path: 'server.port' } }],
    ['EADDRNOTAVAIL', { code: 'TB_CONFIG_INVALID', params: { path: 'server.host' } }],
    ['ENOTFOUND', { code: 'TB_CONFIG_INVALID', params: { path: 'server.host' } }],
    ['EAI_AGAIN', { code: 'TB_CONFIG_INVALID', params: { path: 'server.host' } }],
    ['EAFNOSUPPORT', { code: 'TB_CONFIG_INVALID', params: { path: 'server.host' } }],
  ])('is named in the configuration: %s', (code, expected) => {
    expect(listenError(withCode(code), place)).toMatchObject(expected)
  })

  it('leaves what it does not know as it is', () => {
    const unknown = withCode('EMFILE')
    expect(listenError(unknown, place)).toBe(unknown)
  })

  it('is what the system says it is', async () => {
    // 192.0.2.0/24 is for documentation (RFC 5737): no machine has such an address.
    await expect(listenOn(fastify(), { ...place, host: '192.0.2.1', port: 0 })).rejects.toMatchObject({
      code: 'TB_CONFIG_INVALID',
      params: { path: 'server.host' },
    })
  })
})
