import { TongbanError } from '@tongban/schema'
import { type DomainDeps, defineDomain } from '../domain.ts'
import type { CityDirectory } from '../ports.ts'
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
    const run = async (options: ImportItems) => {
      refuseUnknown(options.source, directory)
      return importItems({ store, now, frequencies }, options)
    }
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

/** Items must not claim to come from a source that nobody can look up. */
function refuseUnknown(source: string | undefined, directory: Pick<CityDirectory, 'byId' | 'sources'>): void {
  if (source === undefined || directory.byId(source)) return
  const detail = directory.sources.map(({ id }) => id).join(' | ')
  throw new TongbanError('TB_INVALID_INPUT', { field: 'source', detail }, { path: ['source'] })
}
