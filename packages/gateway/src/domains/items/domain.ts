import { type DomainDeps, defineDomain } from '../domain.ts'
import { type ImportItems, importItems } from './import/import-items.ts'
import type { ImportReport } from './import/report.ts'
import { importRoute } from './import/route.ts'
import { liveCatalogue } from './live/live.ts'
import { loadingService } from './loading-service.ts'
import { tokenFrequencies } from './mirror/frequencies.ts'
import { mirrorCatalogue } from './mirror/mirror.ts'
import { itemsResolvers } from './resolvers.ts'
import type { ItemsService } from './service.ts'
import { syncJob } from './sync/job.ts'
import { type SyncItems, syncItems } from './sync/sync.ts'
import { itemsMigrations } from './tables.ts'

/** The catalogue as the gateway's commands use it: what other domains may ask, and how it is filled. */
export interface ItemsDomainService extends ItemsService {
  readonly sync: SyncItems
  import(options: ImportItems): Promise<ImportReport>
}

/** Service items (政务服务事项): the mirror of the catalogue, its search, and how it is filled. */
export const itemsDomain = defineDomain({
  name: 'items',
  migrations: itemsMigrations,
  build(deps: DomainDeps) {
    const { store, directory, settings, now } = deps
    const frequencies = tokenFrequencies(store.db, now)
    const mirrored = settings.catalogue === 'mirror'
    const catalogue = mirrored ? mirrorCatalogue(store, frequencies) : liveCatalogue(directory, settings.division)
    const reading = loadingService(catalogue)
    const sync = syncItems({ ...deps, frequencies })
    // A file of items is an extract of the city's item library unless the operator says otherwise.
    const library = directory.authority('items', { division: settings.division })?.source.id
    const run = (options: ImportItems) =>
      importItems({ store, now, frequencies }, library === undefined ? options : { source: library, ...options })
    const recurring = syncJob(deps, sync)
    const service: ItemsDomainService = { ...reading, sync, import: run }
    return {
      service,
      resolvers: itemsResolvers(reading, catalogue),
      nodes: {
        ServiceItem: (key, context) => reading.byCode(key, null, context),
        Agency: (key, context) => reading.agency(key, context),
      },
      jobs: mirrored ? [recurring.job] : [],
      routes: mirrored ? [importRoute(run)] : [],
      start: async () => {
        if (mirrored && settings.syncEveryMinutes > 0) await recurring.start()
      },
    }
  },
})
