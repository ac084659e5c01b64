import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = new URL('../../..', import.meta.url).pathname

describe('the command npm start', () => {
  let dataDir: string

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tongban-npm-'))
  })
  afterAll(() => rm(dataDir, { recursive: true, force: true }))

  it('takes the sandbox with it when npm is told to stop, and leaves port and data folder free', async () => {
    const npm = spawn('npm', ['start'], { cwd: root, env: { ...process.env, PORT: '0', TONGBAN_DATA_DIR: dataDir } })
    let output = ''
    npm.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const addressOf = () => /ready at (\S+)\/graphql/.exec(output)?.[1]
    await expect.poll(addressOf, { timeout: 60_000 }).toBeDefined()
    const address = addressOf() ?? ''
    expect((await fetch(`${address}/health/live`)).status).toBe(200)

    // Only npm is told, as a supervisor or a test harness would: it knows no other process.
    npm.kill('SIGTERM')
    const answers = () =>
      fetch(`${address}/health/live`).then(
        () => 'still answers',
        () => 'gone',
      )
    await expect.poll(answers, { timeout: 10_000 }).toBe('gone')
  })
})
