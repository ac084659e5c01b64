import type { CallContext } from '../sources/source.ts'
import type { RequestContext } from './request.ts'

/** What everybody may see, items and notices, is shared with everybody. */
export const publicly = { sharing: 'public' } as const satisfies CallContext

/**
 * Shares what is about a person with nobody but the same client who asks about the same for the same reason: of two requests that
 * come at once, one goes to the source. Persons are named by fingerprint, never by document. Nobody without a token shares.
 *
 * @param about - everything that decides who may see the answer: person, consent, purpose
 */
export const privately = (
  { caller }: Pick<RequestContext, 'caller'>,
  ...about: readonly (string | null)[]
): Pick<CallContext, 'sharing'> =>
  caller.kind === 'client' ? { sharing: JSON.stringify(['client', caller.id, ...about]) } : {}
