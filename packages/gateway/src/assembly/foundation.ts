import { accessMigrations } from '../access/schema.ts'
import type { ResolvedConfig } from '../config/resolve.ts'
import { storedCopies } from '../domains/copies/table.ts'
import type { DomainDeps, DomainSettings } from '../domains/domain.ts'
import { type Ports, portReadings } from '../domains/ports.ts'
import { domains } from '../domains/registry.ts'
import { qualityLedger } from '../domains/sources/quality-ledger.ts'
import { connectSources } from '../sources/connect.ts'
import { bufferedCopies } from '../sources/copies/buffer.ts'
import { refuseMistakes } from '../sources/overlaps/mistakes.ts'
import { createQuality } from '../sources/quality/create-quality.ts'
import { sealMigrations } from '../store/key-check.ts'
import { openSeal } from '../store/open-seal.ts'
import { openStore } from '../store/open-store.ts'
import type { MigrationReport } from '../store/store.ts'
import { createLog, createMetrics, type Log, type Metrics } from '../telemetry/index.ts'
import { createQueue } from '../work/create-queue.ts'
import type { PublicAddress } from './address.ts'

/** What tests put in place of the real thing. */
export interface GatewayParts {
  readonly log?: Log
  readonly now?: () => Date
}

/** What everything else stands on. */
export interface Foundation {
  readonly deps: DomainDeps
  readonly metrics: Metrics
  readonly migrations: MigrationReport
}

/** Opens and migrates the store and connects the sources; what must be closed again goes on the stack. */
export async function layFoundation(
  config: ResolvedConfig,
  address: PublicAddress,
  opened: AsyncDisposableStack,
  { log = createLog({ level: config.log.level }), now = () => new Date() }: GatewayParts,
): Promise<Foundation> {
  // A mistake is told before anything is created on the disk.
  refuseMistakes(config.sources, config.overlaps, portReadings)
  const metrics = createMetrics()
  const store = await openStore({ ...config.store, log })
  opened.defer(() => store.close())
  const migrations = await store.migrate({ ...sealMigrations, ...accessMigrations, ...domains.migrations })
  const seal = await openSeal(store, { dataDir: config.store.dataDir, key: process.env.TONGBAN_DATA_KEY })
  const quality = createQuality({ ledger: qualityLedger(store, now), log, metrics, now })
  await quality.start()
  opened.defer(() => quality.stop())
  const copies = bufferedCopies(storedCopies(store, seal, now), { log })
  opened.defer(() => copies.close())
  const sources = connectSources<Ports>(config.sources, {
    ...{ log, metrics, now, quality, copies },
    readings: portReadings,
    overlaps: config.overlaps,
  })
  opened.defer(() => sources.close())
  const { directory, health } = sources
  const queue = createQueue({ store, log, metrics, now })
  const settings = domainSettings(config, address)
  return { deps: { store, directory, health, queue, seal, log, now, settings }, metrics, migrations }
}

const domainSettings = (config: ResolvedConfig, address: PublicAddress): DomainSettings => ({
  division: config.division.padEnd(12, '0'),
  publicUrl: address.get,
  catalogue: config.catalogue,
  syncEveryMinutes: config.sync.everyMinutes,
  polling: config.polling,
  events: { ...config.events, receivers: receiversOf(config) },
  opening: config.calendar.opening,
  yellowWorkingDaysBefore: config.lights.yellow.workingDaysBefore,
})

const receiversOf = ({ clients }: ResolvedConfig): readonly string[] =>
  clients.filter(({ scopes }) => scopes.includes('webhooks:write')).map(({ id }) => id)
