import type { RoundFigures } from '../load/role.ts'
import { type WorkloadName, workloadNames } from '../workloads/queries.ts'
import type { Plan } from './plan.ts'
import { headersFor } from './same-answers.ts'
import { type ServerName, serverNames } from './servers.ts'
import type { Stage } from './stage.ts'

/** What one server did with one workload in one round. */
export interface Sample extends RoundFigures {
  readonly server: ServerName
  readonly workload: WorkloadName
  readonly upstreamCalls: number
  /** Processor time during the round, in milliseconds. */
  readonly processorMs: { readonly server: number; readonly upstream: number; readonly load: number }
}

/** What a measurement may use. */
export interface Measuring {
  readonly plan: Plan
  readonly signal: AbortSignal
  readonly say: (text: string) => void
  /** `performance.now()` at the start of the whole run. */
  readonly begun: number
}

/** What was measured. */
export interface Measured {
  readonly samples: readonly Sample[]
  /** How long each server was under load in a round. */
  readonly roundMs: number
}

/** Warms every server up, then runs rounds in which the servers take turns, so that what disturbs the machine disturbs all. */
export async function measure(stage: Stage, { plan, signal, say, begun }: Measuring): Promise<Measured> {
  const { connections, rounds, endMs } = plan
  const share = shareThatFits(plan, endMs - (performance.now() - begun))
  const round = async (milliseconds: number) => {
    const samples: Sample[] = []
    for (const workload of workloadNames)
      for (const server of serverNames) {
        signal.throwIfAborted()
        samples.push(await sample(stage, server, workload, { connections, milliseconds }))
      }
    return samples
  }
  say('warming up')
  await round(plan.warmUpMs * share)
  const roundMs = plan.roundMs * share
  const samples: Sample[] = []
  for (let done = 0, lastMs = 0; done < rounds; done += 1) {
    const started = performance.now()
    if (done > 0 && started - begun + lastMs > endMs) break
    say(`round ${done + 1} of ${rounds}`)
    samples.push(...(await round(roundMs)))
    lastMs = performance.now() - started
  }
  return { samples, roundMs }
}

/** Requests under way when the time is over are still answered, and meters read. */
const overheadMs = 300
/** Less than this share of a round would measure the start of the load only. */
const leastShare = 0.2

/** The share of the planned times with which at least one round ends in the time that is left. */
function shareThatFits({ warmUpMs, roundMs }: Plan, leftMs: number): number {
  const perSample = leftMs / (serverNames.length * workloadNames.length) - 2 * overheadMs
  return Math.min(1, Math.max(leastShare, perSample / (warmUpMs + roundMs)))
}

async function sample(
  stage: Stage,
  server: ServerName,
  workload: WorkloadName,
  time: { readonly connections: number; readonly milliseconds: number },
): Promise<Sample> {
  const { url } = stage.servers[server]
  const headers = await headersFor(stage, workload)
  const before = await readMeters(stage, server)
  const figures = await stage.load.ask('shoot', { url, headers, bodies: stage.bodies[workload], ...time })
  const after = await readMeters(stage, server)
  return {
    ...figures,
    server,
    workload,
    upstreamCalls: after.calls - before.calls,
    processorMs: {
      server: after.server - before.server,
      upstream: after.upstream - before.upstream,
      load: after.load - before.load,
    },
  }
}

async function readMeters({ servers, upstream, load }: Stage, server: ServerName) {
  const [calls, ofServer, ofUpstream, ofLoad] = await Promise.all([
    upstream.ask('counts', null),
    servers[server].child.ask('processor', null),
    upstream.ask('processor', null),
    load.ask('processor', null),
  ])
  return { calls: calls.calls, server: ofServer, upstream: ofUpstream, load: ofLoad }
}
