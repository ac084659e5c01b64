import { defineDomain } from '../domain.ts'
import { purgeJob } from '../purge-job.ts'
import { qualityPurge } from './quality-purge.ts'
import { createQualityService, type QualityService } from './quality-service.ts'
import { qualityMigrations } from './quality-tables.ts'
import { sourceResolvers } from './resolvers.ts'
import { createSourcesService, type SourcesService } from './service.ts'

/** The sources themselves: which there are, what they are in charge of, how they are doing. */
export const sourcesDomain = defineDomain<'sources', SourcesService & QualityService>({
  name: 'sources',
  migrations: qualityMigrations,
  build({ directory, health, store, queue, log, now }) {
    const service = { ...createSourcesService(directory, health), ...createQualityService(store, now) }
    const purge = purgeJob(qualityPurge(store), { queue, log, now })
    return {
      service,
      resolvers: sourceResolvers(service, service),
      jobs: [purge],
      start: purge.plan,
      nodes: {
        // Only operators may see sources, and they have `Query.sources`; by identifier the same scope is asked for.
        Source: async (key, { caller }) =>
          caller.kind === 'client' && caller.scopes.has('sources:read') ? service.byId(key) : null,
      },
    }
  },
})
