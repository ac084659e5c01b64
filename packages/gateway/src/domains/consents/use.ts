import { TongbanError } from '@tongban/schema'
import { requireClient } from '../../access/caller.ts'
import type { Store } from '../../store/store.ts'
import type { ApplicantsService } from '../applicants/service.ts'
import type { ConsentState } from '../generated/resolvers.ts'
import type { RequestContext } from '../request.ts'
import type { ConsentEntity } from './record.ts'
import type { ConsentGrant, ConsentsService, ConsentUse } from './service.ts'
import { standingAt, stateName } from './states.ts'
import { type ConsentRow, consentEntity, readConsent, takeUse } from './store.ts'

/** What using needs. */
export interface UsingParts {
  readonly store: Store
  readonly applicants: ApplicantsService
  readonly now: () => Date
}

/** Checks and uses consents, for the client that asked for them only. */
export function using({ store, applicants, now }: UsingParts): Pick<ConsentsService, 'check' | 'usable' | 'use'> {
  const own = async (id: string, { caller }: RequestContext): Promise<ConsentRow> => {
    const client = requireClient(caller)
    const row = await readConsent(store.db, id)
    if (row?.client_id !== client.id) throw new TongbanError('TB_CONSENT_NOT_FOUND', {}, { path: ['consent'] })
    return row
  }
  const covered = async (use: ConsentUse, context: RequestContext): Promise<ConsentGrant> => {
    const consent = consentEntity(await own(use.consentId, context), now())
    const { fingerprint } = await applicants.identify(use.applicantHandle, context)
    return { consentId: consent.id, purpose: consent.purpose, types: coveredTypes(consent, fingerprint, use.types) }
  }
  const stateOf = async (id: string, context: RequestContext) => consentEntity(await own(id, context), now()).state
  const standingOf = async (id: string, context: RequestContext) => {
    const { state, expires_at: expiresAt } = await own(id, context)
    return standingAt(now(), { state, expiresAt })
  }
  return {
    async usable(use, context) {
      const grant = await covered(use, context)
      requireGranted(await stateOf(use.consentId, context), context)
      return grant
    },
    async check(use, context) {
      const grant = await covered(use, context)
      requireGranted(await standingOf(use.consentId, context), context)
      return grant
    },
    async use(use, context) {
      const grant = await covered(use, context)
      const taken = await takeUse(store.db, use.consentId, now())
      if (!taken) {
        requireGranted(await stateOf(use.consentId, context), context)
        // It was usable a moment after it was not: another call is about to commit. Never read without a counted use.
        throw new TongbanError('TB_CONSENT_ENDED', { state: stateName('EXHAUSTED', context.locale) })
      }
      return grant
    },
  }
}

function requireGranted(state: ConsentState, { locale }: RequestContext): void {
  if (state === 'GRANTED') return
  const code = state === 'PENDING' || state === 'REFUSED' ? 'TB_CONSENT_NOT_GRANTED' : 'TB_CONSENT_ENDED'
  throw new TongbanError(code, { state: stateName(state, locale) })
}

function coveredTypes(consent: ConsentEntity, fingerprint: string, asked: readonly string[] | null): readonly string[] {
  const types = asked ?? consent.types
  const covers = types.length > 0 && types.every((type) => consent.types.includes(type))
  if (!covers || consent.applicantFingerprint !== fingerprint) throw new TongbanError('TB_CONSENT_MISMATCH')
  return [...new Set(types)]
}
