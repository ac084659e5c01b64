import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeWith, needs } from '@tongban/test-support'
import { createTestDatabase, type TestDatabase } from '@tongban/test-support/postgres'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type City, type CityClient, type CityGateway, startCity } from './city.ts'
import { handIn } from './hand-in.ts'
import { type RunningGateway, runScript, startGatewayProcess } from './running-sandbox.ts'

const patience = { timeout: 30_000, interval: 100 }

describeWith(needs.postgres, 'the sandbox on PostgreSQL', () => {
  let database: TestDatabase
  let dataDir: string
  let sandbox: RunningGateway

  const start = () => startGatewayProcess(['examples/sandbox/src/start.ts'], dataDir, { DATABASE_URL: database.url })
  const errand = () =>
    runScript('examples/bank-counter/src/errand.ts', [], { PORT: sandbox.port, TONGBAN_DATA_DIR: dataDir })

  beforeAll(async () => {
    database = await createTestDatabase()
    dataDir = await mkdtemp(join(tmpdir(), 'tongban-e2e-'))
    sandbox = await start()
  })
  afterAll(async () => {
    await sandbox?.stop()
    await database?.drop()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('carries an errand to its decision, before and after a restart', async () => {
    expect(await errand()).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('办结:准予') })
    expect(await sandbox.stop()).toBe(0)
    sandbox = await start()
    expect(await errand()).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('办结:准予') })
  })
})

describeWith(needs.postgres, 'two gateways on one PostgreSQL', () => {
  let database: TestDatabase
  let city: City
  let first: CityGateway
  let second: CityGateway
  let atFirst: CityClient
  let atSecond: CityClient

  beforeAll(async () => {
    vi.stubEnv('TONGBAN_DATA_KEY', randomBytes(32).toString('base64'))
    database = await createTestDatabase()
    city = await startCity()
    const store = { url: database.url }
    // both at once, as an orchestrator starts them
    ;[first, second] = await Promise.all([city.openGateway(store), city.openGateway(store)])
    await first.syncItems()
    atFirst = await first.connect('bank')
    atSecond = await second.connect('bank')
  })
  afterAll(async () => {
    await city?.close()
    await database?.drop()
    vi.unstubAllEnvs()
  })

  const cases = () => city.systems.approvals.cases()
  const stateAt = async ({ tongban }: CityClient, id: string) => (await tongban.submissions.get({ id })).state
  const caseAt = async ({ tongban }: CityClient, id: string) => (await tongban.submissions.get({ id })).case

  it('deliver each submission exactly once, whichever accepted it', async () => {
    const before = cases().length
    const submissions = await Promise.all([atFirst, atSecond, atFirst, atSecond].map(({ tongban }) => handIn(tongban)))
    for (const { id } of submissions) await expect.poll(() => stateAt(atFirst, id), patience).toBe('TAKEN')
    const numbers = await Promise.all(submissions.map(async ({ id }) => (await caseAt(atSecond, id))?.number))
    const delivered = cases().slice(before)
    expect(delivered.map(({ number }) => number).sort()).toEqual(numbers.sort())
    expect(city.systems.approvals.calls()).toMatchObject({ submit: submissions.length })
  })

  it('know the same submission under the same idempotency key', async () => {
    const { id, receiptNumber } = await handIn(atFirst.tongban, {}, 'loan-1')
    expect(await handIn(atSecond.tongban, {}, 'loan-1')).toMatchObject({ id, receiptNumber })
  })

  it('stand in for each other: what one accepted before it stopped, the other carries to its end', async () => {
    city.systems.approvals.misbehave({ operation: '*', habit: 'hang' })
    const { id } = await handIn(atFirst.tongban)
    await first.stop()
    city.systems.approvals.behave()
    const before = cases().length
    await expect.poll(() => stateAt(atSecond, id), patience).toBe('TAKEN')
    expect(cases()).toHaveLength(before + 1)
    city.systems.approvals.advance(6)
    await expect
      .poll(() => caseAt(atSecond, id), patience)
      .toMatchObject({ state: 'CLOSED', result: { granted: true } })
  })
})
