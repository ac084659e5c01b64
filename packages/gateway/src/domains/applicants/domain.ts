import { defineDomain } from '../domain.ts'
import { purgeJob } from '../purge-job.ts'
import { registerCheck } from './check-register.ts'
import { createApplicantsService } from './create-service.ts'
import { applicantPurge } from './purge.ts'
import { applicantResolvers } from './resolvers.ts'
import { applicantMigrations } from './schema.ts'
import { applicantStore } from './store.ts'

/** Applicants (申请人): a checked identity, kept sealed for a day behind an opaque handle. */
export const applicants = defineDomain({
  name: 'applicants',
  migrations: applicantMigrations,
  build({ store, seal, queue, log, now, directory, settings }) {
    const identities = applicantStore(store, seal)
    const service = createApplicantsService(identities, seal, now, registerCheck({ directory, settings, log, now }))
    const purge = purgeJob(applicantPurge(identities), { queue, log, now })
    return { service, resolvers: applicantResolvers(service), jobs: [purge], start: purge.plan }
  },
})
