import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FakeLibrary, testItem } from './domains/items/testing.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { silentLog } from './store/testing.ts'

/** A catalogue code of which a district has two handling items, beside a code that is clear. */
function library(): FakeLibrary {
  const fake = new FakeLibrary()
  fake.items = ['新办', '变更'].map((name, index) => testItem(`SX-${index}`, name, { catalogCode: '000101001001' }))
  return fake
}

describe('several items by code, one of them ambiguous', () => {
  let folder: string
  let gateway: Gateway
  let url: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongban-by-code-'))
    const config = { division: '330600', title: '绍兴市', sources: [library().source()], sync: { everyMinutes: 0 } }
    gateway = await createGateway({ ...config, store: { dataDir: folder }, server: { port: 0 } }, { log: silentLog })
    await gateway.services.items.sync({ mode: 'full' })
    ;({ url } = await gateway.listen())
  })
  afterAll(async () => {
    await gateway.stop()
    await rm(folder, { recursive: true })
  })

  // More runs than it takes until the operation is compiled: both lanes must answer alike.
  it.each([1, 2, 3, 4, 5])('answers the rest and says at its place what is unclear (run %i)', async () => {
    const query = '{ itemsByCode(codes: ["SX-1", "000101001001", "SX-none", "SX-0"], division: "330602") { code } }'
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    expect(await response.json()).toMatchObject({
      data: { itemsByCode: [{ code: 'SX-1' }, null, null, { code: 'SX-0' }] },
      errors: [
        {
          message: expect.stringContaining('SX-0, SX-1'),
          path: ['itemsByCode', 1],
          extensions: { code: 'TB_HANDLING_ITEM_AMBIGUOUS', act: 'CLERK' },
        },
      ],
    })
  })
})
