import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const bin = new URL('../../bin/tongban.js', import.meta.url).pathname

async function tongban(...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...process.env, LANG: 'en_US.UTF-8', DATABASE_URL: '' },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
  const [code]: unknown[] = await once(child, 'close')
  return { code, ...output }
}

const good = { code: 'A-1', name: '营业执照补领', type: 'PUBLIC_SERVICE', divisionCode: '330602000000' }

describe('the command line', () => {
  let folder: string
  const at = (name: string) => join(folder, name)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongban-cli-'))
    await writeFile(at('good.jsonl'), `${JSON.stringify(good)}\n`)
    await writeFile(at('bad.jsonl'), `${JSON.stringify(good)}\n{"code":"A-2"}\nnot json\n`)
    await writeFile(at('empty.config.ts'), 'export default {}\n')
    await writeFile(
      at('typo.config.ts'),
      "export default { division: '330600', titel: 'x', title: 'x', sources: [] }\n",
    )
    await mkdir(at('folder.jsonl'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('prints the report of an import as one JSON document and nothing else', async () => {
    const { code, stdout } = await tongban('import', 'items', at('good.jsonl'), '--data-dir', at('data'), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ imported: true, written: { added: 1 }, refused: 0 })
  })

  it('imports nothing when a row is refused, and names row, field and reason', async () => {
    const { code, stdout } = await tongban('import', 'items', at('bad.jsonl'), '--data-dir', at('data'))
    expect(code).toBe(1)
    expect(stdout).toMatch(/refused {2}2 {2}name/)
    expect(stdout).toMatch(/refused {2}3 .*NOT_JSON/)
    expect(stdout).toContain('Nothing was imported.')
  })

  it('says which migrations there are, and applies none twice', async () => {
    const { code, stdout } = await tongban('migrate', '--data-dir', at('data'))
    expect(code).toBe(0)
    expect(stdout).toMatch(/^0 applied, \d+ in all\n$/)
  })

  it.each([
    {
      what: 'a file that is not there',
      args: ['import', 'items', 'nowhere.jsonl'],
      says: /TB_FILE_UNREADABLE.*nowhere\.jsonl.*no such file/,
    },
    { what: 'a folder', args: ['import', 'items', 'folder.jsonl'], says: /TB_FILE_UNREADABLE.*not a file/ },
    {
      what: 'a file of another kind',
      args: ['import', 'items', 'empty.config.ts'],
      says: /TB_FILE_UNREADABLE.*\.jsonl, \.csv or \.xlsx/,
    },
    {
      what: 'a configuration that is not there',
      args: ['start', '--config', 'none.ts'],
      says: /TB_CONFIG_INVALID.*none\.ts.*no such file/,
    },
    {
      what: 'a configuration of nothing',
      args: ['start', '--config', 'empty.config.ts'],
      says: /TB_CONFIG_INVALID.*defineGateway/,
    },
    { what: 'a misspelt field', args: ['check', '--config', 'typo.config.ts'], says: /TB_CONFIG_INVALID.*titel/ },
  ])('refuses $what with one line that says what to do', async ({ args, says }) => {
    const placed = args.map((arg) => (/\.(ts|jsonl)$/.test(arg) ? at(arg) : arg))
    const { code, stdout, stderr } = await tongban(...placed)
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(says)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})
