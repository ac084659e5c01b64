import type { Systems } from '@tongban/example-systems'
import { type ClientConfig, defineGateway, type GatewayConfig, type Sm2KeyPair } from '@tongban/gateway'
import type { SandboxSettings } from './settings.ts'
import { approvals, certificates, provinceItems, trading } from './sources/index.ts'

type SystemName = 'items' | 'approvals' | 'certificates' | 'trading'

/** Where the simulated systems are, and what callers must show there. */
export type SystemAddresses = { readonly [Name in SystemName]: Pick<Systems[Name], 'url'> } & Pick<
  Systems,
  'credentials'
>

/** The gateway of the invented city, wired to its four simulated systems. */
export function sandboxConfig(
  { port, dataDir }: SandboxSettings,
  { items, approvals: office, certificates: platform, trading: market, credentials }: SystemAddresses,
  clients: readonly ClientConfig[],
  keys: Sm2KeyPair,
): GatewayConfig {
  return defineGateway({
    division: '330600',
    title: '绍兴市(沙箱)',
    sources: [
      provinceItems({ url: items.url, ...credentials.items }),
      approvals({ url: office.url, ...credentials.approvals }),
      certificates({ url: platform.url, ...credentials.certificates, keys }),
      trading({ url: market.url, ...credentials.trading }),
    ],
    clients,
    store: { url: process.env.DATABASE_URL, dataDir },
    server: { port },
    events: { webhooks: { allowHttp: true } },
    polling: { fastestMs: 300, slowestMs: 10_000 },
    log: { level: 'warn' },
  })
}
