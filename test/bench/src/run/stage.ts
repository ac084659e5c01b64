import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoadCalls } from '../load/role.ts'
import { choosePins } from '../processes/cores.ts'
import { type Child, spawnRole } from '../processes/spawn.ts'
import { type BenchClient, createBenchClient } from '../seed/client.ts'
import { type BenchDatabase, embeddedDatabase, serverDatabase } from '../seed/database.ts'
import { raiseUses } from '../seed/endless-consents.ts'
import { type Seeded, seed } from '../seed/seed.ts'
import type { ServerCalls } from '../servers/calls.ts'
import type { TongbanInput } from '../servers/tongban/role.ts'
import type { UpstreamCalls } from '../upstream/role.ts'
import { type Bodies, bodiesFor } from '../workloads/bodies.ts'
import type { PerServer } from './servers.ts'

/** A server under test. */
export interface Contestant {
  readonly url: string
  readonly child: Pick<Child<ServerCalls>, 'ask'>
}

/** Everything that runs, seeded. */
export interface Stage extends AsyncDisposable {
  readonly servers: PerServer<Contestant>
  readonly upstream: Child<UpstreamCalls>
  readonly load: Child<LoadCalls>
  readonly client: BenchClient
  readonly bodies: Bodies
  readonly pinned: boolean
}

/** What a stage is made from. */
export interface StageOptions {
  readonly cases: number
  /** Address of a PostgreSQL server; undefined: embedded. */
  readonly postgres: string | undefined
  readonly signal: AbortSignal
  /** Tells how far it is. */
  readonly say: (text: string) => void
}

/** Starts all processes and seeds the gateway; when a step fails, or the signal aborts, nothing is left running. */
export async function setStage(options: StageOptions): Promise<Stage> {
  await using building = new AsyncDisposableStack()
  const stage = await build(options, building)
  const standing = building.move()
  return { ...stage, [Symbol.asyncDispose]: () => standing.disposeAsync() }
}

async function build({ cases, postgres, signal, say }: StageOptions, stack: AsyncDisposableStack) {
  const pins = choosePins()
  const surroundings = { pin: pins.surroundings, signal }
  const underTest = { pin: pins.servers, signal }
  say('starting the upstream')
  const upstream = stack.use(spawnRole<UpstreamCalls>(roleOf('../upstream/role.ts'), surroundings))
  const load = stack.use(spawnRole<LoadCalls>(roleOf('../load/role.ts'), surroundings))
  const { url } = await upstream.ask('start', { people: cases })
  const startPeer = async (name: 'apollo' | 'mercurius' | 'floor'): Promise<Contestant> => {
    const child = stack.use(spawnRole<ServerCalls>(roleOf(`../servers/${name}/role.ts`), underTest))
    return { child, url: (await child.ask('start', { upstream: url })).url }
  }
  const { database, dataDir } = await openDatabase(postgres, stack)
  const client = createBenchClient()
  const input = { upstream: url, client: client.config, dataDir, databaseUrl: database.url }
  const gateway = stack.use(spawnRole<ServerCalls<TongbanInput>>(roleOf('../servers/tongban/role.ts'), underTest))
  say(`starting the servers and seeding ${cases} errands through the gateway's API`)
  const [seeded, apollo, mercurius, floor] = await Promise.all([
    seedGateway(gateway, input, { client, cases, signal, database }),
    startPeer('apollo'),
    startPeer('mercurius'),
    startPeer('floor'),
  ])
  await upstream.ask('learn', seeded.aliases)
  const tongban = { child: gateway, url: (await gateway.ask('start', input)).url }
  const servers = { tongban, apollo, mercurius, floor }
  return { servers, upstream, load, client, bodies: bodiesFor(seeded.cases), pinned: pins.servers.length > 0 }
}

const roleOf = (path: string): URL => new URL(path, import.meta.url)

async function openDatabase(
  postgres: string | undefined,
  stack: AsyncDisposableStack,
): Promise<{ database: BenchDatabase; dataDir: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tongban-bench-'))
  stack.defer(() => rm(dataDir, { recursive: true, force: true }))
  const database = postgres === undefined ? embeddedDatabase(dataDir) : await serverDatabase(postgres)
  return { database: stack.use(database), dataDir }
}

interface Seeding {
  readonly client: BenchClient
  readonly cases: number
  readonly signal: AbortSignal
  readonly database: BenchDatabase
}

/** Seeds, and leaves the gateway stopped: the embedded database belongs to one process at a time, and set-up goes on in it. */
async function seedGateway(
  gateway: Child<ServerCalls<TongbanInput>>,
  input: TongbanInput,
  { client, cases, signal, database }: Seeding,
): Promise<Seeded> {
  const { url } = await gateway.ask('start', input)
  const seeded = await seed(url, client, cases, signal)
  await gateway.ask('stop', null)
  await raiseUses(database)
  return seeded
}
