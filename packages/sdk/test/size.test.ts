import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bundle } from './bundle.ts'

const oneOperation = `export { createTongbanClient, itemsSearch } from '@tongban/sdk'`

describe('a bundle of the SDK', () => {
  it('with one operation stays below 6 kB gzip', async () => {
    const { text } = await bundle(oneOperation)
    expect(gzipSync(text, { level: 9 }).length).toBeLessThan(6_000)
  })

  it('holds only the operation that is used', async () => {
    const { text } = await bundle(oneOperation)
    expect(text).toContain('query itemsSearch')
    for (const other of ['query itemsGet', 'mutation ', 'query noticesSearch']) expect(text).not.toContain(other)
  })

  it('imports nothing from outside', async () => {
    const { imports } = await bundle(`export * from '@tongban/sdk'`)
    expect(imports).toEqual([])
  })
})
