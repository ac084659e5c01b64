import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FakeLibrary, testItem } from './domains/items/testing.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { silentLog } from './store/testing.ts'

let folder: string
let gateway: Gateway
let url: string

/** A gateway on the same data, with these sources. */
const start = async (...libraries: readonly FakeLibrary[]) => {
  gateway = await createGateway(
    {
      division: '330600',
      title: '绍兴市',
      sources: libraries.map((library) => library.source()),
      sync: { everyMinutes: 0 },
      store: { dataDir: folder },
      server: { port: 0 },
    },
    { log: silentLog },
  )
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-provenance-'))
  const library = new FakeLibrary()
  library.items = [testItem('A-1', '来自后来撤掉的事项库')]
  await start(library)
  await gateway.services.items.sync({ mode: 'full' })
  const file = Buffer.from(
    JSON.stringify({ code: 'B-1', name: '来自文件', type: 'PUBLIC_SERVICE', divisionCode: '330602' }),
  )
  await gateway.services.items.import({
    format: 'jsonl',
    bytes: async function* () {
      yield file
    },
  })
  await gateway.stop()
  await start()
  ;({ url } = await gateway.listen())
})
afterAll(async () => {
  await gateway.stop()
  await rm(folder, { recursive: true })
})

// More runs than it takes until the operation is compiled.
it.each([1, 2, 3, 4, 5])('a page stays whole when the source of a record is gone (run %i)', async () => {
  const query = `{ items(first: 2) { edges { node {
    name state fees { name } materials { name } audience situations { key } provenance { source { key title } freshness }
  } } } }`
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  expect(await response.json()).toEqual({
    data: {
      items: {
        edges: [
          { node: expect.objectContaining({ provenance: { source: null, freshness: 'SNAPSHOT' } }) },
          {
            node: {
              name: '来自文件',
              state: null,
              fees: null,
              materials: null,
              audience: null,
              situations: null,
              provenance: { source: { key: 'import', title: '导入文件 / imported file' }, freshness: 'SNAPSHOT' },
            },
          },
        ],
      },
    },
  })
})
