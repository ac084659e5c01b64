import { defineDomain } from '../domain.ts'
import { sourceResolvers } from './resolvers.ts'
import { createSourcesService, type SourcesService } from './service.ts'

/** The sources themselves: which there are, what they are in charge of, how they are doing. */
export const sourcesDomain = defineDomain<'sources', SourcesService>({
  name: 'sources',
  migrations: {},
  build({ directory, health }) {
    const service = createSourcesService(directory, health)
    return {
      service,
      resolvers: sourceResolvers(service),
      nodes: {
        // Only operators may see sources, and they have `Query.sources`; by identifier the same scope is asked for.
        Source: async (key, { caller }) =>
          caller.kind === 'client' && caller.scopes.has('sources:read') ? service.byId(key) : null,
      },
    }
  },
})
