import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeWith, needs } from '@tongban/test-support'
import { createTestDatabase } from '@tongban/test-support/postgres'
import { afterEach, expect, it } from 'vitest'
import { openStore } from '../../../store/open-store.ts'
import { silentLog } from '../../../store/testing.ts'
import { testCaller, testContext } from '../../testing.ts'
import { eventsDomain } from '../domain.ts'
import { gatewayOn, worldSettings } from '../testing/gateway.ts'
import { startReceiver } from '../testing/receiver.ts'
import { append } from '../testing/world.ts'
import { createWebhooksService } from './service.ts'

const script = new URL('../testing/deliver-child.ts', import.meta.url).pathname
const events = 120
const patience = { timeout: 58_000, interval: 50 }

const children = new Set<ChildProcess>()
afterEach(async () => {
  for (const child of children) await killed(child)
})

async function killed(child: ChildProcess): Promise<void> {
  children.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

function startChild(database: string): ChildProcess {
  const child = spawn(process.execPath, ['--conditions=source', script, database], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.add(child)
  return child
}

/** Writes the events of a client with one webhook, and leaves the database to others. */
async function prepare(database: string, hook: string): Promise<void> {
  const url = database.startsWith('postgres') ? database : undefined
  const store = await openStore({ url, dataDir: database, log: silentLog })
  await store.migrate(eventsDomain.migrations)
  const { delivering, close } = gatewayOn(store, () => new Date())
  const service = createWebhooksService({ ...delivering, settings: { events: worldSettings } })
  await service.create({ url: hook }, testContext({ caller: testCaller('bank') }))
  await append(store, 'bank', ...Array.from({ length: events }, () => 'case.changed'))
  await close()
  await store.close()
}

/**
 * Kills the process that delivers at the given deliveries, before or after they are answered, with so many processes at work.
 *
 * @returns numbers that were accepted, in order of arrival
 */
async function deliverKilling(database: string, processes: number, kills: ReadonlyMap<number, 'before' | 'after'>) {
  const receiver = await startReceiver()
  await prepare(database, receiver.url)
  const start = async (): Promise<void> => {
    while (children.size < processes) startChild(database)
  }
  const killAll = async (): Promise<void> => {
    await Promise.all([...children].map(killed))
    await start()
  }
  let killing = Promise.resolve()
  receiver.habit = (_delivery, count) => {
    const when = kills.get(count)
    if (when) killing = killing.then(killAll)
    return when === 'before' ? 'hang' : 204
  }
  await start()
  await expect.poll(() => new Set(receiver.accepted).size, patience).toBe(events)
  await killing
  await Promise.all([...children].map(killed))
  await receiver.close()
  return receiver.accepted
}

const killPoints = (first: number, ...more: readonly number[]) =>
  new Map([first, ...more].map((count, index) => [count, index % 2 === 0 ? 'before' : 'after'] as const))

function check(accepted: readonly number[], kills: number): void {
  expect([...new Set(accepted)].sort((a, b) => a - b)).toEqual(Array.from({ length: events }, (_, index) => index + 1))
  // only a crash between the answer and its note can double a delivery
  expect(accepted.length - events).toBeLessThanOrEqual(kills)
}

describeWith([], 'a delivering process that is killed (embedded)', () => {
  it('loses nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongban-killed-'))
    const kills = killPoints(3, 20, 55)
    check(await deliverKilling(folder, 1, kills), kills.size)
    rmSync(folder, { recursive: true, force: true })
  }, 90_000)
})

describeWith(needs.postgres, 'delivering processes that are killed (PostgreSQL)', () => {
  it('lose nothing, and double only what a crash cut off', async () => {
    const database = await createTestDatabase()
    const kills = killPoints(2, 9, 30, 47, 71, 90)
    check(await deliverKilling(database.url, 2, kills), kills.size)
    await database.drop()
  }, 90_000)
})
