import { expect, it } from 'vitest'
import { bgHmac } from './bg-hmac.ts'
import { gjgxjhpt } from './gjgxjhpt.ts'
import { hmacSignature } from './hmac-signature.ts'
import { bgHmacVerifier } from './inbound/bg-hmac.ts'
import { hmacVerifier } from './inbound/hmac.ts'
import { tifVerifier } from './inbound/tif.ts'
import { loginToken } from './login-token.ts'
import { oauth2ClientCredentials } from './oauth2.ts'
import { staticToken } from './static-token.ts'
import { tif } from './tif.ts'

const envelope = { success: { path: 'code', in: ['0'] } }
const login = { url: 'https://x.invalid/login', body: {}, envelope, validForMs: 1_000, place: { query: 'token' } }
const oauth = { tokenUrl: 'https://x.invalid/token', clientId: 'me', clientSecret: 'x' }
const exchange = { sid: 's', rid: 'r', appKey: 'k', secretUrl: 'https://x.invalid/secret' }
const zhejiang = { accessKey: 'a', secret: 's' }

/** What an unset variable becomes, with `?? ''` and without; the types would refuse the latter. */
const absent = ['', undefined] as unknown as readonly string[]

const signers: [path: string, make: (value: string) => unknown][] = [
  ['tif.token', (token) => tif({ paasid: 'p', token })],
  ['tif.paasid', (paasid) => tif({ paasid, token: 't' })],
  ['tifVerifier.token', (token) => tifVerifier({ token })],
  ['bgHmac.accessKey', (accessKey) => bgHmac({ ...zhejiang, accessKey })],
  ['bgHmac.secret', (secret) => bgHmac({ ...zhejiang, secret })],
  ['bgHmacVerifier.secret', (secret) => bgHmacVerifier({ ...zhejiang, secret })],
  ['hmacSignature.secret', (secret) => hmacSignature({ secret })],
  ['hmacVerifier.secret', (secret) => hmacVerifier({ secret })],
  ['staticToken.token', (token) => staticToken(token)],
  ['oauth2ClientCredentials.clientSecret', (clientSecret) => oauth2ClientCredentials({ ...oauth, clientSecret })],
  ['oauth2ClientCredentials.tokenUrl', (tokenUrl) => oauth2ClientCredentials({ ...oauth, tokenUrl })],
  ['loginToken.url', (url) => loginToken({ ...login, url })],
  ['gjgxjhpt.appKey', (appKey) => gjgxjhpt({ ...exchange, appKey })],
  ['gjgxjhpt.secretUrl', (secretUrl) => gjgxjhpt({ ...exchange, secretUrl })],
]

it.each(signers)('refuses %s when its variable is not set, and takes it when it is', (path, make) => {
  for (const value of absent)
    expect(() => make(value)).toThrow(
      expect.objectContaining({
        code: 'TB_CONFIG_INVALID',
        params: expect.objectContaining({ path, detail: expect.stringContaining('is the variable set?') }),
      }),
    )
  expect(() => make('https://x.invalid/given')).not.toThrow()
})

it('refuses a login whose answers cannot be judged', () => {
  expect(() => loginToken({ ...login, envelope: { success: { path: 'code', in: [] } } })).toThrow(
    expect.objectContaining({ params: expect.objectContaining({ path: 'loginToken.envelope.success.in' }) }),
  )
})
