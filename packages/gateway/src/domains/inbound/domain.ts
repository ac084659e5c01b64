import type { CasesService } from '../cases/service.ts'
import { defineDomain } from '../domain.ts'
import { casesRoute } from './cases-route.ts'
import { inboundMigrations } from './migrations.ts'
import { storedNonces } from './nonces.ts'

/** What departments send to us of themselves (推送), let in by the signature their source file names. */
export const inboundDomain = defineDomain<'inbound', object, { readonly cases: CasesService }>({
  name: 'inbound',
  migrations: inboundMigrations,
  build: (deps, { cases }) => ({
    service: {},
    resolvers: {},
    routes: [casesRoute(deps, storedNonces(deps), cases)],
  }),
})
