import { describeWith, neededData, needs } from '@tongban/test-support'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningSandbox, runScript, startSandboxProcess } from './running-sandbox.ts'

describeWith(needs.sharedData('items-511602.jsonl'), 'the errand on a real catalogue', () => {
  let sandbox: RunningSandbox

  beforeAll(async () => {
    sandbox = await startSandboxProcess()
  })
  afterAll(() => sandbox.remove())

  it('imports 908 items into the running gateway and carries one through to its decision', async () => {
    const file = neededData('items-511602.jsonl')
    const environment = { PORT: sandbox.port, TONGBAN_DATA_DIR: sandbox.dataDir }
    const { code, stdout, stderr } = await runScript(
      'examples/bank-counter/src/errand.ts',
      ['--items', file],
      environment,
    )
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toContain('接受 908 行')
    // the file names no fees and no materials, which does not make them none
    expect(stdout).toContain('收费:未载明')
    expect(stdout).toContain('未载明该事项需要哪些材料')
    expect(stdout).not.toMatch(/需由申请人提供:\s+· \(无\)/)
    expect(stdout).toContain('办结:准予')
  })
})
