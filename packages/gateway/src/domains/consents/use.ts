import { TongbanError } from '@tongban/schema'
import { requireClient } from '../../access/caller.ts'
import type { ApplicantsService } from '../applicants/service.ts'
import type { ConsentState } from '../generated/resolvers.ts'
import type { RequestContext } from '../request.ts'
import type { ConsentEntity } from './record.ts'
import type { ConsentGrant, ConsentsService, ConsentUse } from './service.ts'
import type { SharedConsents } from './shared.ts'
import { standingAt, stateName } from './states.ts'
import { type ConsentRow, consentEntity } from './store.ts'

/** What using needs. */
export interface UsingParts {
  readonly consents: SharedConsents
  readonly applicants: ApplicantsService
  readonly now: () => Date
}

/** What a request has read of its client's consents. */
const readByRequest = {}
const readBy = (context: RequestContext) => context.once(readByRequest, () => new Map<string, ConsentRow>())

/** Checks and uses consents, for the client that asked for them only. */
export function using({ consents, applicants, now }: UsingParts): Pick<ConsentsService, 'check' | 'usable' | 'use'> {
  const own = async (id: string, context: RequestContext): Promise<ConsentRow> => {
    const client = requireClient(context.caller)
    const row = await consents.read(id)
    if (row?.client_id !== client.id) throw new TongbanError('TB_CONSENT_NOT_FOUND', {}, { path: ['consent'] })
    readBy(context).set(id, row)
    return row
  }
  const covered = async (row: ConsentRow, use: ConsentUse, context: RequestContext): Promise<ConsentGrant> => {
    const { fingerprint } = await applicants.identify(use.applicantHandle, context)
    const { id, purpose, ...consent } = consentEntity(row, now())
    return { consentId: id, purpose, types: coveredTypes(consent, fingerprint, use.types) }
  }
  const stateOf = (row: ConsentRow) => consentEntity(row, now()).state
  return {
    async usable(use, context) {
      const row = await own(use.consentId, context)
      const grant = await covered(row, use, context)
      requireGranted(stateOf(row), context)
      return grant
    },
    async check(use, context) {
      const row = await own(use.consentId, context)
      const grant = await covered(row, use, context)
      requireGranted(standingAt(now(), { state: row.state, expiresAt: row.expires_at }), context)
      return grant
    },
    async use(use, context) {
      // Whose it is and what it covers never changes; all that does is checked by the statement that takes the use.
      const row = readBy(context).get(use.consentId) ?? (await own(use.consentId, context))
      const grant = await covered(row, use, context)
      if (await consents.takeUse(use.consentId)) return grant
      requireGranted(stateOf(await own(use.consentId, context)), context)
      // It was usable a moment after it was not: another call is about to commit. Never read without a counted use.
      throw new TongbanError('TB_CONSENT_ENDED', { state: stateName('EXHAUSTED', context.locale) })
    },
  }
}

function requireGranted(state: ConsentState, { locale }: RequestContext): void {
  if (state === 'GRANTED') return
  const code = state === 'PENDING' || state === 'REFUSED' ? 'TB_CONSENT_NOT_GRANTED' : 'TB_CONSENT_ENDED'
  throw new TongbanError(code, { state: stateName(state, locale) })
}

function coveredTypes(
  consent: Pick<ConsentEntity, 'types' | 'applicantFingerprint'>,
  fingerprint: string,
  asked: readonly string[] | null,
): readonly string[] {
  const types = asked ?? consent.types
  const covers = types.length > 0 && types.every((type) => consent.types.includes(type))
  if (!covers || consent.applicantFingerprint !== fingerprint) throw new TongbanError('TB_CONSENT_MISMATCH')
  return [...new Set(types)]
}
