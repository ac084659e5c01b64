import { request } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Systems, startSystems } from '../../index.ts'
import { at, rowsAt } from '../../testing/answers.ts'
import { libraryClient } from '../../testing/library-client.ts'
import { officeClient, postSoap, requestXml } from '../../testing/office-client.ts'
import { platformClient } from '../../testing/platform-client.ts'
import { portalClient } from '../../testing/portal-client.ts'

let systems: Systems

beforeAll(async () => {
  systems = await startSystems({ paceMs: 0 })
})
afterEach(() => {
  for (const system of [systems.items, systems.approvals, systems.certificates, systems.trading]) {
    system.behave()
    system.forgetCalls()
  }
})
afterAll(() => systems.close())

const portal = (path = '?pageSize=2'): Promise<Response> =>
  fetch(`${systems.trading.url}/ggzy/api/v1/notices${path}`, {
    headers: { 'x-app-key': systems.credentials.trading.appKey },
  })

describe('a system that misbehaves', () => {
  it('does so as often as told and then behaves', async () => {
    systems.trading.misbehave({ operation: 'list', habit: 'error', status: 500, skip: 1, times: 2 })
    const statuses: number[] = []
    for (let call = 0; call < 4; call += 1) statuses.push((await portal()).status)
    expect(statuses).toEqual([200, 500, 500, 200])
  })

  it('shows the proxy page for an error', async () => {
    systems.trading.misbehave({ operation: '*', habit: 'error' })
    const answer = await portal('/detail')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8'])
    expect(await answer.text()).toContain('502 Bad Gateway')
  })

  it('shows a login page with status 200', async () => {
    systems.trading.misbehave({ operation: 'list', habit: 'login-page' })
    const answer = await portal()
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('登录超时')
  })

  it('cuts the body inside a character', async () => {
    systems.trading.misbehave({ operation: 'list', habit: 'cut', keep: 0.5 })
    const answer = await portal()
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(Number(answer.headers.get('content-length'))).toBe(bytes.length)
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
  })

  it('sends other bytes than the declared charset says', async () => {
    systems.trading.misbehave({ operation: 'list', habit: 'wrong-charset' })
    const answer = await portal()
    const bytes = await answer.arrayBuffer()
    expect(answer.headers.get('content-type')).toContain('utf-8')
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
    expect(new TextDecoder('gb18030').decode(bytes)).toContain('公示')
  })

  it('gives every row twice', async () => {
    systems.trading.misbehave({ operation: 'list', habit: 'duplicate-rows' })
    const ids = rowsAt(await (await portal()).json(), 'data', 'records').map((row) => row.infoid)
    expect([ids.length, new Set(ids).size]).toEqual([4, 2])
  })

  it.each([
    ['null', null],
    ['""', ''],
    ['"null"', 'null'],
    ['[]', []],
    ['missing', undefined],
  ] as const)('says %s for nothing', async (as, expected) => {
    systems.trading.misbehave({ operation: 'list', habit: 'nothing', as })
    const answer: unknown = await (await portal()).json()
    expect(Reflect.get(Object(answer), 'data')).toEqual(expected)
  })

  it('sends no body at all', async () => {
    systems.trading.misbehave({ operation: 'list', habit: 'empty-body' })
    const answer = await portal()
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  })

  it('swaps numbers and strings', async () => {
    systems.trading.misbehave({ operation: 'list', habit: 'flip-numbers' })
    const answer = await (await portal()).json()
    expect([at(answer, 'state'), at(answer, 'data', 'total')]).toEqual(['200', expect.any(Number)])
  })

  it('puts a byte order mark before the body', async () => {
    systems.trading.misbehave({ operation: 'list', habit: 'bom' })
    expect(
      Buffer.from(await (await portal()).arrayBuffer())
        .subarray(0, 3)
        .toString('hex'),
    ).toBe('efbbbf')
  })

  it('drips the body chunk by chunk, complete in the end', async () => {
    systems.trading.misbehave({ operation: 'list', habit: 'drip', bytes: 400, everyMs: 1 })
    expect(await (await portal()).json()).toMatchObject({ state: 200, data: { pageSize: 2 } })
  })

  it('answers late', async () => {
    systems.trading.misbehave({ operation: 'list', habit: 'delay', ms: 40 })
    const first = await Promise.race([portal().then(() => 'list'), portal('/detail?infoid=x').then(() => 'detail')])
    expect(first).toBe('detail')
  })

  it('hangs until the caller gives up, and still stops', async () => {
    const other = await startSystems({ paceMs: 0 })
    other.trading.misbehave({ operation: 'list', habit: 'hang' })
    const hanging = portalClient(other)('')
    hanging.catch(() => undefined)
    await expect.poll(() => other.trading.calls().list).toBe(1)
    await other.close()
    await expect(hanging).rejects.toThrow()
  })

  it('resets the connection', async () => {
    systems.trading.misbehave({ operation: 'list', habit: 'reset' })
    const code = await new Promise((resolve) => {
      const call = request(`${systems.trading.url}/ggzy/api/v1/notices`, () => resolve('answered'))
      call.on('error', (error) => resolve(Reflect.get(error, 'code')))
      call.end()
    })
    expect(code).toBe('ECONNRESET')
  })

  it('combines habits', async () => {
    systems.trading.misbehave({ operation: 'list', habit: 'duplicate-rows', times: 1 })
    systems.trading.misbehave({ operation: 'list', habit: 'bom', times: 1 })
    const answer = new TextDecoder().decode(await (await portal()).arrayBuffer())
    expect(rowsAt(JSON.parse(answer), 'data', 'records')).toHaveLength(4)
  })
})

