import { TongbanError } from '@tongban/schema'
import type { CasesService } from '../cases/service.ts'
import type { DomainDeps } from '../domain.ts'
import type { Resolvers } from '../generated/resolvers.ts'
import { globalId } from '../global-id.ts'
import { answering } from '../user-errors.ts'
import { type CheckPeers, checkMaterials } from './check-materials.ts'
import { openContent } from './content.ts'
import type { OwnSubmissionsService } from './submissions.ts'
import { explainMissingCase, reasonFor } from './undelivered.ts'

/** Neighbours of this domain. */
export interface SubmissionsPeers extends CheckPeers {
  readonly cases: CasesService
}

export const submissionResolvers = (
  { seal, directory }: Pick<DomainDeps, 'seal' | 'directory'>,
  submissions: OwnSubmissionsService,
  peers: SubmissionsPeers,
): Resolvers => ({
  Query: {
    checkMaterials: (_, args, context) => checkMaterials(peers, args, context),
    submission: async (_, { id }, context) => {
      const found = await submissions.find(id, context)
      if (found) return found
      throw new TongbanError('TB_SUBMISSION_NOT_FOUND')
    },
    submissions: (_, args, context) => submissions.list(args, context),
  },
  Mutation: {
    submitCase: async (_, args, context) => {
      const { value, userErrors } = await answering(context.locale, () => submissions.submit(args, context))
      return { submission: value, userErrors }
    },
  },
  Submission: {
    id: ({ id }) => globalId('Submission', id),
    stateReason: (submission, _, { locale }) => reasonFor(submission, locale),
    item: async ({ item }, _, context) =>
      (await peers.items.atVersion(item.code, item.version, context)) ??
      peers.items.byCode(item.code, item.divisionCode, context),
    itemVersion: ({ item }) => item.version,
    answers: (submission) => openContent(seal, submission).answers,
    materials: (submission) => openContent(seal, submission).materials,
    custody: async ({ id }, _, context) =>
      (await submissions.custodyOf(id, context)).map(({ at, by, branch, operator, action, note }) => ({
        at: at.toISOString(),
        by: { name: by, branch, operator },
        action,
        note,
      })),
    case: async (submission, _, context) => {
      const found = await peers.cases.ofSubmission(submission.id, context)
      if (found === null) explainMissingCase(submission, (id) => directory.byId(id)?.title ?? id)
      return found
    },
  },
  Case: {
    submission: ({ submissionId }, _, context) => submissions.byId(submissionId, context),
  },
})
