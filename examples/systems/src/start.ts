import { createOfficeItems } from './approvals/office-item.ts'
import { type ApprovalsSystem, startApprovals } from './approvals/server.ts'
import { createIssuer } from './certificates/issue.ts'
import { createRegistry } from './certificates/registry.ts'
import { type CertificatesSystem, startCertificates } from './certificates/server.ts'
import { type Credentials, sandboxCredentials } from './credentials.ts'
import { createLibrary } from './items/library.ts'
import { type ItemsSystem, startItems } from './items/server.ts'
import type { Clock } from './shared/clock.ts'
import { startTrading, type TradingSystem } from './trading/server.ts'

export interface SystemsOptions {
  /** Interface to listen on. @default '127.0.0.1' */
  readonly host?: string
  /** Port of each system; 0 or absent = a free one. */
  readonly ports?: {
    readonly items?: number
    readonly approvals?: number
    readonly certificates?: number
    readonly trading?: number
  }
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
}

/** The four running systems. */
export interface Systems {
  readonly items: ItemsSystem
  readonly approvals: ApprovalsSystem
  readonly certificates: CertificatesSystem
  readonly trading: TradingSystem
  readonly credentials: Credentials
  /** Stops all four, hanging calls included. */
  close(): Promise<void>
}

/**
 * Starts the provincial item library, the approval system, the certificate platform and the trading platform.
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
  } = options
  const registry = createRegistry()
  const library = createLibrary(clock)
  const issue = createIssuer(registry, clock)
  const common = { host, clock }
  const [items, approvals, certificates, trading] = await Promise.all([
    startItems({ ...common, port: ports.items ?? 0, credentials: credentials.items, library }),
    startApprovals({
      ...common,
      port: ports.approvals ?? 0,
      credentials: credentials.approvals,
      paceMs,
      registry,
      issue,
      items: createOfficeItems(library, otherItems),
    }),
    startCertificates({ ...common, port: ports.certificates ?? 0, credentials: credentials.certificates, registry }),
    startTrading({ ...common, port: ports.trading ?? 0, credentials: credentials.trading }),
  ])
  return {
    items: items.handle,
    approvals: approvals.handle,
    certificates: certificates.handle,
    trading: trading.handle,
    credentials,
    close: async () => {
      await Promise.all([items, approvals, certificates, trading].map((system) => system.close()))
    },
  }
}
