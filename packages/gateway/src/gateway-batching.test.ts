import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FakeLibrary, testItem } from './domains/items/testing.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { silentLog } from './store/testing.ts'

const codes = Array.from({ length: 20 }, (_, index) => `SX-ITEM-${String(index).padStart(2, '0')}`)
const fields = `
  name
  agency { name address }
  materials { name satisfiedBy { certificateType { code name } issuer { name } } }
  provenance { source { title } freshness }
`
const answer = z.strictObject({ data: z.record(z.string(), z.unknown()) })

/** A page of twenty items of five agencies, each with a material a certificate can stand in for. */
function library(): FakeLibrary {
  const fake = new FakeLibrary()
  fake.items = codes.map((code, index) =>
    testItem(code, `事项 ${index}`, {
      agencyCode: `A${index % 5}`,
      materials: [
        {
          key: 'm1',
          name: '营业执照',
          necessity: 'REQUIRED',
          form: 'ORIGINAL',
          source: 'APPLICANT',
          satisfiedBy: [{ certificateType: '11100000000013127D001' }],
        },
      ],
    }),
  )
  fake.agencies = Array.from({ length: 5 }, (_, index) => ({ code: `A${index}`, name: `机构 ${index}` }))
  return fake
}

describe.each(['live', 'mirror'] as const)(
  'a page of 20 items with agencies and certificates, catalogue %s',
  (catalogue) => {
    const fake = library()
    let folder: string
    let gateway: Gateway
    let url: string

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'tongban-batching-'))
      const config = {
        division: '330600',
        title: '绍兴市',
        sources: [fake.source()],
        catalogue,
        sync: { everyMinutes: 0 },
      }
      gateway = await createGateway({ ...config, store: { dataDir: folder }, server: { port: 0 } }, { log: silentLog })
      if (catalogue === 'mirror') await gateway.services.items.sync({ mode: 'full' })
      ;({ url } = await gateway.listen())
    })
    afterAll(async () => {
      await gateway.stop()
      await rm(folder, { recursive: true })
    })

    // More runs than it takes until the operation is compiled: both lanes must batch.
    it.each([1, 2, 3, 4, 5])('makes a bounded number of calls (run %i)', async () => {
      fake.calls.length = 0
      const query = `query ($codes: [ItemCode!]!) { itemsByCode(codes: $codes) { ${fields} } }`
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { codes } }),
      })
      const { data } = answer.parse(await response.json())
      expect(data.itemsByCode).toHaveLength(20)
      expect(data.itemsByCode).toMatchObject(codes.map((_, index) => ({ agency: { name: `机构 ${index % 5}` } })))
      expect(fake.calls).toEqual(catalogue === 'live' ? ['byCodes', 'agencies'] : [])
    })
  },
)
