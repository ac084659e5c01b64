import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningSandbox, runScript, startSandboxProcess } from './running-sandbox.ts'

const root = new URL('../../..', import.meta.url).pathname
/** Inside the workspace, so that packages are found by name. */
const folder = join(root, 'test/e2e/.docs')

interface Block {
  readonly name: string
  readonly code: string
}

/** Blocks that open with exactly this word after the fence: `ts` runs, `ts no-run` only compiles, `graphql` is asked. */
function blocks(opening: string): Block[] {
  const pages = globSync(['README*.md', 'docs/**/*.md', 'packages/*/README.md'], { cwd: root })
  const pattern = new RegExp(`^\`\`\`${opening}\\n([\\s\\S]*?)^\`\`\``, 'gm')
  return pages.toSorted().flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(pattern)].map(([, code = ''], index) => ({
      name: `${page.replaceAll('/', '-').replace(/\.md$/, '')}-${opening.replace(' ', '-')}-${index + 1}`,
      code,
    })),
  )
}

const runnable = blocks('ts')
const typescript = [...runnable, ...blocks('ts no-run')]
const queries = blocks('graphql')

describe('the code in the documentation', () => {
  let sandbox: RunningSandbox

  const fitted = (code: string) =>
    code
      .replaceAll('http://127.0.0.1:4000', new URL(sandbox.endpoint).origin)
      .replaceAll('./data/', `${sandbox.dataDir}/`)

  beforeAll(async () => {
    sandbox = await startSandboxProcess()
    mkdirSync(folder, { recursive: true })
    for (const { name, code } of typescript) writeFileSync(join(folder, `${name}.ts`), `${fitted(code)}\nexport {}\n`)
    const config = { extends: '../../../tsconfig.base.json', include: ['*.ts'] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await sandbox.remove()
  })

  it('exists, so that this suite cannot pass by finding nothing', () => {
    expect(runnable.length).toBeGreaterThanOrEqual(4)
    expect(queries.length).toBeGreaterThanOrEqual(1)
  })

  it('compiles without casts under the strictest settings', () => {
    const run = spawnSync('tsc', ['--noEmit', '-p', folder], { encoding: 'utf8', cwd: root })
    expect(run.stdout).toBe('')
    expect(run.status).toBe(0)
  })

  it.each(runnable.map(({ name }) => name))('%s runs against the sandbox', async (name) => {
    const { code, stderr } = await runScript(join('test/e2e', basename(folder), `${name}.ts`), [], {})
    expect(stderr).toBe('')
    expect(code).toBe(0)
  })

  it.each(queries)('$name is answered without errors', async ({ code }) => {
    const response = await fetch(sandbox.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: code }),
    })
    const answer: unknown = await response.json()
    expect(answer).not.toHaveProperty('errors')
    expect(answer).toHaveProperty('data')
  })
})
