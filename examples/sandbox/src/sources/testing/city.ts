import { type Systems, startSystems } from '@tongban/example-systems'
import { type ConnectedSources, connectSources, type Ports, type Sm2KeyPair, type Source } from '@tongban/gateway'
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

/** Short enough that a source which never answers does not hold a test up. */
const limits = { attemptTimeoutMs: 400, maxRetries: 0, recoverAfterMs: 1 }

const portsOf = ({ directory }: ConnectedSources<Ports>) => {
  const subject = { division: '330602' }
  return {
    items: directory.require('items', subject).port,
    cases: directory.require('cases', subject).port,
    certificates: directory.require('certificates', subject).port,
    notices: directory.require('notices', subject).port,
  }
}

/** Starts the four systems, with the gateway's end of the line; cases move only when told to. */
export async function startCity(keys?: Sm2KeyPair) {
  const systems = await startSystems({ paceMs: 0 })
  const connected = connect(sourcesOf(systems, keys).map((source) => ({ ...source, limits })))
  return {
    systems,
    connected,
    ...portsOf(connected),
    async close() {
      await connected.close()
      await systems.close()
    },
  }
}

export type City = Awaited<ReturnType<typeof startCity>>
