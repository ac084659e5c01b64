import { TongbanError } from '@tongban/schema'
import { requireClient } from '../../access/caller.ts'
import type { Store } from '../../store/store.ts'
import type { ApplicantsService } from '../applicants/service.ts'
import type { RequestContext } from '../request.ts'
import type { ConsentEntity } from './record.ts'
import type { ConsentGrant, ConsentsService, ConsentUse } from './service.ts'
import { stateName } from './states.ts'
import { consentEntity, readConsent, takeUse } from './store.ts'

/** What using needs. */
export interface UsingParts {
  readonly store: Store
  readonly applicants: ApplicantsService
  readonly now: () => Date
}

/** Checks and uses consents, for the client that asked for them only. */
export function using({ store, applicants, now }: UsingParts): Pick<ConsentsService, 'check' | 'use'> {
  const own = async (id: string, { caller }: RequestContext): Promise<ConsentEntity> => {
    const client = requireClient(caller)
    const row = await readConsent(store.db, id)
    if (row?.client_id !== client.id) throw new TongbanError('TB_CONSENT_NOT_FOUND', {}, { path: ['consent'] })
    return consentEntity(row, now())
  }
  const covered = async (use: ConsentUse, context: RequestContext): Promise<ConsentGrant> => {
    const consent = await own(use.consentId, context)
    const { fingerprint } = await applicants.identify(use.applicantHandle, context)
    return { consentId: consent.id, purpose: consent.purpose, types: coveredTypes(consent, fingerprint, use.types) }
  }
  const requireGranted = async (id: string, context: RequestContext): Promise<void> => {
    const { state } = await own(id, context)
    if (state === 'GRANTED') return
    const code = state === 'PENDING' || state === 'REFUSED' ? 'TB_CONSENT_NOT_GRANTED' : 'TB_CONSENT_ENDED'
    throw new TongbanError(code, { state: stateName(state, context.locale) })
  }
  return {
    async check(use, context) {
      const grant = await covered(use, context)
      await requireGranted(use.consentId, context)
      return grant
    },
    async use(use, context) {
      const grant = await covered(use, context)
      const taken = await takeUse(store.db, use.consentId, now())
      if (!taken) {
        await requireGranted(use.consentId, context)
        // It was usable a moment after it was not: another call is about to commit. Never read without a counted use.
        throw new TongbanError('TB_CONSENT_ENDED', { state: stateName('EXHAUSTED', context.locale) })
      }
      return grant
    },
  }
}

function coveredTypes(consent: ConsentEntity, fingerprint: string, asked: readonly string[] | null): readonly string[] {
  const types = asked ?? consent.types
  const covers = types.length > 0 && types.every((type) => consent.types.includes(type))
  if (!covers || consent.applicantFingerprint !== fingerprint) throw new TongbanError('TB_CONSENT_MISMATCH')
  return [...new Set(types)]
}
