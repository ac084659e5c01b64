import type { Resolvers } from '../generated/resolvers.ts'
import { answering } from '../user-errors.ts'
import { maskedApplicant } from './masked.ts'
import type { ApplicantsService } from './service.ts'

/** The resolvers of this room. */
export const applicantResolvers = (service: ApplicantsService): Resolvers => ({
  Mutation: {
    async identifyApplicant(_parent, { input }, context) {
      const { value, userErrors } = await answering(context.locale, () => service.register(input, context))
      return { applicant: value && maskedApplicant(value, context.operator), userErrors }
    },
  },
})
