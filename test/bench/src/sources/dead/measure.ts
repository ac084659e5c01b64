import { setTimeout as pause } from 'node:timers/promises'
import { busy, callers } from '../gateway/callers.ts'
import { openReader, type Read, type Reader } from '../gateway/read.ts'
import { codeIn, type Holding } from '../library/answers.ts'
import type { Latency } from '../library/library.ts'
import type { OneDeadPlan } from '../plan.ts'
import { seeded } from '../random.ts'
import { dataFolder, type Surroundings, spawnGateway, spawnLibraries } from '../surroundings.ts'

/** Reads of the nine sources in one round: through gateways whose tenth source hangs, and through those where all are well. */
export interface OneDeadRound {
  readonly hanging: readonly Read[]
  readonly well: readonly Read[]
}

/** One round in which a source hung behind one gateway, and one in which none did: how unlike two equal gateways are by chance. */
export interface OneDeadSamples {
  readonly dead: readonly OneDeadRound[]
  readonly noise: readonly OneDeadRound[]
}

const items = 200
const sources = 10
const deadlineMs = 15_000
/** Sources that take about the same every time, so that what the gateway adds can be seen. */
const latency: Latency = { usual: [5, 15], slow: [5, 15], slowShare: 0 }
const sides = ['left', 'right'] as const
type Side = (typeof sides)[number]

interface Scene {
  readonly readers: Readonly<Record<Side, Reader>>
  /** The tenth source of one side, or of both, hangs or is well. */
  hang(side: Side | null): Promise<void>
}

const holding = (n: number): Holding => ({ prefix: `L${n}-`, items })
const tenth = (side: Side): string => `tenth-${side}`

/**
 * Two equal gateways with ten sources each, read at the same moment, so that what disturbs the machine disturbs both; behind one
 * of them the tenth source hangs, and in the second half of a round behind the other, so that what makes the two processes
 * unlike cancels out. Rounds between them in which nothing hangs tell how much chance there is in the ratio.
 */
export async function measureOneDead(plan: OneDeadPlan, surroundings: Surroundings): Promise<OneDeadSamples> {
  await using stack = new AsyncDisposableStack()
  surroundings.say('starting two gateways with ten sources each')
  const scene = await setScene(surroundings, stack)
  surroundings.say('warming up')
  await round(scene, false, plan, surroundings)
  const dead: OneDeadRound[] = []
  const noise: OneDeadRound[] = []
  for (let done = 0; done < plan.rounds; done += 1) {
    surroundings.say(`one dead source among ten, round ${done + 1} of ${plan.rounds}`)
    dead.push(await round(scene, true, plan, surroundings))
    if (done % 2 === 0) noise.push(await round(scene, false, plan, surroundings))
  }
  return { dead, noise }
}

/** @param hangs whether the tenth source hangs, behind the left gateway first, then behind the right one */
async function round(
  scene: Scene,
  hangs: boolean,
  plan: OneDeadPlan,
  surroundings: Surroundings,
): Promise<OneDeadRound> {
  const first = await half(scene, hangs ? 'left' : null, plan, surroundings)
  const second = await half(scene, hangs ? 'right' : null, plan, surroundings)
  return { hanging: [...first.left, ...second.right], well: [...first.right, ...second.left] }
}

/** Half the reads of a round. @param hanging behind which gateway the tenth source hangs */
async function half(
  { readers, hang }: Scene,
  hanging: Side | null,
  plan: OneDeadPlan,
  surroundings: Surroundings,
): Promise<Readonly<Record<Side, readonly Read[]>>> {
  await hang(hanging)
  const read = async (side: Side) => {
    const over = new AbortController()
    const touching = callers(ofTenth(readers[side], plan), AbortSignal.any([surroundings.signal, over.signal]))
    const reads = await busy(ofOthers(readers[side], plan), surroundings.signal)
    over.abort()
    return { reads, touching }
  }
  const [left, right] = await Promise.all(sides.map(read))
  if (left === undefined || right === undefined) throw new RangeError('there are two sides')
  await hang(null)
  await Promise.all([left.touching, right.touching])
  await Promise.all(sides.map((side) => backAgain(readers[side], surroundings)))
  for (const { outcome } of [...left.reads, ...right.reads])
    if (outcome !== 'FRESH') throw new Error(`a read that does not touch the tenth source ended ${outcome}`)
  return { left: left.reads, right: right.reads }
}

const ofOthers = (reader: Reader, { connections, reads }: OneDeadPlan) => ({
  ...{ reader, connections, reads: Math.ceil(reads / 2) },
  next: anyItem((random) => Math.floor(random() * (sources - 1))),
})

const ofTenth = (reader: Reader, { rateOfTenth }: OneDeadPlan) => ({
  ...{ reader, rate: rateOfTenth, reads: Number.POSITIVE_INFINITY },
  next: anyItem(() => sources - 1),
})

function anyItem(source: (random: () => number) => number): () => string {
  const random = seeded(1)
  return () => codeIn(holding(source(random)), Math.floor(random() * items))
}

const longestMs = 60_000

/** Waits until the tenth source is read again. */
async function backAgain(reader: Reader, { signal }: Surroundings): Promise<void> {
  const until = performance.now() + longestMs
  for (;;) {
    const { outcome } = await reader.read(codeIn(holding(sources - 1), 0), performance.now())
    if (outcome === 'FRESH') return
    if (performance.now() > until) throw new Error(`the tenth source is not read again: ${outcome}`)
    await pause(100, undefined, { signal })
  }
}

async function setScene(surroundings: Surroundings, stack: AsyncDisposableStack): Promise<Scene> {
  const libraries = stack.use(spawnLibraries(surroundings))
  const shared = Array.from({ length: sources - 1 }, (_, n) => ({ name: `l${n}`, latency, ...holding(n) }))
  const own = sides.map((side) => ({ name: tenth(side), latency, ...holding(sources - 1) }))
  const urls = await libraries.ask('start', [...shared, ...own])
  const startOne = async (side: Side): Promise<Reader> => {
    const inputs = Array.from({ length: sources }, (_, n) => ({
      id: `l${n}`,
      base: `${urls[n === sources - 1 ? tenth(side) : `l${n}`]}/${side}`,
      prefix: holding(n).prefix,
      limits: {},
      lastGood: {},
    }))
    const gateway = stack.use(spawnGateway(surroundings))
    const dataDir = await dataFolder(surroundings, stack)
    const common = { catalogue: 'live', requestTimeoutMs: deadlineMs, dataDir, databaseUrl: null } as const
    const { url } = await gateway.ask('start', { sources: inputs, ...common })
    return stack.use(openReader(url, deadlineMs))
  }
  const [left, right] = [await startOne('left'), await startOne('right')]
  const hang = async (hanging: Side | null) => {
    for (const side of sides)
      await libraries.ask('behave', { name: tenth(side), behaviour: side === hanging ? 'hangs' : 'well' })
  }
  return { readers: { left, right }, hang }
}
