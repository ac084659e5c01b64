import { describeWith, neededEnv, needs } from '@tongban/test-support'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningSandbox, runScript, startSandboxProcess } from './running-sandbox.ts'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

describeWith(needs.chromium, 'the explorer in a real browser', () => {
  let sandbox: RunningSandbox
  let browser: Browser
  let page: Page
  const requested: string[] = []

  beforeAll(async () => {
    sandbox = await startSandboxProcess()
    browser = await chromium.launch({ executablePath: neededEnv('CHROMIUM_PATH'), args: quiet })
    page = await browser.newPage()
    page.on('request', (request) => requested.push(request.url()))
    await page.goto(new URL('/', sandbox.endpoint).href)
  })
  afterAll(async () => {
    await browser.close()
    await sandbox.remove()
  })

  const run = async () => {
    await page.getByRole('button', { name: /execute/i }).click()
  }

  it('opens with a query that finds items, and answers it', async () => {
    await run()
    await expect.poll(() => page.locator('.result-window').textContent(), { timeout: 20_000 }).toContain('"items"')
    expect(await page.locator('.result-window').textContent()).not.toContain('"errors"')
  })

  it('asks no address but the gateway', () => {
    const origin = new URL(sandbox.endpoint).origin
    const outside = requested.filter(
      (url) => !url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:'),
    )
    expect(requested.length).toBeGreaterThan(0)
    expect(outside).toEqual([])
  })

  it('accepts a token from the command line in its headers', async () => {
    const { stdout } = await runScript('examples/sandbox/src/token.ts', ['operator'], {
      PORT: sandbox.port,
      TONGBAN_DATA_DIR: sandbox.dataDir,
    })
    const answer = await page.evaluate(async (token) => {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ sources { key health { state } } }' }),
      })
      return response.json()
    }, stdout.trim())
    expect(answer).toMatchObject({
      data: { sources: expect.arrayContaining([expect.objectContaining({ key: expect.any(String) })]) },
    })
  })
})
