import { defineDomain } from '../domain.ts'
import { createCasesService } from './cases.ts'
import { casesMigrations } from './migrations.ts'
import { pollDefinition, resumePolling } from './polling.ts'
import { type CasesPeers, caseResolvers } from './resolvers.ts'
import type { CasesService } from './service.ts'

/** Cases (办件): the owning department's, mirrored here by polling. */
export const casesDomain = defineDomain<'cases', CasesService, CasesPeers>({
  name: 'cases',
  migrations: casesMigrations,
  build: (deps, { certificates }) => {
    const service = createCasesService(deps)
    return {
      service,
      resolvers: caseResolvers(deps, service, certificates),
      nodes: { Case: (key, context) => service.byId(key, context) },
      jobs: [pollDefinition(deps)],
      start: () => resumePolling(deps),
    }
  },
})
