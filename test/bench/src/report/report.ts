import type { Sample } from '../run/measure.ts'
import type { Plan } from '../run/plan.ts'
import { type PerServer, serverNames, serverTitles } from '../run/servers.ts'
import { queries, type WorkloadName } from '../workloads/queries.ts'
import { type Figures, figuresOf, type PerWorkload } from './figures.ts'
import { type Machine, machineFacts } from './machine.ts'
import { notes } from './notes.ts'
import { type Ratios, ratiosOf } from './ratios.ts'
import { rounded } from './statistics.ts'
import { versions } from './versions.ts'

/** The outcome of a run: `--json` prints exactly this. */
export interface Report {
  /** Requests per second of the gateway divided by those of the other. */
  readonly ratios: Ratios
  /** Processor time per request of the other divided by that of the gateway. */
  readonly processorRatios: Ratios
  readonly results: PerWorkload<PerServer<Figures>>
  readonly queries: PerWorkload<string>
  readonly servers: PerServer<string>
  readonly rounds: number
  /** How long each server was under load in a round. */
  readonly roundMs: number
  readonly plan: Plan
  readonly database: 'embedded' | 'postgresql'
  readonly machine: Machine
  readonly versions: Readonly<Record<string, string>>
  readonly notes: readonly string[]
  readonly seconds: number
}

/** Facts of a run that no sample tells. */
export interface RunFacts extends Pick<Report, 'plan' | 'roundMs' | 'database' | 'seconds'> {
  readonly pinned: boolean
}

export function reportOn(samples: readonly Sample[], { plan, roundMs, database, seconds, pinned }: RunFacts): Report {
  const ofWorkload = (workload: WorkloadName): PerServer<Figures> => ({
    tongban: figuresOf(samples, workload, 'tongban'),
    apollo: figuresOf(samples, workload, 'apollo'),
    mercurius: figuresOf(samples, workload, 'mercurius'),
    floor: figuresOf(samples, workload, 'floor'),
  })
  const results = { W1: ofWorkload('W1'), W2: ofWorkload('W2'), W3: ofWorkload('W3') }
  return {
    ratios: ratiosOf(results, ({ requestsPerSecond }) => requestsPerSecond.median),
    processorRatios: ratiosOf(results, ({ processorMicros }) => 1 / processorMicros.median),
    results,
    queries,
    servers: serverTitles,
    rounds: samples.length / (serverNames.length * 3),
    roundMs: Math.round(roundMs),
    plan,
    database,
    machine: machineFacts(pinned),
    versions: versions(),
    notes,
    seconds: rounded(seconds),
  }
}
