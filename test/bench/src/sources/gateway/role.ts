import { createGateway, type Gateway } from '@tongban/gateway'
import { serve } from '../../processes/serve.ts'
import { callsIn } from './calls-in.ts'
import { librarySource, type SourceInput } from './source.ts'

/** What a gateway of the bench is started with. */
export interface GatewayInput {
  readonly sources: readonly SourceInput[]
  readonly catalogue: 'live' | 'mirror'
  readonly requestTimeoutMs: number
  readonly dataDir: string
  /** A PostgreSQL address; null: embedded. */
  readonly databaseUrl: string | null
}

/** How far a synchronisation is. */
export interface SyncState {
  readonly done: number
  /** Milliseconds since it began; when it has ended, how long it took. */
  readonly ms: number
  /** `RUNNING`, `DONE`, or `FAILED` and why. */
  readonly outcome: string
}

let gateway: Gateway | undefined
let address = ''
let syncing = { done: 0, memory: [] as number[], begunAt: 0, endedAt: 0, outcome: 'RUNNING' }

const stop = async () => {
  await gateway?.stop()
  gateway = undefined
}

const running = (): Gateway => {
  if (gateway === undefined) throw new Error('the gateway is not started')
  return gateway
}

async function synchronise(): Promise<void> {
  syncing = { done: 0, memory: [], begunAt: performance.now(), endedAt: 0, outcome: 'RUNNING' }
  const onProgress = ({ done }: { readonly done: number }) => {
    syncing.done = done
    syncing.memory.push(process.memoryUsage.rss())
  }
  try {
    const reports = await running().services.items.sync({ onProgress })
    syncing.outcome = reports.some(({ mode }) => mode === 'BUSY') ? 'FAILED BUSY' : 'DONE'
  } catch (error) {
    syncing.outcome = `FAILED ${String(error)}`
  }
  syncing.endedAt = performance.now()
}

const calls = {
  /** @returns the address of the GraphQL endpoint */
  start: async ({ sources, catalogue, requestTimeoutMs, dataDir, databaseUrl }: GatewayInput) => {
    gateway = await createGateway({
      division: '330600',
      title: '性能测试',
      sources: sources.map(librarySource),
      catalogue,
      sync: { everyMinutes: 0 },
      store: { dataDir, ...(databaseUrl === null ? {} : { url: databaseUrl }) },
      server: { port: 0, requestTimeoutMs, graceMs: 1_000 },
      log: { level: 'error' },
    })
    address = (await gateway.listen()).url
    return { url: `${address}/graphql` }
  },
  stop: (_: null) => stop(),
  pid: (_: null) => process.pid,
  /** Synchronises the mirror. */
  synchronised: async (_: null) => {
    await synchronise()
    return { outcome: syncing.outcome }
  },
  /** Begins to synchronise the mirror; `synced` tells how far it is. */
  sync: (_: null) => void synchronise(),
  synced: (_: null): SyncState => {
    const { endedAt, begunAt, done, outcome } = syncing
    return { done, outcome, ms: (endedAt === 0 ? performance.now() : endedAt) - begunAt }
  },
  /** Resident memory of this process in bytes, after each page of the last synchronisation. */
  memory: (_: null): readonly number[] => syncing.memory,
  /** Calls made so far to each source, all attempts of a call together. */
  calls: async (_: null) => callsIn(await (await fetch(`${address}/metrics`)).text()),
}

/** A gateway process as its parent sees it. */
export type GatewayCalls = typeof calls

serve(calls, stop)
