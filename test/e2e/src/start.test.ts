import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningSandbox, runScript, startSandboxProcess } from './running-sandbox.ts'

const clients = ['bank', 'utility', 'miniprogram', 'partner', 'operator', 'auditor']

describe('npm start', () => {
  let sandbox: RunningSandbox

  beforeAll(async () => {
    sandbox = await startSandboxProcess()
  })
  afterAll(() => sandbox.remove())

  const environment = () => ({ PORT: sandbox.port, TONGBAN_DATA_DIR: sandbox.dataDir })

  it('says where the gateway is and what to try next', () => {
    expect(sandbox.output()).toContain(`Tongban gateway ready at http://127.0.0.1:${sandbox.port}/graphql`)
    expect(sandbox.output()).toMatch(/npm run errand/)
    expect(sandbox.output()).toMatch(/npm run -s token/)
  })

  it('answers the first query of a newcomer without a token', async () => {
    const query = '{ items(filter: { text: "yyzz" }, first: 1) { totalCount edges { node { name agency { name } } } } }'
    const response = await fetch(sandbox.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    const answer: unknown = await response.json()
    expect(answer).toMatchObject({
      data: { items: { totalCount: expect.any(Number), edges: [{ node: { agency: { name: expect.any(String) } } }] } },
    })
    expect(answer).not.toHaveProperty('errors')
  })

  it.each(clients)('prints a token for the client %s and nothing else', async (client) => {
    const { code, stdout } = await runScript('examples/sandbox/src/token.ts', [client], environment())
    expect(code).toBe(0)
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
  })

  it('names the clients there are when asked for another', async () => {
    const { code, stderr } = await runScript('examples/sandbox/src/token.ts', ['nobody'], environment())
    expect(code).toBe(1)
    for (const client of clients) expect(stderr).toContain(client)
  })

  it('lets a bank clerk do a whole errand', async () => {
    const { code, stdout, stderr } = await runScript('examples/bank-counter/src/errand.ts', [], environment())
    expect(stderr).toBe('')
    expect(code).toBe(0)
    for (const word of [
      '二手房抵押登记',
      '申请人已在手机上同意',
      '收件回执',
      '办结:准予',
      '核验结论:真实有效',
      '公共资源交易公告',
    ])
      expect(stdout).toContain(word)
    expect(stdout).not.toMatch(/330600\d{11}[\dX]/)
  })

  it('stops within ten seconds and starts again on the same data', async () => {
    expect(await sandbox.stop()).toBe(0)
    sandbox = await startSandboxProcess(sandbox.dataDir)
    const { stdout } = await runScript('examples/sandbox/src/token.ts', ['bank'], environment())
    const response = await fetch(sandbox.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${stdout.trim()}` },
      body: JSON.stringify({ query: '{ submissions(first: 5) { edges { node { receiptNumber case { state } } } } }' }),
    })
    expect(await response.json()).toMatchObject({
      data: { submissions: { edges: [{ node: { case: { state: 'CLOSED' } } }] } },
    })
  })
})
