import { describe, expect, it } from 'vitest'
import { caught } from '../../test/caught.ts'
import { type Script, startGateway } from '../../test/http-gateway.ts'
import { bearer, createTongban } from '../index.ts'

const consent = { json: { data: { decideConsent: { consent: { id: 'c' }, userErrors: [] } } } }
const expired = { data: null, errors: [{ message: '访问令牌已过期', extensions: { code: 'TB_TOKEN_EXPIRED' } }] }
const decision = { id: 'c', matchCode: '1', granted: true }

const onlyWith =
  (token: string, refusal: Awaited<ReturnType<Script>>): Script =>
  ({ headers }) =>
    headers.authorization === `Bearer ${token}` ? consent : refusal

describe('a refused token', () => {
  it.each([
    ['expired, with status 401', { status: 401, json: expired }],
    ['expired, with status 200', { json: expired }],
    ['refused by a proxy', { status: 401, text: 'Unauthorized' }],
  ])('that is %s is replaced once, also for a change without a key', async (_name, refusal) => {
    const gateway = await startGateway(onlyWith('t-2', refusal))
    const tokens = ['t-1', 't-2']
    const auth = bearer(() => tokens.shift() ?? 'none left')
    const { response } = await createTongban({ endpoint: gateway.endpoint, auth })
      .consents.decide(decision)
      .withResponse()
    expect(response.attempts).toBe(1)
    expect(gateway.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer t-1', 'Bearer t-2'])
  })

  it('that has no successor is not sent again', async () => {
    const gateway = await startGateway(onlyWith('t-2', { status: 401, json: expired }))
    const tongban = createTongban({ endpoint: gateway.endpoint, auth: bearer('t-1') })
    expect(await caught(tongban.consents.decide(decision))).toMatchObject({ code: 'TB_TOKEN_EXPIRED', status: 401 })
    expect(gateway.requests.length).toBe(1)
  })

  it('is never replaced twice', async () => {
    const gateway = await startGateway(() => ({ status: 401, json: expired }))
    let issued = 0
    const auth = bearer(() => `t-${++issued}`)
    await caught(createTongban({ endpoint: gateway.endpoint, auth }).consents.decide(decision))
    expect(gateway.requests.length).toBe(2)
  })
})

describe('what goes wrong outside the gateway', () => {
  it('in the token source is an error of the call, with its cause', async () => {
    const gateway = await startGateway(() => consent)
    const cause = new Error('vault is sealed')
    const auth = bearer(() => Promise.reject(cause))
    expect(await caught(createTongban({ endpoint: gateway.endpoint, auth }).consents.decide(decision))).toMatchObject({
      code: 'TB_NETWORK',
      cause,
    })
    expect(gateway.requests.length).toBe(0)
  })

  it('on the way is refused when it is a redirect, because it would carry the body elsewhere', async () => {
    const elsewhere = await startGateway(() => consent)
    const gateway = await startGateway(() => ({ status: 307, text: '', headers: { location: elsewhere.endpoint } }))
    expect(await caught(createTongban({ endpoint: gateway.endpoint }).consents.decide(decision))).toMatchObject({
      code: 'TB_NETWORK',
    })
    expect(elsewhere.requests.length).toBe(0)
  })
})
