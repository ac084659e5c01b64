import { defineDomain } from '../domain.ts'
import { purgeJob } from '../purge-job.ts'
import type { SourcesService } from '../sources/service.ts'
import { copyPurge } from './purge.ts'
import { provenanceResolvers } from './resolvers.ts'
import { copyMigrations } from './schema.ts'
import { storedCopies } from './table.ts'

/** Last good copies (最近一次有效副本): answers of sources that stand in while a source is down, and how they are told apart. */
export const copies = defineDomain<'copies', object, { readonly sources: SourcesService }>({
  name: 'copies',
  migrations: copyMigrations,
  build({ store, seal, queue, log, now }, { sources }) {
    const purge = purgeJob(copyPurge(storedCopies(store, seal, now)), { queue, log, now })
    return { service: {}, resolvers: provenanceResolvers(sources, now), jobs: [purge], start: purge.plan }
  },
})
