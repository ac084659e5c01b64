import { defineDomain } from '../domain.ts'
import { deliveryDefinition } from './delivery.ts'
import { submissionsMigrations } from './migrations.ts'
import { type SubmissionsPeers, submissionResolvers } from './resolvers.ts'
import { resumeDeliveries } from './resume.ts'
import type { SubmissionsService } from './service.ts'
import { createSubmissionsService } from './submissions.ts'
import { planSweep, sweepDefinition } from './sweep.ts'

/** Submissions (收件): what the gateway holds, accepted durably and delivered to the owner in the background. */
export const submissionsDomain = defineDomain<'submissions', SubmissionsService, SubmissionsPeers>({
  name: 'submissions',
  migrations: submissionsMigrations,
  build: (deps, peers) => {
    const service = createSubmissionsService(deps, peers)
    const begun = deps.now()
    return {
      service,
      resolvers: submissionResolvers(deps, service, peers),
      nodes: { Submission: (key, context) => service.byId(key, context) },
      jobs: [deliveryDefinition(deps, peers.cases), sweepDefinition(deps)],
      start: async () => {
        await resumeDeliveries(deps, begun)
        await planSweep(deps)
      },
    }
  },
})
