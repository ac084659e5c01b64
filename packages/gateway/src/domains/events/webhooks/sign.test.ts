import { verifyWebhook } from '@tongban/sdk/node'
import { describe, expect, it } from 'vitest'
import { sm2KeyPair } from '../../../sources/signing/sm2.ts'
import { sm2Verify } from '../../../sources/signing/sm2-sign.ts'
import { signedHeaders } from './sign.ts'

const keys = sm2KeyPair()
const sm2 = { id: 'k1', privateKey: keys.privateKey }
const bytes = (secret: string) => Buffer.from(secret.replace('whsec_', ''), 'base64')

describe('the signature of a delivery', () => {
  it('is the one of the reference libraries of Standard Webhooks', () => {
    // the vector in the tests of the reference libraries
    const headers = signedHeaders(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}', at: new Date(1_614_265_330_000) },
      { secrets: [bytes('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')], sm2 },
    )
    expect(headers).toMatchObject({ 'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330' })
    expect(headers['webhook-signature']?.split(' ')[0]).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })

  it('has one part for each secret, and one by SM2 with the key that made it', () => {
    const at = new Date('2026-03-02T01:00:00Z')
    const secrets = ['whsec_AAAA', 'whsec_BBBB'].map(bytes)
    const headers = signedHeaders({ id: 'evt_1', body: '{"id":"evt_1"}', at }, { secrets, sm2 })
    const parts = headers['webhook-signature']?.split(' ') ?? []
    expect(parts.map((part) => part.split(',')[0])).toEqual(['v1', 'v1', 'vsm2'])
    const [, id, signature = ''] = /^vsm2,([\w-]+)\.([A-Za-z0-9+/=]+)$/.exec(parts[2] ?? '') ?? []
    expect(id).toBe('k1')
    const content = `evt_1.${at.getTime() / 1000}.{"id":"evt_1"}`
    expect(sm2Verify(content, signature, keys.publicKey, { text: 'base64' })).toBe(true)
    expect(sm2Verify(`${content} `, signature, keys.publicKey, { text: 'base64' })).toBe(false)
    for (const secret of ['whsec_AAAA', 'whsec_BBBB'])
      expect(verifyWebhook({ secret, headers, body: '{"id":"evt_1"}', now: at })).toEqual({ id: 'evt_1' })
  })
})
