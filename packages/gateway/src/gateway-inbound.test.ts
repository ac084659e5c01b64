import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createGateway, defineSource, type Gateway, rest, tif, tifVerifier } from './index.ts'

const token = 'T'
const bureau = defineSource({
  id: 'bureau',
  title: '某局审批系统',
  covers: {},
  protocol: rest({ base: 'http://127.0.0.1:9', envelope: { success: { path: 'code', in: [0] } } }),
  cases: {
    submit: async () => ({ outcome: 'refused', reason: '' }),
    findByReference: async () => null,
    byNumbers: async () => [],
  },
  inbound: {
    verify: tifVerifier({ token }),
    cases: (message) => {
      const told = message.json()
      if (!Array.isArray(told)) throw new TypeError('no list')
      return told
    },
  },
})

let gateway: Gateway
let url: string
let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tongban-inbound-'))
  const config = {
    division: '330600',
    title: '绍兴市',
    sources: [bureau],
    store: { dataDir, url: '' },
    server: { port: 0 },
    log: { level: 'silent' },
  } as const
  gateway = await createGateway(config)
  url = (await gateway.listen()).url
})
afterAll(async () => {
  await gateway.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const send = async (headers: Readonly<Record<string, string>>) => {
  const response = await fetch(`${url}/sources/bureau/cases`, {
    method: 'POST',
    headers: { ...headers },
    body: '[{"number":"A-1","reports":[{"at":"2026-03-02T09:30:00+08:00","state":"ACCEPTED"}]}]',
  })
  return { status: response.status, body: JSON.parse(await response.text()) }
}

it('a gateway takes what a source of its configuration sends, once, and nobody else', async () => {
  const request = { method: 'POST', url: '/' } as const
  const { headers = {} } = tif({ paasid: 'p', token })(request, { now: () => new Date() })
  expect(await send(headers)).toEqual({
    status: 200,
    body: { received: 1, changed: 0, unchanged: 0, notOurs: 1, unreadable: 0, outcomes: ['NOT_OURS'] },
  })
  const again = await send(headers)
  expect([again.status, again.body.errors[0].extensions.code]).toEqual([401, 'TB_INBOUND_REPLAYED'])
  expect(again.body.errors[0].message).toBe('该签名已被使用,重新推送时请重新签名。')
  expect((await send({})).body.errors[0].extensions.code).toBe('TB_INBOUND_SIGNATURE')
})