describe('each system, in its own words,', () => {
  const expectations = [
    ['items', () => libraryClient(systems)('/items'), { code: '50000' }, { code: '40102' }],
    ['approvals', () => officeClient(systems)('history', ''), { returncode: '9999' }, { returncode: '2002' }],
    [
      'certificates',
      () => platformClient(systems)('queryCertInfo', {}),
      { head: { status: 99 } },
      { head: { status: 11 } },
    ],
    ['trading', () => portalClient(systems)(''), { state: 500 }, { state: 401 }],
  ] as const

  it.each(expectations)('says that it is busy: %s', async (name, call, busy) => {
    systems[name].misbehave({ operation: '*', habit: 'business-error' })
    expect(await call()).toMatchObject(busy)
  })

  it.each(expectations)('refuses a clock that disagrees: %s', async (name, call, _busy, skewed) => {
    systems[name].misbehave({ operation: '*', habit: 'clock-skew' })
    expect(await call()).toMatchObject(skewed)
  })

  it.each(expectations)('counts its calls: %s', async (name, call) => {
    await call()
    await call()
    expect(Object.values(systems[name].calls())).toEqual([2])
  })

  it('sends UTF-8 as GB18030 when its charset is wrong: approvals', async () => {
    systems.approvals.misbehave({ operation: 'history', habit: 'wrong-charset' })
    const answer = await postSoap(systems, 'history', requestXml(systems, '<projid>1</projid>'))
    const bytes = await answer.arrayBuffer()
    expect(answer.headers.get('content-type')).toContain('GB18030')
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toContain('办件不存在')
  })
})

describe('the control endpoint', () => {
  const control = (path: string, method: string, body?: unknown): Promise<Response> =>
    fetch(`${systems.trading.url}/__control/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })

  it('orders, lists and forgets habits', async () => {
    const order = { operation: 'list', habit: 'nothing', as: '[]', times: 3 }
    expect((await control('misbehave', 'POST', order)).status).toBe(200)
    expect(await (await control('misbehave', 'GET')).json()).toEqual({ orders: [order] })
    expect(await (await control('misbehave', 'DELETE')).json()).toEqual({ orders: [] })
    expect(await (await portal()).json()).toMatchObject({ state: 200 })
  })

  it.each([
    { operation: 'submit', habit: 'delay' },
    { operation: 'list', habit: 'sulk' },
    { operation: 'list', habit: 'delay', ms: -1 },
    { operation: 'list', habit: 'delay', seconds: 1 },
    { operation: 'list', habit: 'nothing', as: 'none' },
    {},
  ])('refuses an order it does not understand and says what it understands: %j', async (order) => {
    const answer = await control('misbehave', 'POST', order)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('duplicate-rows')
  })

  it('counts calls and starts again', async () => {
    await portal()
    expect(await (await control('calls', 'GET')).json()).toEqual({ list: 1 })
    await control('calls', 'DELETE')
    expect(await (await control('calls', 'GET')).json()).toEqual({})
  })

  it('advances cases, revises items and publishes notices over HTTP', async () => {
    const post = (url: string, body: unknown) =>
      fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
    expect(await (await post(`${systems.approvals.url}/__control/advance`, { steps: 2 })).json()).toEqual({ cases: [] })
    expect((await post(`${systems.items.url}/__control/revise`, { code: 'none' })).status).toBe(400)
    expect((await post(`${systems.trading.url}/__control/publish`, { projectCode: 'none' })).status).toBe(400)
  })
})
