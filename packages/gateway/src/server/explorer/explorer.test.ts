import { typeDefs } from '@tongban/schema'
import { buildSchema, parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing.ts'
import { exampleQuery } from './example.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop(0))

const outside = /\b(https?:)?\/\/[a-z0-9]/i

describe('the explorer', () => {
  it('begins with an example that is valid', () => {
    expect(validate(buildSchema(typeDefs), parse(exampleQuery))).toEqual([])
  })

  it('is a page that names no outside address and escapes its title', async () => {
    const response = await fetch(server.url)
    const html = await response.text()
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(html).not.toMatch(outside)
    expect(html).toContain('绍兴市 &#60;测试&#62;')
  })

  it('forbids the browser everything but this server', async () => {
    const policy = (await fetch(server.url)).headers.get('content-security-policy') ?? ''
    const directives = new Map(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1)] as const))
    expect(directives.get('default-src')).toEqual(["'none'"])
    expect(directives.get('script-src')).toEqual(["'self'"])
    expect(directives.get('connect-src')).toEqual(["'self'"])
    expect(policy).not.toMatch(outside)
    expect(policy).not.toContain('*')
  })

  it('serves every file the page asks for, from here', async () => {
    const html = await (await fetch(server.url)).text()
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '')
    expect(files).toHaveLength(5)
    for (const path of [
      ...files,
      '/explorer/editor.worker.js',
      '/explorer/json.worker.js',
      '/explorer/graphql.worker.js',
    ]) {
      const response = await fetch(`${server.url}${path}`)
      const body = await response.arrayBuffer()
      expect([path, response.status, body.byteLength > 100]).toEqual([path, 200, true])
    }
  })

  it('loads nothing from outside by style sheet', async () => {
    const css = await (await fetch(`${server.url}/explorer/graphiql.css`)).text()
    expect(css).not.toMatch(/@import|url\(\s*["']?(?!data:|#)/i)
  })

  it('answers an unknown file with the one shape of errors', async () => {
    const response = await fetch(`${server.url}/explorer/..%2f..%2fpackage.json`)
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'TB_ROUTE_NOT_FOUND' } }] },
    ])
  })

  it('can be turned off', async () => {
    await using plain = await startTestServer({ explorer: false })
    expect((await fetch(plain.url)).status).toBe(404)
  })
})
