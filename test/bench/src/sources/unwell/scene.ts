import type { Child } from '../../processes/spawn.ts'
import { openReader, type Reader } from '../gateway/read.ts'
import type { GatewayCalls } from '../gateway/role.ts'
import { codeIn, type Holding } from '../library/answers.ts'
import { type Behaviour, behaviours } from '../library/behaviours.ts'
import type { Latency } from '../library/library.ts'
import type { LibraryCalls } from '../library/role.ts'
import type { UnwellPlan } from '../plan.ts'
import { dataFolder, type Surroundings, spawnGateway, spawnLibraries } from '../surroundings.ts'
import { type Row, rows } from './rows.ts'

/** A gateway that reads in one way. */
export interface Place {
  readonly row: Row
  readonly gateway: Child<GatewayCalls>
  readonly reader: Reader
}

/** One library for each kind of trouble, and one gateway for each way of reading, which knows all of them. */
export interface Scene {
  readonly libraries: Child<LibraryCalls>
  readonly places: readonly Place[]
  holding(behaviour: Behaviour): Holding
}

/** As a library on a good day: quick, with a slow tail. */
const latency: Latency = { usual: [5, 30], slow: [200, 600], slowShare: 0.02 }
/** Items read together while everything is well; so many reads also tell the gateway how long attempts take. */
const batch = 20

/** Starts everything, and reads every item once in every way while all is well. */
export async function setScene(
  { items, deadlineMs }: UnwellPlan,
  surroundings: Surroundings,
  stack: AsyncDisposableStack,
): Promise<Scene> {
  const holding = (behaviour: Behaviour): Holding => ({ prefix: `${behaviour.toUpperCase()}-`, items })
  const libraries = stack.use(spawnLibraries(surroundings))
  const inputs = behaviours.map((behaviour) => ({ name: behaviour, latency, ...holding(behaviour) }))
  const urls = await libraries.ask('start', inputs)
  const startOne = async (row: Row): Promise<Place> => {
    const sources = behaviours.map((behaviour) => ({
      id: behaviour,
      base: `${urls[behaviour]}/${row.name}`,
      prefix: holding(behaviour).prefix,
      ...row.source,
    }))
    const dataDir = await dataFolder(surroundings, stack)
    const gateway = stack.use(spawnGateway(surroundings))
    const input = { sources, catalogue: row.catalogue, requestTimeoutMs: deadlineMs, dataDir, databaseUrl: null }
    const { url } = await gateway.ask('start', input)
    const reader = stack.use(openReader(url, deadlineMs))
    if (row.catalogue === 'mirror') await filled(gateway)
    else for (const behaviour of behaviours) await readWhole(reader, holding(behaviour))
    return { row, gateway, reader }
  }
  return { libraries, places: await Promise.all(rows.map(startOne)), holding }
}

const tries = 5

/** Once more where the machine was too busy for the deadline: nothing is measured yet. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let left = tries - 1; ; left -= 1)
    try {
      return await work()
    } catch (error) {
      if (left === 0) throw error
    }
}

async function readWhole(reader: Reader, holding: Holding): Promise<void> {
  for (let from = 0; from < holding.items; from += batch) {
    const length = Math.min(batch, holding.items - from)
    const codes = Array.from({ length }, (_, index) => codeIn(holding, from + index))
    await patiently(() => reader.readAll(codes))
  }
}

async function filled(gateway: Child<GatewayCalls>): Promise<void> {
  const { outcome } = await gateway.ask('synchronised', null)
  if (outcome !== 'DONE') throw new Error(`the mirror could not be filled: ${outcome}`)
}
