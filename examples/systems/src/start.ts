import { type ApprovalsSystem, startApprovals } from './approvals/server.ts'
import { type CertificatesSystem, startCertificates } from './certificates/server.ts'
import { type Credentials, sandboxCredentials } from './credentials.ts'
import { type ItemsSystem, startItems } from './items/server.ts'
import type { Clock } from './shared/clock.ts'
import { openStores } from './stores.ts'
import { startTrading, type TradingSystem } from './trading/server.ts'

type SystemName = 'items' | 'approvals' | 'certificates' | 'trading'

interface Closable {
  close(): Promise<void>
}

export interface SystemsOptions {
  /** Interface to listen on. @default '127.0.0.1' */
  readonly host?: string
  /** Port of each system; 0 or absent = a free one. */
  readonly ports?: { readonly [Name in SystemName]?: number }
  /** Milliseconds between two steps of a case; 0 = only by `approvals.advance()`. @default 400 */
  readonly paceMs?: number
  /** Where all four read the time. @default the machine's clock */
  readonly clock?: Clock
  /** What callers must show. @default sandbox values */
  readonly credentials?: Credentials
  /**
   * Whether the approval system takes an item that is not in the item library, by the code it is submitted with: those
   * of other cities that an operator imported. @default none is taken
   *
   * @example
   * startSystems({ otherItems: (code) => !code.startsWith('1133') })
   */
  readonly otherItems?: (code: string) => boolean
  /**
   * Folder in which cases, the certificates issued for them and changed items are kept and found again at the next
   * start; made when absent, for one process at a time. @default nothing is kept
   */
  readonly stateDir?: string | undefined
  /** Is told, in Chinese and English, when the kept state cannot be read or written. @default console.error */
  readonly report?: (message: string) => void
}

/** The four running systems. */
export interface Systems {
  readonly items: ItemsSystem
  readonly approvals: ApprovalsSystem
  readonly certificates: CertificatesSystem
  readonly trading: TradingSystem
  readonly credentials: Credentials
  /** Stops all four, hanging calls included, and keeps what is not kept yet. */
  close(): Promise<void>
}

/**
 * Starts the provincial item library, the approval system, the certificate platform and the trading platform.
 *
 * @throws Error of the operating system when a port is taken or `stateDir` cannot be used
 *
 * @example
 * const systems = await startSystems({ paceMs: 0 })
 * const answer = await fetch(`${systems.items.url}/__control/health`)
 * await systems.close()
 */
export const startSystems = async (options: SystemsOptions = {}): Promise<Systems> => {
  const {
    host = '127.0.0.1',
    ports = {},
    paceMs = 400,
    clock = () => new Date(),
    credentials = sandboxCredentials,
    otherItems = () => false,
    stateDir,
    report = console.error,
  } = options
  await using starting = new AsyncDisposableStack()
  const run = async <T extends Closable>(system: Promise<T>): Promise<T> =>
    starting.adopt(await system, (each) => each.close())

  const { library, registry, archive, items } = await run(openStores({ clock, otherItems, stateDir, report }))
  const at = (name: SystemName) => ({ host, port: ports[name] ?? 0, clock })
  const { approvals: office, certificates: platform } = credentials
  const systems = {
    items: await run(startItems({ ...at('items'), credentials: credentials.items, library })),
    approvals: await run(startApprovals({ ...at('approvals'), credentials: office, paceMs, archive, items })),
    certificates: await run(startCertificates({ ...at('certificates'), credentials: platform, registry })),
    trading: await run(startTrading({ ...at('trading'), credentials: credentials.trading })),
  }
  const running = starting.move()
  return {
    items: systems.items.handle,
    approvals: systems.approvals.handle,
    certificates: systems.certificates.handle,
    trading: systems.trading.handle,
    credentials,
    close: () => running.disposeAsync(),
  }
}
