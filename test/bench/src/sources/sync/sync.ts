import { setTimeout as pause } from 'node:timers/promises'
import type { Child } from '../../processes/spawn.ts'
import { type BenchDatabase, embeddedDatabase, serverDatabase } from '../../seed/database.ts'
import type { GatewayCalls, GatewayInput, SyncState } from '../gateway/role.ts'
import type { Span } from '../library/library.ts'
import type { LibraryCalls } from '../library/role.ts'
import type { SyncPlan } from '../plan.ts'
import { dataFolder, type Surroundings, spawnGateway, spawnLibraries } from '../surroundings.ts'

/** What synchronising the whole catalogue took with one kind of database. */
export interface SyncFigures {
  readonly database: 'embedded' | 'postgresql'
  readonly items: number
  readonly rowsPerSecond: number
  /** Largest resident memory of the gateway's process while the first and the last third of the rows came in, in bytes. */
  readonly memoryFirstThird: number
  readonly memoryLastThird: number
  /** A second run, killed and continued. */
  readonly killed: Killed
}

/** What a run that was killed and continued asked for twice. */
export interface Killed {
  /** Rows that were in shortly before the process was killed. */
  readonly rowsIn: number
  /** Rows that the source had told before the kill and was asked for again after the restart. */
  readonly rowsAgain: number
  /** Rows in one page. */
  readonly page: number
}

const library = 'whole'

/** Synchronises with both kinds of databases, the server's only where there is one. */
export async function measureSync(
  plan: SyncPlan,
  postgres: string | undefined,
  surroundings: Surroundings,
): Promise<readonly SyncFigures[]> {
  const databases = postgres === undefined ? (['embedded'] as const) : (['embedded', 'postgresql'] as const)
  const figures: SyncFigures[] = []
  for (const database of databases) {
    const server = database === 'embedded' ? undefined : postgres
    surroundings.say(`synchronising ${plan.items} items, ${database}`)
    const whole = await inOneRun(plan, server, surroundings)
    surroundings.say(`synchronising ${plan.items} items, ${database}, with a kill on the way`)
    const killed = await killedOnTheWay(plan, server, surroundings)
    figures.push({ database, items: plan.items, ...whole, killed })
  }
  return figures
}

interface Scene {
  readonly libraries: Child<LibraryCalls>
  readonly database: BenchDatabase
  /** For a gateway that is counted under this name. */
  inputFor(caller: string): GatewayInput
}

async function setScene(
  { items }: SyncPlan,
  server: string | undefined,
  surroundings: Surroundings,
  stack: AsyncDisposableStack,
): Promise<Scene> {
  const dataDir = await dataFolder(surroundings, stack)
  const database = stack.use(server === undefined ? embeddedDatabase(dataDir) : await serverDatabase(server))
  const libraries = stack.use(spawnLibraries(surroundings))
  const urls = await libraries.ask('start', [{ name: library, prefix: 'SX', items, latency: null }])
  return {
    libraries,
    database,
    inputFor: (caller) => ({
      sources: [{ id: library, base: `${urls[library]}/${caller}`, prefix: 'SX', limits: {}, lastGood: {} }],
      catalogue: 'mirror',
      requestTimeoutMs: 15_000,
      dataDir,
      databaseUrl: database.url,
    }),
  }
}

async function inOneRun(plan: SyncPlan, server: string | undefined, surroundings: Surroundings) {
  await using stack = new AsyncDisposableStack()
  const { inputFor } = await setScene(plan, server, surroundings, stack)
  const gateway = stack.use(spawnGateway(surroundings))
  await gateway.ask('start', inputFor('whole'))
  const { ms } = await synchronised(gateway, surroundings)
  const memory = await gateway.ask('memory', null)
  const third = Math.floor(memory.length / 3)
  return {
    rowsPerSecond: plan.items / (ms / 1_000),
    memoryFirstThird: Math.max(...memory.slice(0, third)),
    memoryLastThird: Math.max(...memory.slice(-third)),
  }
}

async function killedOnTheWay(plan: SyncPlan, server: string | undefined, surroundings: Surroundings): Promise<Killed> {
  await using stack = new AsyncDisposableStack()
  const { libraries, database, inputFor } = await setScene(plan, server, surroundings, stack)
  const first = stack.use(spawnGateway(surroundings))
  await first.ask('start', inputFor('first'))
  const { done } = await synchronised(first, surroundings, plan.items * plan.killAt)
  process.kill(await first.ask('pid', null), 'SIGKILL')
  await first[Symbol.asyncDispose]()
  // What the dead gateway held is free after two minutes; nothing is gained by waiting for them here.
  if (database.url !== null) await database.run('update item_sync set held_until = now()')
  const second = stack.use(spawnGateway(surroundings))
  await second.ask('start', inputFor('second'))
  await synchronised(second, surroundings)
  const spans = await libraries.ask('spans', library)
  return { rowsIn: done, ...againAfter(spans.first, spans.second, plan.items) }
}

/** @throws Error when rows between the two runs, or at the end, were never told */
function againAfter(first: Span | undefined, second: Span | undefined, items: number) {
  if (!first || !second || second.from > first.to || second.to !== items)
    throw new Error(`the run that was killed left out rows: ${JSON.stringify({ first, second, items })}`)
  return { rowsAgain: first.to - second.from, page: second.page }
}

const lookEveryMs = 20

/** Synchronises until all is in, or so many rows. @throws Error when it fails */
async function synchronised(
  gateway: Child<GatewayCalls>,
  { signal }: Surroundings,
  untilRows = Number.POSITIVE_INFINITY,
): Promise<SyncState> {
  await gateway.ask('sync', null)
  for (;;) {
    const state = await gateway.ask('synced', null)
    if (state.outcome === 'DONE' || state.done >= untilRows) return state
    if (state.outcome !== 'RUNNING') throw new Error(`the synchronisation ended with ${state.outcome}`)
    await pause(lookEveryMs, undefined, { signal })
  }
}
