import { expect, it } from 'vitest'
import { startGateway } from '../../test/http-gateway.ts'
import { bearer, createTongban } from '../index.ts'

const answer = { json: { data: { sources: [] } } }

it('names client, language, token and operator, Chinese percent-encoded', async () => {
  const gateway = await startGateway(() => answer)
  const operator = { branch: '绍兴越城支行', id: 'T0421' }
  await createTongban({ endpoint: gateway.endpoint, auth: bearer('t-1'), operator }).sources.list()
  expect(gateway.requests[0]?.headers).toMatchObject({
    accept: 'application/graphql-response+json, application/json',
    'accept-language': 'zh-CN',
    authorization: 'Bearer t-1',
    'content-type': 'application/json',
    'x-tongban-client': expect.stringMatching(/^sdk\/\d+\.\d+\.\d+/),
    'x-tongban-branch': '%E7%BB%8D%E5%85%B4%E8%B6%8A%E5%9F%8E%E6%94%AF%E8%A1%8C',
    'x-tongban-operator': 'T0421',
  })
})

it('lets a call add, replace and remove headers and name its own operator', async () => {
  const gateway = await startGateway(() => answer)
  const headers = { 'X-Trace': 'a', 'x-keep': 'b' }
  const tongban = createTongban({ endpoint: gateway.endpoint, headers, operator: { id: 'T1' }, locale: 'en' })
  await tongban.sources.list({ headers: { 'x-trace': null, 'X-Keep': 'c' }, operator: { id: 'T2' } })
  const seen = gateway.requests[0]?.headers
  expect(seen).toMatchObject({ 'x-keep': 'c', 'x-tongban-operator': 'T2', 'accept-language': 'en' })
  expect(seen).not.toHaveProperty('x-trace')
})
