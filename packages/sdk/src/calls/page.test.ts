import { describe, expect, it } from 'vitest'
import { caught } from '../../test/caught.ts'
import { type SeenRequest, startGateway } from '../../test/http-gateway.ts'
import { createTongban, type TongbanOptions } from '../index.ts'

const size = 3
const total = 8

/** A list of eight codes in pages of three; cursors are positions. */
function answerPage({ variables }: SeenRequest) {
  const from = Number(variables.after ?? 0)
  const to = Math.min(from + size, total)
  const edges = Array.from({ length: to - from }, (_none, index) => ({ node: { code: `c${from + index}` } }))
  const pageInfo = { startCursor: `${from}`, endCursor: `${to}`, hasNextPage: to < total, hasPreviousPage: from > 0 }
  return { json: { data: { items: { edges, pageInfo, totalCount: total } } } }
}

const start = async (script = answerPage, options: Partial<TongbanOptions> = {}) => {
  const gateway = await startGateway(script)
  return { gateway, tongban: createTongban({ endpoint: gateway.endpoint, ...options }) }
}

const codesOf = async (items: AsyncIterable<{ readonly code: string }>) => {
  const codes: string[] = []
  for await (const { code } of items) codes.push(code)
  return codes
}
const all = Array.from({ length: total }, (_none, index) => `c${index}`)

describe('a list', () => {
  it('gives its first page to who awaits it', async () => {
    const { gateway, tongban } = await start()
    const page = await tongban.items.search({ text: '居住证', first: size })
    expect(page.items.map(({ code }) => code)).toEqual(['c0', 'c1', 'c2'])
    expect(page).toMatchObject({ totalCount: total, pageInfo: { hasNextPage: true } })
    expect(gateway.requests.length).toBe(1)
  })

  it('gives all items of all pages to who iterates it, with the same variables', async () => {
    const { gateway, tongban } = await start()
    expect(await codesOf(tongban.items.search({ text: '居住证', first: size }))).toEqual(all)
    expect(gateway.requests.map(({ variables }) => variables)).toEqual([
      { text: '居住证', first: size },
      { text: '居住证', first: size, after: '3' },
      { text: '居住证', first: size, after: '6' },
    ])
  })

  it.each([
    [1, 1],
    [3, 1],
    [4, 2],
    [50, 3],
  ])('ends after a limit of %i with %i requests', async (limit, requests) => {
    const { gateway, tongban } = await start()
    expect(await codesOf(tongban.items.search({}, { limit }))).toEqual(all.slice(0, limit))
    expect(gateway.requests.length).toBe(requests)
  })

  it('asks for no page that nobody reads', async () => {
    const { gateway, tongban } = await start()
    for await (const { code } of tongban.items.search()) if (code === 'c2') break
    expect(gateway.requests.length).toBe(1)
  })

  it('goes on page by page', async () => {
    const { tongban } = await start()
    const second = await (await tongban.items.search()).next()
    expect(await codesOf(second ?? (await tongban.items.search()))).toEqual(all.slice(size))
    expect(await (await second?.next())?.next()).toBeUndefined()
  })

  it('does not run forever when a gateway repeats its cursor', async () => {
    const { tongban } = await start((request) => answerPage({ ...request, variables: {} }))
    expect(await caught(codesOf(tongban.items.search()))).toMatchObject({ code: 'TB_BAD_RESPONSE' })
  })
})
