import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verifyWebhook, type WebhookDelivery } from './verify-webhook.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const other = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
const now = new Date('2026-03-02T01:00:00Z')
const body = JSON.stringify({ id: 'evt_1', sequence: '42', previous: '41', type: 'case.decided', data: {} })

/** Signed as Standard Webhooks says, by hand. */
function signed({ at = now, id = 'evt_1', key = secret, text = body, prefix = '' } = {}) {
  const timestamp = String(at.getTime() / 1000)
  const hmac = createHmac('sha256', Buffer.from(key.slice(6), 'base64')).update(`${id}.${timestamp}.${text}`)
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `${prefix}v1,${hmac.digest('base64')}`,
  }
}
const verify = (delivery: Partial<WebhookDelivery>) =>
  verifyWebhook({ secret, headers: signed(), body, now, ...delivery })
const refused = (detail: string) =>
  expect.objectContaining({ code: 'TB_WEBHOOK_INVALID', message: expect.stringContaining(detail) })

describe('a delivery', () => {
  it.each<[string, Partial<WebhookDelivery>]>([
    ['as it was sent', {}],
    ['as bytes', { body: Buffer.from(body) }],
    ['with headers of fetch', { headers: new Headers(signed()) }],
    [
      'with headers in any case',
      { headers: Object.fromEntries(Object.entries(signed()).map(([name, value]) => [name.toUpperCase(), value])) },
    ],
    ['with signatures of other kinds', { headers: signed({ prefix: 'vsm2,k.AAAA v1a,BBBB v1,CCCC ' }) }],
    ['checked with the new secret before the old', { secret: [other, secret] }],
    ['300 s old', { headers: signed({ at: new Date(now.getTime() - 300_000) }) }],
    ['300 s ahead', { headers: signed({ at: new Date(now.getTime() + 300_000) }) }],
    [
      'older, where that is allowed',
      { headers: signed({ at: new Date(now.getTime() - 900_000) }), toleranceSeconds: 900 },
    ],
  ])('%s gives its event', (_name, delivery) => {
    expect(verify(delivery)).toMatchObject({ sequence: '42', type: 'case.decided' })
  })

  it.each<[string, Partial<WebhookDelivery>, string]>([
    ['with another body', { body: `${body} ` }, 'no signature fits'],
    ['with another identifier', { headers: { ...signed(), 'webhook-id': 'evt_2' } }, 'no signature fits'],
    ['with another secret', { secret: other }, 'no signature fits'],
    ['with no secret', { secret: [] }, 'no signature fits'],
    ['with half a signature', { headers: { ...signed(), 'webhook-signature': 'v1,g0hM' } }, 'no signature fits'],
    [
      'with a signature of another version',
      { headers: { ...signed(), 'webhook-signature': signed()['webhook-signature'].replace('v1', 'v2') } },
      'no signature fits',
    ],
    ['301 s old', { headers: signed({ at: new Date(now.getTime() - 301_000) }) }, 'too far away'],
    ['301 s ahead', { headers: signed({ at: new Date(now.getTime() + 301_000) }) }, 'too far away'],
    ['with a time that is none', { headers: { ...signed(), 'webhook-timestamp': 'now' } }, 'no number'],
    ['without a signature', { headers: { ...signed(), 'webhook-signature': undefined } }, 'webhook-signature'],
    ['without an identifier', { headers: { ...signed(), 'webhook-id': '' } }, 'webhook-id'],
    ['under the identifier of another event', { headers: signed({ id: 'evt_2' }) }, 'no event'],
    ['that is no JSON', { body: '{', headers: signed({ text: '{' }) }, 'no event'],
  ])('%s is refused', (_name, delivery, detail) => {
    expect(() => verify(delivery)).toThrow(refused(detail))
  })

  it('of the reference libraries has the signature they expect', () => {
    // the vector in the tests of the reference libraries; its body is no event of ours
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    }
    const vector = { headers, body: '{"test": 2432232314}', now: new Date(1_614_265_330_000) }
    expect(() => verify(vector)).toThrow(refused('no event'))
    expect(() => verify({ ...vector, body: '{"test": 2432232315}' })).toThrow(refused('no signature fits'))
  })
})
