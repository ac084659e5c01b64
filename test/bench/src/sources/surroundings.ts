import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, spawnRole } from '../processes/spawn.ts'
import type { GatewayCalls } from './gateway/role.ts'
import type { LibraryCalls } from './library/role.ts'

/** What every part of the bench is run with. */
export interface Surroundings {
  /** Ends the run, with everything it started. */
  readonly signal: AbortSignal
  /** Tells how far it is. */
  readonly say: (text: string) => void
  /** A folder with an embedded database that has been set up: setting one up takes longer than everything else at a start. */
  readonly template: string
}

/** A process of libraries. */
export const spawnLibraries = ({ signal }: Pick<Surroundings, 'signal'>): Child<LibraryCalls> =>
  spawnRole<LibraryCalls>(new URL('./library/role.ts', import.meta.url), { pin: [], signal })

/** A process for a gateway. */
export const spawnGateway = ({ signal }: Pick<Surroundings, 'signal'>): Child<GatewayCalls> =>
  spawnRole<GatewayCalls>(new URL('./gateway/role.ts', import.meta.url), { pin: [], signal })

/** Sets up an embedded database for others to begin with. */
export async function setUpTemplate(
  bounds: Pick<Surroundings, 'signal'>,
  stack: AsyncDisposableStack,
): Promise<string> {
  const dataDir = await newFolder(stack)
  await using gateway = spawnGateway(bounds)
  const source = { id: 'nobody', base: 'http://127.0.0.1:1', prefix: 'N-', limits: {}, lastGood: {} }
  const common = { catalogue: 'live', requestTimeoutMs: 15_000, databaseUrl: null } as const
  await gateway.ask('start', { sources: [source], dataDir, ...common })
  await gateway.ask('stop', null)
  return dataDir
}

/** A folder for a gateway's data, with a database without rows. */
export async function dataFolder({ template }: Surroundings, stack: AsyncDisposableStack): Promise<string> {
  const folder = await newFolder(stack)
  await cp(template, folder, { recursive: true })
  return folder
}

async function newFolder(stack: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-bench-sources-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  return folder
}
