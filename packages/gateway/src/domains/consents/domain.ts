import type { ApplicantsService } from '../applicants/service.ts'
import { defineDomain } from '../domain.ts'
import { globalId } from '../global-id.ts'
import { createConsentsService } from './create-service.ts'
import { consentResolvers } from './resolvers.ts'
import { consentMigrations } from './schema.ts'
import type { ConsentsService } from './service.ts'

/** Consents (授权): what a citizen allows one client to read, how often and until when. */
export const consents = defineDomain<'consents', ConsentsService, { readonly applicants: ApplicantsService }>({
  name: 'consents',
  migrations: consentMigrations,
  build({ store, now }, { applicants }) {
    const service = createConsentsService({ store, applicants, now })
    return {
      service,
      resolvers: consentResolvers(service),
      nodes: { Consent: (key, context) => service.byId(globalId('Consent', key), context) },
    }
  },
})
