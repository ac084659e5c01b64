import { setTimeout as pause } from 'node:timers/promises'
import { callers } from '../gateway/callers.ts'
import type { Read } from '../gateway/read.ts'
import { codeIn, type Holding } from '../library/answers.ts'
import { type Behaviour, behaviours } from '../library/behaviours.ts'
import type { UnwellPlan } from '../plan.ts'
import { seeded } from '../random.ts'
import type { Surroundings } from '../surroundings.ts'
import { type Place, type Scene, setScene } from './scene.ts'

/** What became of the reads in one way from one source in one round, and what they put on the source. */
export interface UnwellSample {
  readonly behaviour: Behaviour
  /** Name of the way of reading. */
  readonly row: string
  readonly reads: readonly Read[]
  /** Calls that the gateway made, refused ones included. */
  readonly calls: number
  /** Requests that reached the source. */
  readonly requests: number
}

/** All ways of reading at the same moment, one kind of trouble after the other, in rounds. */
export async function measureUnwell(plan: UnwellPlan, surroundings: Surroundings): Promise<readonly UnwellSample[]> {
  await using stack = new AsyncDisposableStack()
  surroundings.say('starting libraries and gateways, and reading everything once while all is well')
  const scene = await setScene(plan, surroundings, stack)
  const samples: UnwellSample[] = []
  for (let round = 0; round < plan.rounds; round += 1)
    for (const behaviour of behaviours) {
      surroundings.say(`a source that is ${behaviour}, round ${round + 1} of ${plan.rounds}`)
      await recovered(scene, behaviour, surroundings)
      samples.push(...(await suffer(scene, behaviour, plan, round, surroundings)))
    }
  return samples
}

async function suffer(
  { libraries, places, holding }: Scene,
  behaviour: Behaviour,
  { rate, roundMs, fails40Ms }: UnwellPlan,
  round: number,
  { signal }: Surroundings,
): Promise<readonly UnwellSample[]> {
  const before = await countsOf({ libraries, places }, behaviour)
  await libraries.ask('behave', { name: behaviour, behaviour })
  const reads = Math.ceil((rate * (behaviour === 'fails40' ? fails40Ms : roundMs)) / 1_000)
  const read = await Promise.all(
    places.map(({ reader }) => callers({ reader, rate, reads, next: skewed(holding(behaviour), round) }, signal)),
  )
  await libraries.ask('behave', { name: behaviour, behaviour: 'well' })
  const after = await countsOf({ libraries, places }, behaviour)
  return places.map(({ row }, index) => ({
    behaviour,
    row: row.name,
    reads: read[index] ?? [],
    calls: (after[index]?.calls ?? 0) - (before[index]?.calls ?? 0),
    requests: (after[index]?.requests ?? 0) - (before[index]?.requests ?? 0),
  }))
}

async function countsOf({ libraries, places }: Pick<Scene, 'libraries' | 'places'>, behaviour: Behaviour) {
  const counts = await libraries.ask('counts', null)
  return Promise.all(
    places.map(async ({ row, gateway }) => ({
      calls: (await gateway.ask('calls', null))[behaviour] ?? 0,
      requests: counts[behaviour]?.[row.name] ?? 0,
    })),
  )
}

/** Some items are asked for much oftener than others. Every way of reading asks for the same in the same order. */
function skewed(holding: Holding, round: number): () => string {
  const random = seeded(round)
  return () => codeIn(holding, Math.floor(holding.items * random() ** 3))
}

const longestMs = 60_000

/** Waits until all read fresh again, so that a round does not begin in what the last one left behind. */
async function recovered({ places, holding }: Scene, behaviour: Behaviour, { signal }: Surroundings): Promise<void> {
  const until = performance.now() + longestMs
  const isBack = async ({ reader, row }: Place): Promise<void> => {
    for (;;) {
      const { outcome } = await reader.read(codeIn(holding(behaviour), 0), performance.now())
      if (outcome === (row.catalogue === 'mirror' ? 'SNAPSHOT' : 'FRESH')) return
      if (performance.now() > until) throw new Error(`${row.name} does not read ${behaviour} again: ${outcome}`)
      await pause(100, undefined, { signal })
    }
  }
  await Promise.all(places.map(isBack))
}
