import type { Caller } from '../../access/caller.ts'
import type { Resolvers } from '../generated/resolvers.ts'
import { type Answer, answering } from '../user-errors.ts'
import type { ConsentEntity } from './record.ts'
import type { ConsentDecisions, ConsentsService } from './service.ts'

/** Shown to whoever did not ask for the consent: who passes on the answer must get the code from the citizen. */
const hiddenCode = '****'

const codeFor = (consent: ConsentEntity, caller: Caller): string =>
  caller.kind === 'client' && caller.id === consent.clientId ? consent.matchCode : hiddenCode

const payload = ({ value, userErrors }: Answer<ConsentEntity>) => ({ consent: value, userErrors })

/** The resolvers of this room. */
export const consentResolvers = (service: ConsentsService & ConsentDecisions): Resolvers => ({
  Query: {
    consent: (_parent, { id }, context) => service.byId(id, context),
  },
  Mutation: {
    requestConsent: async (_parent, { input, idempotencyKey }, context) =>
      payload(await answering(context.locale, () => service.request(input, idempotencyKey, context))),
    decideConsent: async (_parent, answer, context) =>
      payload(await answering(context.locale, () => service.decide(answer, context))),
    revokeConsent: async (_parent, { id }, context) =>
      payload(await answering(context.locale, () => service.revoke(id, context))),
  },
  Consent: {
    client: ({ clientTitle }) => clientTitle,
    certificateTypes: ({ types }) => types.map((code) => ({ code })),
    matchCode: (consent, _args, { caller }) => codeFor(consent, caller),
    requestedAt: ({ requestedAt }) => requestedAt.toISOString(),
    decidedAt: ({ decidedAt }) => decidedAt?.toISOString() ?? null,
    expiresAt: ({ expiresAt }) => expiresAt.toISOString(),
  },
})
