import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { resolveConfig } from '../config/resolve.ts'
import { loadConfig, loadConfigOrFolder } from './load-config.ts'

const folder = mkdtempSync(join(tmpdir(), 'tongban-config-'))

function configFile(name: string, store: object | undefined): string {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(file, `export default ${JSON.stringify({ division: '330600', title: '绍兴市', sources: [], store })}\n`)
  return file
}

afterEach(() => vi.unstubAllEnvs())

describe('the database address', () => {
  const address = 'postgres://gov@db/tongban'

  it.each([
    ['nothing anywhere', undefined, undefined, undefined],
    ['an empty variable', undefined, '', undefined],
    ['the variable', undefined, address, address],
    ['an empty address in the configuration', { url: '' }, address, undefined],
    ['an address in the configuration', { url: address }, 'postgres://other@db/x', address],
  ])('with %s', async (name, store, variable, expected) => {
    vi.stubEnv('DATABASE_URL', variable)
    const config = configFile(name.replaceAll(' ', '-'), store)
    expect(resolveConfig(await loadConfig({ config })).store.url).toBe(expected)
    const bare = await loadConfigOrFolder({ config: join(folder, 'absent.ts') })
    expect(resolveConfig(bare).store.url).toBe(variable || undefined)
  })
})

it('puts the data folder of the command line before that of the configuration', async () => {
  const config = configFile('folders', { dataDir: '/configured' })
  expect((await loadConfig({ config })).store?.dataDir).toBe('/configured')
  expect((await loadConfig({ config, dataDir: '/given' })).store?.dataDir).toBe('/given')
})

it('says what to do without a configuration file, or with one that exports something else', async () => {
  const params = expect.objectContaining({ detail: expect.stringContaining('--config') })
  await expect(loadConfig({ config: join(folder, 'absent.ts') })).rejects.toMatchObject({
    code: 'TB_CONFIG_INVALID',
    params,
  })
  const file = join(folder, 'empty.mjs')
  writeFileSync(file, 'export default 7\n')
  await expect(loadConfig({ config: file })).rejects.toThrow('export default defineGateway')
})

it('names the option of a source that is wrong, beside the file', async () => {
  const file = join(folder, 'option.mjs')
  const rest = new URL('../sources/protocols/rest/rest.ts', import.meta.url)
  writeFileSync(file, `import { rest } from '${rest}'\nexport default { sources: [rest({ base: '' })] }\n`)
  await expect(loadConfig({ config: file })).rejects.toMatchObject({
    code: 'TB_CONFIG_INVALID',
    params: { path: `rest.base (${file})`, detail: expect.stringContaining('is the variable set?') },
  })
})
