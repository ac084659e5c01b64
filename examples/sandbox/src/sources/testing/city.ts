import { type Systems, startSystems } from '@tongban/example-systems'
import {
  type ConnectedSources,
  connectSources,
  type Ports,
  type Sm2KeyPair,
  type Source,
  type SourceLimits,
  sm2KeyPair,
} from '@tongban/gateway'
import { approvals } from '../approvals.ts'
import { certificates } from '../certificates.ts'
import { provinceItems } from '../province-items.ts'
import { trading } from '../trading.ts'

const sourcesOf = (
  { items, approvals: office, certificates: platform, trading: board, credentials }: Systems,
  keys?: Sm2KeyPair,
) => [
  provinceItems({ url: items.url, ...credentials.items }),
  approvals({ url: office.url, ...credentials.approvals }),
  certificates({ url: platform.url, ...credentials.certificates, ...(keys ? { keys } : {}) }),
  trading({ url: board.url, ...credentials.trading }),
]

const log = { debug() {}, info() {}, warn() {}, error() {}, child: () => log }

const connect = (sources: readonly Source[]) =>
  connectSources<Ports>(sources, { log, metrics: { sourceCall() {} }, now: () => new Date() })

/** Short enough that a source which never answers does not hold a test up, long enough for a busy machine. */
const impatience = { attemptTimeoutMs: 1_500, maxRetries: 0, hedge: false }
/** Simulated systems share the machine, and often the process, with the test. Tests count calls: none is sent twice. */
const patience = { attemptTimeoutMs: 30_000, totalTimeoutMs: 30_000, maxRetries: 0, hedge: false }

const portsOf = ({ directory }: ConnectedSources<Ports>) => {
  const subject = { division: '330602' }
  return {
    items: directory.require('items', subject).port,
    cases: directory.require('cases', subject).port,
    certificates: directory.require('certificates', subject).port,
    notices: directory.require('notices', subject).port,
  }
}

const lineTo = (sources: readonly Source[], limits: Partial<SourceLimits>) => {
  const connected = connect(sources.map((source) => ({ ...source, limits })))
  return { connected, ...portsOf(connected) }
}

/** A new line to systems that run already: it does not wait long, and its breakers remember nothing. */
export const impatientLine = (systems: Systems) => lineTo(sourcesOf(systems), impatience)

/** A line on which face data is asked for encrypted. */
export const secretLine = (systems: Systems) => lineTo(sourcesOf(systems, sm2KeyPair()), patience)

/** Starts the four systems, with the gateway's end of the line; cases move only when told to. */
export async function startCity() {
  const systems = await startSystems({ paceMs: 0 })
  const line = lineTo(sourcesOf(systems), patience)
  return {
    systems,
    ...line,
    async close() {
      await line.connected.close()
      await systems.close()
    },
  }
}

export type City = Awaited<ReturnType<typeof startCity>>
