/** The SDK in a realm that has ECMAScript and nothing else, like a mini-program's at its poorest. */
import { createContext, runInContext } from 'node:vm'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundle } from './bundle.ts'

const bareRealm = () => {
  const realm = createContext({}, { codeGeneration: { strings: false, wasm: false } })
  runInContext('for (const name of ["Proxy", "Intl", "WebAssembly", "console"]) delete globalThis[name]', realm)
  return realm
}

let library: string
beforeAll(async () => {
  library = (await bundle(`export * from '@tongban/sdk'`, 'iife')).text
})

/** Runs code in a fresh realm after the SDK; the code ends in a promise of a JSON text. */
const run = async (code: string): Promise<unknown> => {
  const realm = bareRealm()
  runInContext(library, realm)
  return JSON.parse(await runInContext(`(async () => JSON.stringify(await (async () => {${code}})()))()`, realm))
}

const client = (options = '') => `
  const sent = []
  const transport = { send: async (request) => {
    sent.push(request)
    const edges = [{ node: { code: 'c-' + sent.length } }]
    const pageInfo = { hasNextPage: sent.length < 3, endCursor: 'after-' + sent.length }
    return { status: 200, headers: {}, body: JSON.stringify({ data: { items: { edges, pageInfo, totalCount: 3 } } }) }
  } }
  const tongban = sdk.createTongban({ endpoint: 'https://gov.example.cn/graphql', transport, ${options} })
`

describe('in a bare realm', () => {
  it.each(['fetch', 'URL', 'TextEncoder', 'AbortController', 'crypto', 'setTimeout', 'Proxy'])(
    'there is no %s',
    async (name) => {
      expect(await run(`return typeof ${name}`)).toBe('undefined')
    },
  )

  it('a read works over an injected transport', async () => {
    expect(
      await run(`${client()} const page = await tongban.items.search({ text: '居住证' })
      return [page.items[0].code, page.totalCount, sent[0].headers['content-type']]`),
    ).toEqual(['c-1', 3, 'application/json'])
  })

  it('a list goes on over its pages', async () => {
    expect(
      await run(`${client()} const codes = []
      for await (const item of tongban.items.search({ text: '居住证' })) codes.push(item.code)
      return [codes, sent.map((request) => JSON.parse(request.body).variables.after)]`),
    ).toEqual([
      ['c-1', 'c-2', 'c-3'],
      [null, 'after-1', 'after-2'],
    ])
  })

  it('a mutation without a key says what to inject', async () => {
    const submit = `tongban.submissions.submit({ item: 'c', applicant: { person: 'h' }, answers: {}, materials: [] })`
    expect(await run(`${client()} return ${submit}.catch((error) => [error.code, error.message])`)).toEqual([
      'TB_CONFIG_INVALID',
      expect.stringContaining('idempotencyKey'),
    ])
    expect(
      await run(`${client(`platform: { randomUUID: async () => 'key-1' }`)} await ${submit}.catch(() => {})
      return JSON.parse(sent[0].body).variables.idempotencyKey`),
    ).toBe('key-1')
  })

  it('a call without transport says that fetch is missing', async () => {
    expect(
      await run(`return sdk.createTongban({ endpoint: 'https://gov.example.cn/graphql' }).sources.list()
        .catch((error) => [error.code, error.message.includes('transport')])`),
    ).toEqual(['TB_CONFIG_INVALID', true])
  })

  it('any signal look-alike cancels', async () => {
    expect(
      await run(`${client()} const listeners = []
        const signal = { aborted: false, addEventListener: (_type, listener) => listeners.push(listener) }
        transport.send = () => new Promise(() => {})
        const call = tongban.sources.list({ signal })
        listeners.forEach((listener) => listener())
        return call.catch((error) => error.code)`),
    ).toBe('TB_CANCELLED')
  })
})
